"""The rows of `monitor compute` with the meaning of their signs."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.catalogue import Indicator
from indicators.signs import Sign
from monitor.release import Release
from monitor.results import value_rows
from texts.signs import MEANING


def signed_rows(release: Release, level: str, year: int, indicators: Sequence[Indicator]) -> pd.DataFrame:
    """`value_rows` with the further column bedeutung: why there is no number; a sign alone can have several meanings."""
    rows = value_rows(release, level, year, [each.id for each in indicators])
    signs = pd.concat([release.table(level, each.id, year)["sign"] for each in indicators])
    return rows.assign(bedeutung=[MEANING[Sign(sign)] for sign in signs])
