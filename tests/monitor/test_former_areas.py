"""Areas that were drawn anew: readers have kept the numbers of the former ones.

Alfdorf's four blocks w1, o1, w2, o2 count 10, 20, 2, 30 children in need of 100 each; the quarters w1 + o1 = 30 and
w2 + o2 = 32 are shown.
"""

import numpy as np
import pandas as pd
import pytest

from indicators.signs import Sign
from monitor.audit import What, audit
from monitor.cli import main
from monitor.memberships import apart, former_areas, renamed
from monitor.release import make_release
from monitor.release_file import RELEASE_FILE, StoredRelease, read_release_file, write_release_file
from tests.monitor.test_audit import _shown
from tests.monitor.test_divisions import DIVISION, YEAR, counts_of, divided  # noqa: F401 a fixture

# w1 + w2 = 12 and o1 + o2 = 50 leave w2 anything from 0 to 12; so do w1 = 10 and o1 + w2 + o2 = 52.
BEFORE, AFTER = {"w1": "R1", "o1": "R2", "w2": "R1", "o2": "R2"}, {"w1": "R1", "o1": "R2", "w2": "R2", "o2": "R2"}
UNITS = {"w1": "05999001-01-w", "o1": "05999001-01-o", "w2": "05999001-02-w", "o2": "05999001-02-o"}


def _drawn(folder, areas):
    folder.write(
        "schemes/raum.csv",
        "einheit;gebiet;name\n" + "".join(f"{UNITS[key]};{area};{area}\n" for key, area in areas.items()),
    )


def _released(folder):
    assert main(["release", str(folder.path)]) == 0
    return make_release(folder.open())


def _numbers(release, level="raum"):
    return release.table(level, "A2", YEAR)["count"].to_dict()


@pytest.fixture
def redrawn(divided):  # noqa: F811
    counts_of(divided, 10, 20, 2, 30)
    _drawn(divided, BEFORE)
    assert _numbers(_released(divided)) == {"R1": 12, "R2": 50}
    _drawn(divided, AFTER)
    return divided


def test_the_difference_to_a_former_area_is_protected(redrawn):
    # 12 − 10 = 2: whoever kept the first release must not be shown the second R1, nor 62 − 52.
    release = make_release(redrawn.open())
    assert release.table("raum", "A2", YEAR)["sign"].ne(Sign.SHOWN).all()
    assert _numbers(release, "quartier") == {"05999001-01": 30, "05999001-02": 32, "05999002-01": 30, "05999002-02": 30}


def test_without_the_former_areas_it_would_follow(redrawn):
    kept = read_release_file(redrawn.path)
    write_release_file(redrawn.path, StoredRelease(kept.fingerprint, kept.cells))
    cells = kept.cells[kept.cells["level"] != "raum"]
    write_release_file(redrawn.path, StoredRelease(kept.fingerprint, cells))
    assert _numbers(make_release(redrawn.open())) == {"R1": 10, "R2": 52}


def test_nobody_can_work_it_out(redrawn):
    release = _released(redrawn)
    assert release.protection.stored and audit(release).recovered == ()
    # Shown all the same, the western block of the second quarter follows: 12 − 10.
    [recovered] = [each for each in audit(_shown(release, "raum", 0, 10, 100)).recovered if each.what is What.SMALL]
    assert recovered.areas == ("Alfdorf 02", "R2")


def test_a_former_area_stays_known_through_later_releases(redrawn):
    _released(redrawn)
    _drawn(redrawn, dict.fromkeys(UNITS, "R1"))
    assert _numbers(_released(redrawn)) == {"R1": 62}
    _drawn(redrawn, AFTER)
    assert make_release(redrawn.open()).table("raum", "A2", YEAR)["sign"].ne(Sign.SHOWN).all()
    told = read_release_file(redrawn.path).membership["raum"]
    assert sorted(units for units in told.values()) == sorted(
        [
            tuple(sorted(UNITS.values())),
            *(_units(BEFORE, area) for area in ("R1", "R2")),
            *(_units(AFTER, area) for area in ("R1", "R2")),
        ]
    )


def _units(areas, area):
    return tuple(sorted(UNITS[key] for key, its in areas.items() if its == area))


