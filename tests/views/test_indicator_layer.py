"""What the map shows in each year, against the release's own tables."""

import pytest

from indicators.signs import Sign
from monitor.changes import change_table
from texts.change import change_interval, change_value
from ui.data import content
from views.class_choice import ClassChoice
from views.class_ranges import class_ranges
from views.indicator_layer import indicator_layer
from views.layer import HIDDEN, MISSING, UNSECURED

YEARS = [2015, 2019, 2024]


@pytest.fixture(scope="module")
def shown():
    return content()


def layer(shown, since=None, indicator="A2"):
    return indicator_layer(shown, "quartier", shown.release.catalogue[indicator], ClassChoice(), YEARS, since)


def test_a_colour_means_the_same_in_every_year(shown):
    found, release = layer(shown), shown.release
    series = release.over_years("quartier", "A2").to_numpy()
    words = [entry.text for entry in found.legend][: len(found.colours)]
    ends = [float(text.split(" bis ")[1].replace(",", ".")) for text in words]
    assert words == class_ranges(series, ends, 1)
    for position, year in enumerate(YEARS):
        table = release.table("quartier", "A2", year).loc[list(shown.ids("quartier"))]
        for code, value, sign in zip(found.classes(position), table["value"], table["sign"], strict=True):
            if sign != Sign.SHOWN:
                assert code in (HIDDEN, MISSING)
                continue
            number = int(code)
            assert round(value, 1) <= ends[number]
            assert number == 0 or round(value, 1) > ends[number - 1]


def test_texts_say_what_the_table_says(shown):
    texts = layer(shown).texts(2)
    table = shown.release.table("quartier", "A2", 2024).loc[list(shown.ids("quartier"))]
    for text, value, sign in zip(texts.areas, table["value"], table["sign"], strict=True):
        assert bool(text.value) == (sign == Sign.SHOWN)
        if text.value:
            assert text.value == f"{value:.1f} %".replace(".", ",")
    benchmark = shown.release.benchmark("A2", 2024, "quartier")["value"]
    assert texts.whole == f"{benchmark:.1f} %".replace(".", ",")


def test_changes_that_could_be_chance_are_spelled_otherwise(shown):
    found = layer(shown, since=2015)
    table = change_table(shown.release, "quartier", "A2", 2024, 2015).loc[list(shown.ids("quartier"))]
    middle = len(found.colours) // 2
    for code, row in zip(found.classes(2), table.itertuples(), strict=True):
        if row.sign != Sign.SHOWN:
            assert code in (HIDDEN, MISSING)
            continue
        assert (code in UNSECURED) == (not row.secured)
        number = UNSECURED.index(code) if code in UNSECURED else int(code)
        assert number == middle or (number > middle) == (row.value > 0)


def test_a_change_since_the_year_itself_is_no_change(shown):
    found = layer(shown, since=2019)
    assert set(found.classes(1)) <= {MISSING, HIDDEN}


def test_changes_are_written_with_their_sign(shown):
    catalogue = shown.release.catalogue
    assert change_value(catalogue["A2"], 4.06) == "+4,1 Prozentpunkte"
    assert change_value(catalogue["A2"], -0.04) == "0,0 Prozentpunkte"
    assert change_value(catalogue["D1"], -1234) == "−1.234"
    assert change_interval(catalogue["A2"], -2.46, -0.31) == "−2,5 bis −0,3 Prozentpunkte"


def test_smoothed_values_stand_beside_what_was_measured(shown):
    table = shown.release.table("quartier", "P2", 2024).loc[list(shown.ids("quartier"))]
    found = layer(shown, indicator="P2")
    assert found.heading.endswith("geglättet mit den Nachbarn")
    for text, row in zip(found.texts(2).areas, table.itertuples(), strict=True):
        if row.sign == Sign.SHOWN:
            assert text.value == f"{row.smoothed:.2f} %".replace(".", ",")
            assert text.measured == f"{row.value:.2f} %".replace(".", ",")


def test_the_measured_values_can_be_had(shown):
    choice = shown.release.catalogue["P2"], ClassChoice(), YEARS
    found = indicator_layer(shown, "quartier", *choice, measured=True)
    assert "geglättet" not in found.heading
    assert not any(text.measured for text in found.texts(2).areas)
    assert found.classes(2) != indicator_layer(shown, "quartier", *choice).classes(2)
