"""The head line: what is secured, farthest first; what is hidden is named and its size is not."""

from types import SimpleNamespace

from indicators.benchmark import Comparison
from indicators.signs import Sign
from indicators.trend import Trend
from tests.views.profile.made_row import NAN, indicator, made_row
from texts.profile import ALL_KNOWN, NONE_DIFFERS
from views.profile.headline import headline


def lines(*rows):
    return headline(SimpleNamespace(rows=rows))


def row(name, value, polarity=-1, **changes):
    return made_row(indicator_=indicator(name=name, polarity=polarity), value=value, **changes)


def test_farthest_first_in_widths_of_the_middle_half():
    near = row("nah", 15.0)  # 5 of 7
    far = row("fern", 11.0, spread=(9, 9.9, 10, 10.1, 12))  # 1 of 0.2
    [worse, _] = lines(near, far)
    assert (worse.kind, worse.text) == ("worse", "fern 11,0 % (Kreis 10,0 %) und nah 15,0 % (Kreis 10,0 %)")


def test_only_what_is_secured_at_998_and_has_a_direction_is_told():
    told = lines(row("ein", 15.0, comparison=Comparison.HIGHER), row("ohne", 15.0, polarity=0))
    assert [line.text for line in told] == [NONE_DIFFERS, ALL_KNOWN]


def test_better_and_worse_follow_the_direction():
    told = lines(row("gut", 15.0, polarity=1), row("tief", 5.0, comparison=Comparison.MUCH_LOWER), row("hoch", 15.0))
    assert [(line.kind, line.text.split()[0]) for line in told[:2]] == [("worse", "hoch"), ("better", "gut")]
    assert "tief" in told[1].text


def test_more_than_four_are_counted():
    [worse, _] = lines(*(row(f"K{number}", 20.0) for number in range(6)))
    assert worse.text.endswith("und 2 weitere") and worse.text.count("Kreis") == 4
    [worse, _] = lines(*(row(f"K{number}", 20.0) for number in range(5)))
    assert worse.text.count("Kreis") == 5  # never "1 weitere"


def test_what_is_hidden_and_what_is_missing_are_told_apart():
    hidden = row("geheim", NAN, sign=Sign.PRIMARY, comparison=Comparison.NOT_COMPARED)
    missing = row("leer", NAN, sign=Sign.ABSENT, comparison=Comparison.NOT_COMPARED)
    unknown = lines(hidden, missing, row("da", 20.0))[-1]
    assert unknown.text == "1 von 3 Kennzahlen ist geheim (geheim); 1 hat keine Angabe (leer)."


def test_of_the_county_itself_the_trends_are_told():
    rising = row("steigt", 12.0, comparison=Comparison.NOT_COMPARED, trend=Trend.RISING)
    [worse, _] = lines(rising)
    assert (worse.kind, worse.text) == ("worse", "steigt steigend (2020–2024)")