def test_drawn_again_as_it_was_it_is_shown_again(redrawn):
    _released(redrawn)
    _drawn(redrawn, BEFORE)
    assert _numbers(_released(redrawn)) == {"R1": 12, "R2": 50}


def test_a_division_that_is_given_up_stays_known(redrawn):
    _drawn(redrawn, BEFORE)
    redrawn.replace(
        "county.toml", DIVISION, DIVISION.replace('"raum"', '"bezirk"').replace("schemes/raum", "schemes/bezirk")
    )
    (redrawn.path / "schemes/raum.csv").rename(redrawn.path / "schemes/bezirk.csv")
    table = (
        (redrawn.path / "schemes/bezirk.csv").read_text("utf-8").replace(f"{UNITS['w2']};R1;R1", f"{UNITS['w2']};R2;R2")
    )
    redrawn.write("schemes/bezirk.csv", table)
    assert make_release(redrawn.open()).table("bezirk", "A2", YEAR)["sign"].ne(Sign.SHOWN).all()


def test_quarters_may_be_drawn_anew_as_well(divided):  # noqa: F811
    # Quarters of 29 + 1 and 20 + 30; then the block of one child goes to the other quarter: 30 − 29 = 1.
    divided.replace("county.toml", DIVISION, "[sources.amt]")
    counts_of(divided, 29, 1, 20, 30)
    assert _numbers(_released(divided), "quartier")["05999001-01"] == 30
    blocks = (divided.path / "areas/block.geojson").read_text("utf-8")
    unit = f'"id": "{UNITS["o1"]}", "name": "Block o", "parent": "05999001-0'
    assert f"{unit}1" in blocks
    divided.write("areas/block.geojson", blocks.replace(f"{unit}1", f"{unit}2"))
    shown = _released(divided).table("quartier", "A2", YEAR)["sign"]
    assert shown["05999001-01"] != Sign.SHOWN and shown["05999001-02"] != Sign.SHOWN


def test_a_correction_does_not_make_an_old_number_worthless(redrawn):
    # 11 + 2 now, and 21 + 30: who takes the corrections for small ones comes close, 12 − 11 = 1 and 52 − 50 = 2.
    counts_of(redrawn, 11, 21, 2, 30)
    assert make_release(redrawn.open()).table("raum", "A2", YEAR)["sign"].ne(Sign.SHOWN).all()


def test_an_old_number_that_is_still_true_tells_as_much_as_before(redrawn):
    # 14 + 2, and 20 + 30 as before: 52 − 50 = 2.
    counts_of(redrawn, 14, 20, 2, 30)
    assert make_release(redrawn.open()).table("raum", "A2", YEAR)["sign"].ne(Sign.SHOWN).all()


def test_groups_of_former_areas_share_no_unit():
    areas = {"a": ("1", "2"), "b": ("3",), "c": ("2", "3"), "d": ("4",)}
    assert [list(group) for group in apart(areas)] == [["a", "b", "d"], ["c"]]


def test_names_of_areas_that_changed():
    cells = pd.DataFrame({"level": ["raum", "raum", "kreis"], "area": ["R1", "R2", "R1"], "number": [1.0, np.nan, 3.0]})
    stored = StoredRelease("", cells, {"raum": {"R1": ("1", "2"), "R2": ("3",)}})
    found = renamed(stored, {"raum": {"R1": ("1",), "R2": ("3",), "R3": ("2",)}})
    first, second, third = found.cells["area"]
    assert first.startswith("R1@") and (second, third) == ("R2", "R1")
    assert former_areas(found.membership) == {"raum": {first: ("1", "2")}}
    back = renamed(found, {"raum": {"R1": ("1", "2")}})
    assert back.cells["area"].iloc[0] == "R1" and back.cells["area"].iloc[1].startswith("R2@")


def test_the_membership_is_part_of_what_is_checked(redrawn):
    import pyarrow.parquet as pq

    path = redrawn.path / RELEASE_FILE
    table = pq.read_table(path)
    metadata = {key: value for key, value in table.schema.metadata.items() if key != b"membership"}
    pq.write_table(table.replace_schema_metadata(metadata), path)
    with pytest.raises(Exception, match="release_file_damaged"):
        read_release_file(redrawn.path)
