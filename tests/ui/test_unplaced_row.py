"""The line of what lies in no area: the sums of a table are right with it."""

import numpy as np
import pandas as pd
import pytest

from tests.monitor.conftest import tiny_folder  # noqa: F401 a fixture
from tests.monitor.test_unplaced import ALFDORF, YEAR, folder, released  # noqa: F401 a fixture
from texts.unplaced import unplaced_words
from ui.unplaced_row import with_unplaced
from ui.value_table import readable_values
from views.view import areas_in, read_view

AREAS = pd.DataFrame(
    {"Quartier": ["Nord", "Süd"], "Kommune": ["Alfdorf"] * 2, "Wert (%)": [20.0, 10.0], "Rang": [1.0, 2.0],
     "Anzahl": [60.0, 15.0], "von": [300.0, 150.0]}, index=["n", "s"],
)  # fmt: skip


def test_it_stands_at_the_end_and_makes_the_sums_right():
    table = with_unplaced(AREAS, "Quartier", {"Anzahl": 7.0, "von": 12.0})
    assert table["Quartier"].tolist() == ["Nord", "Süd", "räumlich nicht zuordenbar"]
    assert table[["Anzahl", "von"]].sum().tolist() == [82, 462]
    assert table["Kommune"].iloc[2] == "" and table[["Wert (%)", "Rang"]].iloc[2].isna().all()
    assert table.dtypes.tolist() == AREAS.dtypes.tolist()


@pytest.mark.parametrize("numbers", [{"Anzahl": 7.0, "von": np.nan}, {"Anzahl": 7.0, "Personen": 3.0}])
def test_a_number_that_is_not_known_or_has_no_column_is_left_out(numbers):
    table = with_unplaced(AREAS, "Quartier", numbers)
    assert list(table.columns) == list(AREAS.columns)
    assert table["Anzahl"].iloc[2] == 7 and np.isnan(table["von"].iloc[2])


def shown(release, **link):
    """The table of the page Karte as a reader sees it: its rows, and the last one in print."""
    view = read_view(release, lambda param: link.get(param, ""))
    areas = areas_in(release, view.level, view.municipality)
    table = release.table(view.level, view.indicator.id, view.year).loc[areas]
    styled = readable_values(release, view, view.indicator, YEAR, table)
    printed = styled.data.copy()
    for column in printed:
        printed[column] = [styled._display_funcs[at, printed.columns.get_loc(column)](each)
                           for at, each in enumerate(printed[column])]  # fmt: skip
    return styled.data, dict(printed.iloc[-1])


def test_the_table_of_a_municipality_ends_with_it(folder):  # noqa: F811
    rows, last = shown(released(folder, sgb2_u15=82, ew_u15=462), kennzahl="A2", kommune=ALFDORF)
    assert (last["Quartier"], last["Anzahl"], last["von"]) == ("räumlich nicht zuordenbar", "7", "12")
    assert rows[["Anzahl", "von"]].sum().tolist() == [82, 462] and len(rows) == 3
    assert last["Wert (%)"] == "–" and last["Rang in Alfdorf"] == "–"


def test_a_number_of_people_is_a_value_as_well(folder):  # noqa: F811
    rows, last = shown(released(folder, ew=3004), kennzahl="D1", kommune=ALFDORF)
    assert last["Anzahl"] == "4" and rows.filter(like="Wert").sum().tolist() == [3004]


def test_without_a_municipality_it_is_the_countys(folder):  # noqa: F811
    rows, last = shown(released(folder, sgb2_u15=82), kennzahl="A2")
    assert last["Anzahl"] == "7" and last["von"] == "0" and rows["Anzahl"].sum() == 82 + 60


def test_there_is_no_such_line_where_everybody_is_placed(folder):  # noqa: F811
    assert len(shown(released(folder), kennzahl="A2", kommune=ALFDORF)[0]) == 2


@pytest.mark.parametrize(
    ("count", "base", "told"),
    [
        (7, 12, "Mitgezählt, aber räumlich nicht zuordenbar: 7 von 12."),
        (1234, np.nan, "Mitgezählt, aber räumlich nicht zuordenbar: 1.234."),
        (np.nan, 12, "Mitgezählt, aber räumlich nicht zuordenbar: 12 der Grundgesamtheit."),
    ],
)
def test_beside_the_map_it_is_told_in_words(count, base, told):
    assert unplaced_words(count, base) == told
