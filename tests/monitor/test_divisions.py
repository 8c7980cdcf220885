"""A second division of the same ground: Alfdorf's four blocks make two quarters, and two other areas."""

import numpy as np
import pytest

from indicators.signs import Sign
from monitor.release import make_release

DIVISION = """[[divisions]]
id = "raum"
name = "Raum"
plural = "Räume"
file = "schemes/raum.csv"

[sources.amt]"""
LEVEL = """[[levels]]
id = "block"
name = "Block"
plural = "Blöcke"
file = "areas/block.geojson"
published = false

[sources.amt]"""
QUARTERS = ("05999001-01", "05999001-02", "05999002-01", "05999002-02")
TABLE = "einheit;gebiet;name\n05999001-01-w;R1;Mitte\n05999001-01-o;R1;Mitte\n05999001-02-w;R1;Mitte\n05999001-02-o;R2;Rand\n"
YEAR = 2024


@pytest.fixture
def divided(tiny_folder):
    """Children in need by block: 10, 20, 3, 30 in Alfdorf, 15 each in Bergstadt, of 100 everywhere."""
    tiny_folder.replace("county.toml", "[sources.amt]", LEVEL)
    tiny_folder.replace("county.toml", "[sources.amt]", DIVISION)
    halves = [
        {"id": f"{key}-{half}", "name": f"Block {half}", "parent": key,
         "corners": tiny_folder.square(at // 2 + shift, at % 2, 0.5)}
        for at, key in enumerate(QUARTERS) for half, shift in (("w", 0), ("o", 0.5))
    ]  # fmt: skip
    tiny_folder.write_areas("areas/block.geojson", halves)
    tiny_folder.write("schemes/raum.csv", TABLE)
    counts_of(tiny_folder, 10, 20, 3, 30)
    return tiny_folder


def counts_of(folder, *alfdorf):
    units = [f"{key}-{half}" for key in QUARTERS for half in "wo"]
    numbers = [*alfdorf, 15, 15, 15, 15]
    rows = [
        row for unit, number in zip(units, numbers, strict=True)
        for row in (f"{unit};{YEAR};ew;;400", f"{unit};{YEAR};ew_u15;;100", f"{unit};{YEAR};sgb2_u15;;{number}")
    ]  # fmt: skip
    folder.write("counts.csv", "\n".join(["gebiet;jahr;merkmal;gruppe;wert", *rows]) + "\n")


def test_its_areas_are_the_sums_of_their_units(divided):
    release = make_release(divided.open())
    table = release.table("raum", "A2", YEAR)
    assert table["count"].to_dict() == {"R1": 33, "R2": 30} and table["base"].to_dict() == {"R1": 300, "R2": 100}
    assert release.table("quartier", "A2", YEAR)["count"].tolist() == [30, 33, 30, 30]
    assert [level.id for level in release.levels] == ["kreis", "gemeinde", "quartier", "raum"]
    assert release.finest.id == "quartier" and release.above("raum").id == "gemeinde"


def test_its_areas_lie_where_their_units_do(divided):
    hierarchy = make_release(divided.open()).hierarchy
    areas = hierarchy.areas("raum")
    assert areas.geometry.area.tolist() == pytest.approx([1_500_000, 500_000])
    assert areas["parent"].tolist() == ["05999001", "05999001"] and areas["name"].tolist() == ["Mitte", "Rand"]
    assert hierarchy.ancestors("raum", "kreis").tolist() == ["05999", "05999"]
    assert hierarchy.names["R2"] == "Rand" and hierarchy.level_of("R1") == "raum"


def test_two_divisions_do_not_give_a_small_piece_away(divided):
    # Each alone is safe: quarters 30 and 32, areas 32 and 30. Together the western block of the second quarter follows:
    # 32 − 30 = 2.
    counts_of(divided, 10, 20, 2, 30)
    release = make_release(divided.open())
    shown = {level: release.table(level, "A2", YEAR)["sign"].eq(Sign.SHOWN) for level in ("quartier", "raum")}
    assert not (shown["quartier"]["05999001-01"] and shown["raum"]["R1"])
    assert not (shown["quartier"]["05999001-02"] and shown["raum"]["R2"])


def test_without_the_division_everything_is_shown(divided):
    counts_of(divided, 10, 20, 2, 30)
    divided.replace("county.toml", DIVISION, "[sources.amt]")
    (divided.path / "schemes/raum.csv").unlink()
    release = make_release(divided.open())
    assert release.table("quartier", "A2", YEAR)["sign"].eq(Sign.SHOWN).all()


def test_a_hidden_area_is_hidden_in_both_divisions(divided):
    # R2 is the eastern block of the second quarter: 1 child there is hidden in R2, and R1 with it.
    counts_of(divided, 10, 20, 30, 1)
    release = make_release(divided.open())
    table = release.table("raum", "A2", YEAR)
    assert table["sign"].ne(Sign.SHOWN).all() and np.isnan(table["value"]).all()
    quarters = release.table("quartier", "A2", YEAR)["sign"]
    assert quarters["05999001-01"] == Sign.SHOWN or quarters["05999001-02"] == Sign.SHOWN  # R1 = 30 + 30, R2 = 31 − 30?
    # Whoever knows the first quarter (30) and Alfdorf's sum (61) knows the second one (31), never its two blocks.


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("05999001-02-o;R2", "0599900x;R2", "schemes/raum.csv, Zeile 5: Diese Einheit gibt es auf der feinsten Ebene nicht: 0599900x."),
        ("05999001-02-o;R2", "05999001-02-w;R2", "Diese Einheit kommt mehrmals vor: 05999001-02-w"),
        ("05999001-02-o;R2", "05999002-02-o;R1", "Das Gebiet R1 liegt in mehreren übergeordneten Gebieten."),
        ("05999001-02-o;R2", "05999001-02-o;05999001", "gehört schon einem Gebiet einer anderen Ebene"),
        ("einheit;", "block;", "Die Spalte „einheit“ fehlt."),
    ],
)  # fmt: skip
def test_faults_of_the_table(divided, old, new, told):
    divided.replace("schemes/raum.csv", old, new)
    assert any(told in each for each in divided.error_sentences()), divided.error_sentences()


def test_a_missing_table_is_told(divided):
    (divided.path / "schemes/raum.csv").unlink()
    assert any("schemes/raum.csv" in each and "fehlt" in each for each in divided.error_sentences())
