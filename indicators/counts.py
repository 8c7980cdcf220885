"""Delivered counts as one array: measure × area × year, each cell a number or a sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.signs import Sign

FloatArray = npt.NDArray[np.float64]
SignArray = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Counts:
    """Counts of several measures, areas and years.

    measures: MultiIndex (measure, group); group is "" for the total.
    areas: area ids. years: calendar years, ascending, without gaps.
    values: float64 of shape (measures, areas, years); NaN wherever signs is not SHOWN.
    signs: uint8 of the same shape, members of `Sign`.
    """

    measures: pd.MultiIndex
    areas: pd.Index
    years: pd.Index
    values: FloatArray
    signs: SignArray

    @classmethod
    def from_tidy(cls, table: pd.DataFrame) -> Counts:
        """Counts of a checked tidy table with the columns area, year, measure, group, value and sign.

        value is NaN where sign is not SHOWN. Cells without a row are ABSENT. Duplicate (area, year, measure, group)
        rows raise ValueError.
        """
        keys = ["measure", "group", "area", "year"]
        if table.duplicated(keys).any():
            raise ValueError("duplicate cells")
        pairs = table[["measure", "group"]].drop_duplicates().sort_values(["measure", "group"])
        measures = pd.MultiIndex.from_frame(pairs)
        areas = pd.Index(sorted(table["area"].unique()), name="area")
        years = pd.RangeIndex(table["year"].min(), table["year"].max() + 1, name="year")
        shape = (len(measures), len(areas), len(years))
        values = np.full(shape, np.nan)
        signs = np.full(shape, Sign.ABSENT, dtype=np.uint8)
        cell = (
            measures.get_indexer(pd.MultiIndex.from_frame(table[["measure", "group"]])),
            areas.get_indexer(pd.Index(table["area"])),
            years.get_indexer(pd.Index(table["year"])),
        )
        values[cell] = table["value"].to_numpy(dtype=float)
        signs[cell] = table["sign"].to_numpy(dtype=np.uint8)
        return cls(measures, areas, years, values, signs)

    def positions(self, measure: str, groups: Sequence[str] = ("",)) -> npt.NDArray[np.intp]:
        """Position of each group of a measure along the first axis; −1 where it was never delivered."""
        return np.array([self._position.get((measure, group), -1) for group in groups], dtype=np.intp)

    @cached_property
    def _position(self) -> dict[tuple[str, str], int]:
        return {pair: position for position, pair in enumerate(self.measures)}
