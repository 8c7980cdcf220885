"""Colours of the map classes: one ramp with a judgement, one without, both in steps of falling lightness.

Lightness alone orders the classes, so the order survives every colour deficiency and a grey print. Changes have two
arms of equal lightness that fall from a pale middle; which arm it is, the hue says, to every colour deficiency too.
"""

from __future__ import annotations

import numpy as np

JUDGED = ("#fbe6c4", "#f2c48b", "#db9460", "#ae5c4d", "#6b2d4e")  # dark = unfavourable
NEUTRAL = ("#dcecea", "#b5d4d6", "#82b2bb", "#478594", "#1a5163")  # dark = high
MIDDLE = "#e7e3d8"  # about no change: darker than the ground of the map and than what is hidden or missing
WARM = (
    "#f2c48b",
    "#db9460",
    "#ae5c4d",
)  # became less favourable; ends before JUDGED's violet, which looks blue to many
COOL = ("#a9ced6", "#6fa6b8", "#33788f")  # became more favourable
VIOLET = ("#d0c2e3", "#ad97ca", "#7c60a3")  # rose, no judgement
GREEN = ("#b9d0a8", "#84a872", "#4d7a45")  # fell, no judgement


def class_colours(classes: int, polarity: int) -> list[str]:
    """Fills from the lowest to the highest class. Dark is unfavourable; without polarity dark is high."""
    ramp = NEUTRAL if polarity == 0 else JUDGED
    colours = [_between(ramp, share) for share in (np.linspace(0, 1, classes) if classes > 1 else [0.4])]
    return colours[::-1] if polarity > 0 else colours


def diverging_colours(classes: int, polarity: int) -> list[str]:
    """Fills from the largest fall to the largest rise; classes: odd, the middle one is pale. 0 classes: none.

    Warm is unfavourable and cool is favourable; without polarity violet rose and green fell.
    """
    fall, rise = (GREEN, VIOLET) if polarity == 0 else (COOL, WARM)
    ramp = (*fall[::-1], MIDDLE, *rise)
    colours = [_between(ramp, share) for share in (np.linspace(0, 1, classes) if classes > 1 else [0.5] * classes)]
    return colours[::-1] if polarity > 0 else colours


def _between(ramp: tuple[str, ...], share: float) -> str:
    stops = np.array([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in ramp])
    at = np.linspace(0, 1, len(ramp))
    red, green, blue = (round(np.interp(share, at, stops[:, channel])) for channel in range(3))
    return f"#{red:02x}{green:02x}{blue:02x}"
