"""What lies in no area, in the workbook: its rows make the sums right."""

from reports.value_columns import value_columns
from tests.monitor.conftest import tiny_folder  # noqa: F401 a fixture
from tests.monitor.test_unplaced import YEAR, folder  # noqa: F401 a fixture
from tests.monitor.test_unplaced_rows import IN_ALFDORF, IN_COUNTY, release  # noqa: F401 a fixture
from tests.reports.conftest import loaded
from tests.reports.test_map_file import asked, made


def test_the_workbook_holds_them(release):  # noqa: F811
    columns = value_columns(release, "quartier", YEAR, [release.catalogue["A2"]], release.areas("quartier"))
    told = {column.heading: list(column.values) for column in columns}
    assert told["Schlüssel"][-2:] == ["", ""] and told["Gebiet"][-2:] == [IN_ALFDORF, IN_COUNTY]
    assert told["Kommune"][-2:] == ["", ""] and told["Anzahl"][-2:] == [7, 4] and sum(told["Anzahl"]) == 146


def test_a_map_as_a_file_says_them_beside_its_areas(folder, release, tmp_path):  # noqa: F811
    content = made(loaded(folder.path), "quartier", "A2", 2024)
    told = asked(
        content, tmp_path, "select schluessel, wert from ueber_diese_datei where schluessel like '%zuordenbar%'"
    )
    assert [tuple(row.values()) for row in told] == [(IN_ALFDORF, "7 von 12"), (IN_COUNTY, "4 von 8")]
    assert len(asked(content, tmp_path, 'select * from "A2_quartier"')) == 4
