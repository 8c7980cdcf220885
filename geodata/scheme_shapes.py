"""The ground of a scheme's areas."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.scheme import Scheme

NOTHING = shapely.MultiPolygon()


def shapes_of(scheme: Scheme, units: Any) -> gpd.GeoSeries:
    """Area id → geometry, in the order of the scheme's areas: as delivered, else the union of its base units.

    units: index id, geometry. Where no shape was delivered a unit that is cut is drawn with the area that has most of it.
    An area of nothing has an empty geometry.
    """
    main = scheme.parts.sort_values(["share", "area"], ascending=[False, True], kind="stable").drop_duplicates("unit")
    main = main[main["unit"].isin(units.index)]
    ground = pd.Series(units.geometry.reindex(main["unit"]).to_numpy(), index=main["area"].to_numpy())
    made = {area: shapely.union_all(each.to_numpy()) for area, each in ground.groupby(level=0)}
    delivered = {} if scheme.shapes is None else {area: shape for area, shape in scheme.shapes.items() if shape}
    shapes = [delivered.get(area, made.get(area, NOTHING)) for area in scheme.areas.index]
    return gpd.GeoSeries(np.array(shapes, dtype=object), index=scheme.areas.index, crs=units.crs)
