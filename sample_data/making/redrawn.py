"""One boundary change: a quarter that was divided into two."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

BEGIN, LAST_DAY, REDRAWN = "2015-01-01", "2019-12-31", "2020-01-01"
MUNICIPALITY = "05382020"
NUMBER = "90"  # of the former quarter, far from those in use


def with_former_quarter(quarters: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The quarters and the predecessor of two of them, which are valid only since the change."""
    own = quarters[quarters["parent"] == MUNICIPALITY]
    last = own.index[-1]
    borders = own.geometry.drop(last).intersection(own.geometry[last]).length
    pair = [str(borders.idxmax()), last]
    name = f"{own['name'][last].rsplit(' ', 1)[0]} {NUMBER} (bis 2019)"
    former = gpd.GeoDataFrame(
        {"name": [name], "parent": [MUNICIPALITY], "valid_from": [BEGIN], "valid_to": [LAST_DAY]},
        index=pd.Index([f"{MUNICIPALITY}-{NUMBER}"], name="id"),
        geometry=[shapely.coverage_union_all(own.geometry.loc[pair].to_numpy())],
        crs=quarters.crs,
    )
    since = quarters["valid_from"].mask(quarters.index.isin(pair), REDRAWN)
    return pd.concat([quarters.assign(valid_from=since), former]).sort_index()
