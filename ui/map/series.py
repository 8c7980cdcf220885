"""Classes of all years in few bytes: the first year, then which areas change and by how much.

For 11,000 areas and ten years 14 kB compressed, where the plain codes need 27. `series.js` reads it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ui.map.compact import CODES

ORDER = "0123456789abcdefg*-"  # class codes, so that neighbouring classes are one step apart
SKIP = len(CODES) - 1  # a gap this long stands for so many areas without a change, and another gap follows


def changes_of_series(years: Sequence[str]) -> dict[str, object]:
    """Class codes, one string per year, as {"first", "gaps", "steps"}; gaps and steps have an entry per later year.

    gaps: areas passed over before each change, one character of `CODES` each. steps: how far the code moves in `ORDER`.

    >>> changes_of_series(["012", "013", "113"])
    {'first': '012', 'gaps': ['2', '0'], 'steps': ['1', '1']}
    """
    pairs = [_changes(old, new) for old, new in zip(years, years[1:], strict=False)]
    return {
        "first": years[0] if years else "",
        "gaps": [_gap_letters(positions) for positions, _ in pairs],
        "steps": ["".join(CODES[step] for step in steps) for _, steps in pairs],
    }


def _changes(old: str, new: str) -> tuple[np.ndarray, np.ndarray]:
    before, after = (np.frombuffer(codes.encode("ascii"), dtype=np.uint8) for codes in (old, new))
    positions = np.flatnonzero(before != after)
    rank = np.zeros(128, dtype=np.int64)
    rank[np.frombuffer(ORDER.encode("ascii"), dtype=np.uint8)] = np.arange(len(ORDER))
    return positions, (rank[after[positions]] - rank[before[positions]]) % len(ORDER)


def _gap_letters(positions: np.ndarray) -> str:
    gaps = np.diff(positions, prepend=-1) - 1
    return "".join(CODES[SKIP] * (gap // SKIP) + CODES[gap % SKIP] for gap in gaps.tolist())
