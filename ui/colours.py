"""Colours of the map classes: one ramp with a judgement, one without, both in steps of falling lightness.

Lightness alone orders the classes, so the order survives every colour deficiency and a grey print.
"""

from __future__ import annotations

import numpy as np

JUDGED = ("#fbe6c4", "#f2c48b", "#db9460", "#ae5c4d", "#6b2d4e")  # dark = unfavourable
NEUTRAL = ("#dcecea", "#b5d4d6", "#82b2bb", "#478594", "#1a5163")  # dark = high


def class_colours(classes: int, polarity: int) -> list[str]:
    """Fills from the lowest to the highest class. Dark is unfavourable; without polarity dark is high."""
    ramp = NEUTRAL if polarity == 0 else JUDGED
    colours = [_between(ramp, share) for share in (np.linspace(0, 1, classes) if classes > 1 else [0.4])]
    return colours[::-1] if polarity > 0 else colours


def _between(ramp: tuple[str, ...], share: float) -> str:
    stops = np.array([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in ramp])
    at = np.linspace(0, 1, len(ramp))
    red, green, blue = (round(np.interp(share, at, stops[:, channel])) for channel in range(3))
    return f"#{red:02x}{green:02x}{blue:02x}"
