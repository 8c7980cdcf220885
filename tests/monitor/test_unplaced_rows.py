"""Tables as files: with the rows of what lies in no area, the areas make up the municipality and the county."""

import csv
import io

import pandas as pd
import pytest

from monitor.audit import audit
from monitor.cli import main
from monitor.release import make_release
from monitor.results import value_rows
from monitor.unplaced import unplaced
from monitor.unplaced_rows import with_unplaced_rows
from tests.monitor.test_divisions import divided  # noqa: F401 a fixture
from tests.monitor.test_unplaced import ALFDORF, COUNTY, YEAR, declared, delivered, folder, released  # noqa: F401 a fixture

IN_ALFDORF, IN_COUNTY = "räumlich nicht zuordenbar in Alfdorf", "räumlich nicht zuordenbar in Musterkreis"
QUARTERS = ["05999001-01", "05999001-02", "05999002-01", "05999002-02"]


@pytest.fixture
def release(folder):  # noqa: F811
    # Alfdorf 82 = 15 + 60 + 7 and 462 = 150 + 300 + 12; the county 146 = 82 + 60 + 4 and 750 = 462 + 280 + 8.
    delivered(folder, COUNTY, sgb2_u15=146, ew_u15=750)
    return released(folder, sgb2_u15=82, ew_u15=462)


def _table(release, level="quartier", areas=None, indicators=("A2", "D1")):
    areas = release.areas(level) if areas is None else pd.Index(areas)
    rows = value_rows(release, level, YEAR, indicators).query("gebiet in @areas")
    return with_unplaced_rows(rows, release, level, YEAR, areas)


def test_each_whole_has_a_row_behind_the_areas_of_the_indicator(release):
    table = _table(release)
    assert table["gebiet"].tolist() == [*QUARTERS, IN_ALFDORF, IN_COUNTY, *QUARTERS]
    assert table["indikator"].tolist() == ["A2"] * 6 + ["D1"] * 4
    further = table[table["gebiet"].isin([IN_ALFDORF, IN_COUNTY])]
    assert further["zaehler"].tolist() == [7, 4] and further["nenner"].tolist() == [12, 8]
    assert table[:6]["zaehler"].sum() == 146 and table[:6]["nenner"].sum() == 750
    assert further["wert"].isna().all() and (further["zeichen"] == "").all() and (further["jahr"] == YEAR).all()
    assert (further["freigabe"] == release.number).all()
    assert table.dtypes.tolist() == value_rows(release, "quartier", YEAR, ["A2"]).dtypes.tolist()


def test_of_municipalities_it_is_the_countys(release):
    assert _table(release, "gemeinde")["gebiet"].tolist()[:3] == [ALFDORF, "05999002", IN_COUNTY]
    assert IN_COUNTY not in _table(release, "kreis")["gebiet"].tolist()


def test_a_municipality_alone_has_its_own(release):
    assert _table(release, areas=QUARTERS[:2], indicators=["A2"])["gebiet"].tolist() == [*QUARTERS[:2], IN_ALFDORF]
    assert _table(release, areas=QUARTERS[2:], indicators=["A2"])["gebiet"].tolist() == QUARTERS[2:]
    assert _table(release, areas=QUARTERS[:1], indicators=["A2"])["gebiet"].tolist() == QUARTERS[:1]


def test_a_number_of_people_is_a_value_as_well(folder):  # noqa: F811
    table = _table(released(folder, ew=3004), indicators=["D1"])
    assert table["wert"].tolist() == [1000, 2000, 1500, 500, 4]


def test_nothing_is_told_where_an_area_is_hidden(folder):  # noqa: F811
    table = _table(released(folder, sgb2_u15=76, ew_u15=462), indicators=["A2"])
    assert table["gebiet"].tolist() == QUARTERS and table["zaehler"].isna().sum() == 1


def test_the_command_writes_them(release, folder, tmp_path):  # noqa: F811
    out = tmp_path / "werte.csv"
    command = ["compute", str(folder.path), "--level", "quartier", "--year", str(YEAR), "--indicator", "A2"]
    assert main([*command, "--out", str(out)]) == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig")), delimiter=";"))
    assert [(row["gebiet"], row["zaehler"], row["nenner"], row["wert"]) for row in rows[-2:]] == [
        (IN_ALFDORF, "7", "12", ""), (IN_COUNTY, "4", "8", ""),
    ]  # fmt: skip


def test_a_table_without_them_is_as_it_was(folder):  # noqa: F811
    release = make_release(folder.open())
    rows = value_rows(release, "quartier", YEAR, ["A2"])
    assert with_unplaced_rows(rows, release, "quartier", YEAR, release.areas("quartier")) is rows


def _of_division(divided, sgb2_u15, ew_u15):  # noqa: F811
    """Alfdorf's four blocks count 63 children in need of 400; 33 in R1, 30 in R2."""
    declared(divided)
    divided.append("counts.csv", f"{ALFDORF};{YEAR};sgb2_u15;;{sgb2_u15}", f"{ALFDORF};{YEAR};ew_u15;;{ew_u15}")
    return make_release(divided.open())


def test_a_second_division_leaves_the_same(divided):  # noqa: F811
    release = _of_division(divided, 70, 412)
    assert (
        unplaced(release, "raum", ALFDORF, "A2", YEAR) == unplaced(release, "quartier", ALFDORF, "A2", YEAR) == (7, 12)
    )
    assert unplaced(release, "raum", COUNTY, "A2", YEAR) is None  # the other municipality is not divided
    assert _table(release, "raum", indicators=["A2"])["gebiet"].tolist() == ["R1", "R2", IN_ALFDORF]


def test_of_a_municipality_divided_in_part_nothing_is_said(divided):  # noqa: F811
    table = (divided.path / "schemes/raum.csv").read_text("utf-8")
    divided.write("schemes/raum.csv", table.replace("05999001-02-o;R2;Rand\n", ""))
    assert unplaced(_of_division(divided, 70, 412), "raum", ALFDORF, "A2", YEAR) is None


def test_a_single_one_is_protected_in_a_second_division_too(divided):  # noqa: F811
    release = _of_division(divided, 64, 412)
    assert unplaced(release, "raum", ALFDORF, "A2", YEAR) is None
    assert release.table("raum", "A2", YEAR)["count"].isna().any() and audit(release).recovered == ()
