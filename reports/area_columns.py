"""Which area a row is about: its key, its name and that of its municipality."""

from __future__ import annotations

import pandas as pd

from monitor.release import Release
from reports.areas import municipality_names
from reports.sheet import Column
from texts.report_tables import AREA, KEY


def area_columns(release: Release, level: str, areas: pd.Index) -> list[Column]:
    """One value per entry of `areas`, which may repeat. The municipality is left out where the level is it, or the whole.

    An entry that is no id is the words for what lies in no area.
    """
    names = release.hierarchy.names
    columns = [
        Column(KEY, [area if area in names else "" for area in areas]),
        Column(AREA, [names.get(area, area) for area in areas]),
    ]
    above = municipality_names(release, level)
    if above is not None:
        columns.append(Column(release.levels[1].name, list(above.reindex(areas, fill_value=""))))
    return columns
