"""What the frame is told."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata.publish import publish
from geodata.scheme import CutBy, Scheme
from ui.schemes.ground import Ground
from ui.schemes.message import Answer, drawing_message
from ui.schemes.undo import Steps


@pytest.fixture
def ground():
    """Four squares of 100 m in a row, u1 to u4."""
    shapes = [shapely.box(360_000 + 100 * at, 5_630_000, 360_100 + 100 * at, 5_630_100) for at in range(4)]
    index = pd.Index(["u1", "u2", "u3", "u4"], name="id")
    names = [f"Block {at}" for at in range(1, 5)]
    units = gpd.GeoDataFrame({"name": names, "parent": "m"}, index=index, geometry=shapes, crs="EPSG:25832")
    return Ground(
        "m", "Musterstadt", units, publish(units, tolerance=0), shapely.union_all(shapes), ("Baublock", "Baublöcke")
    )


@pytest.fixture
def scheme():
    """u1 in a, u2 cut 30 to 60 (10 in none), u3 in b, u4 in none."""
    parts = pd.DataFrame(
        {"unit": ["u1", "u2", "u2", "u3"], "area": ["a", "a", "b", "b"], "share": [1.0, 0.3, 0.6, 1.0]}
    )
    return Scheme("m", 2, "Probe", pd.Series({"a": "Nord", "b": "Süd"}), parts, cut_by=CutBy.AREA)


def test_units_in_the_order_of_the_map_by_the_area_of_their_largest_part(ground, scheme):
    message = drawing_message(ground, scheme, findings=[], notes={"a": "rund 1.230 Ew."})
    assert message["areas"] == [["a", "Nord"], ["b", "Süd"]]
    assert message["units"] == [0, 1, 1, -1]
    assert message["cut"] == {1: "geteilt nach der Fläche: 60 % Süd, 30 % Nord, 10 % ohne Sozialraum"}
    assert message["notes"] == {"a": "rund 1.230 Ew."}


def test_only_a_draft_can_be_changed(ground, scheme):
    looked_at = drawing_message(ground, scheme, findings=[], notes={})
    assert not looked_at["canEdit"] and not looked_at["isChecked"]
    steps = Steps((1, 2), ("angelegt", "neu"), 1)
    draft = drawing_message(ground, scheme, findings=[], notes={}, steps=steps, answer=Answer("c", 7))
    assert draft["canEdit"] and draft["undo"] == "neu" and draft["redo"] == ""
    assert draft["answer"] == {"client": "c", "last": 7}
