"""Printed reports: what stands in them is what the command line computes and the map shows."""

import re

import pytest

from reports.area_report import area_report, decided_view, most_frequent_reasons
from reports.frame import Options
from reports.maps import report_map
from reports.profile_report import profile_pdf
from tests.reports.conftest import number_in
from tests.reports.pdf_reading import opened, rows_told, text_of
from texts.numbers import german
from views.attention_layer import attention_layer
from views.options import attention_years
from views.profile.profile import profile_of
from views.rules import rule_result
from views.view import read_attention_view


def squeezed(text):
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(
    ("area", "level"),
    [
        ("05382068-07", "quartier"),
        pytest.param("05382060-03", "quartier", marks=pytest.mark.slow),
        ("05382068", "gemeinde"),
    ],
)
def test_every_number_of_a_profile_is_the_computed_one(shown, computed, area, level):
    """Line by line of the table: value and interval of its year, as `monitor compute` writes them."""
    table = cells(shown, area)
    for row in profile_of(shown, area).rows:
        told = computed(level, row.year)[row.indicator.id, area]
        decimals = row.indicator.decimals
        value = number_in(told["wert"])
        wanted = told["zeichen"] if value is None else german(value, decimals)
        ends = [number_in(told[name]) for name in ("unten95", "oben95")]
        interval = "" if ends[0] is None else f"{german(ends[0], decimals)}–{german(ends[1], decimals)}"
        assert table[row.indicator.name][:2] == [wanted, interval], row.indicator.name
        assert table[row.indicator.name][VERDICT[level]] == told["vergleich"], row.indicator.name
        assert table[row.indicator.name][-1] == told["trend"], row.indicator.name


VERDICT = {"quartier": 5, "gemeinde": 4}  # behind value, interval, municipality where there is one, county, drawing


def cells(shown, area):
    """Name of each indicator → its cells behind the name."""
    names = sorted((each.name for each in shown.release.catalogue.values()), key=len, reverse=True)
    found = {}
    for row in rows_told(profile_pdf(shown, area)):
        name = next((name for name in names if row[0].startswith(name)), "") if len(row) > 5 else ""
        found[name] = [cell.strip() for cell in row[1:]]
    return found


def test_one_page_each_way(shown):
    for area in ("05382068-07", "05382068", "05382"):
        for landscape in (False, True):
            with opened(profile_pdf(shown, area, options=Options(landscape=landscape))) as found:
                assert len(found.pages) == 1, (area, landscape)
                width, height = (float(each) for each in found.pages[0].mediabox[2:])
                assert (width > height) == landscape and sorted((width, height)) == pytest.approx(
                    [595.28, 841.89], abs=0.1
                )


def test_every_profile_of_the_county_is_one_page(shown):
    for area in shown.release.areas("quartier")[::16]:
        with opened(profile_pdf(shown, area)) as found:
            assert len(found.pages) == 1, area


def test_a_report_says_what_the_map_says(shown):
    view = decided_view(shown)
    text = squeezed(text_of(area_report(shown, view)))
    years = attention_years(shown.release, view.level, view.rule)
    layer = attention_layer(shown, view.level, view.rule, years)
    drawn = report_map(shown, layer, view.level, years.index(view.year), (500, 400))
    assert drawn.caption in text
    for line in drawn.legend:
        assert squeezed(f"{line['text']} · {line['counted']}") in text
    found = rule_result(shown, view.level, view.year, view.rule)
    for area in found.worst_first().index:
        assert shown.release.hierarchy.names[area] in text


def test_a_report_says_whose_numbers_they_are(shown):
    text = squeezed(
        text_of(area_report(shown, decided_view(shown, "05382068"), Options(address="https://monitor.example.de")))
    )
    release = shown.release
    assert f"Nr. {release.number}" in text
    assert "2015 bis 2024, Gebiete vom 31.12.2024" in text
    assert "Kreisregel, Nr. 1" in text and "nur Troisdorf" in text
    assert "https://monitor.example.de/aufmerksamkeit?regel=county" in text.replace(" ", "").replace(
        "monitor.example.de/a", "monitor.example.de/a"
    )
    assert "erfunden" in text


def test_a_what_if_says_so(shown):
    link = {"regel": "county", "k": "2"}
    view = read_attention_view(shown.release, lambda param: link.get(param, ""))
    text = squeezed(text_of(area_report(shown, view)))
    assert "Was wäre, wenn: nicht das beschlossene Verfahren" in text
    assert "(was wäre, wenn)" in text and "k=2" in text


@pytest.mark.parametrize(
    "part",
    [
        "map",
        "list",
        *(pytest.param(each, marks=pytest.mark.slow) for each in ("question", "maps", "methods", "sources")),
    ],
)
def test_parts_can_be_left_out(shown, part):
    heads = {
        "question": "Wo ist besonderer Aufmerksamkeitsbedarf, und warum?", "map": "Karte 1: Besonderer Aufmerksamkeitsbedarf",
        "list": "Was dafür spricht", "maps": "Kennzahlen, die am häufigsten", "methods": "Verfahren und Grenzen",
        "sources": "Quellen und Geheimhaltung",
    }  # fmt: skip
    text = squeezed(text_of(area_report(shown, decided_view(shown), Options(without=frozenset({part})))))
    assert {name for name, head in heads.items() if head not in text} == {part}


def test_the_most_frequent_reasons_are_mapped(shown):
    view = decided_view(shown)
    found = rule_result(shown, view.level, view.year, view.rule)
    flagged = found.table.index[found.table["flagged"].astype(bool)]
    counts = found.drivers.loc[flagged].sum()
    chosen = most_frequent_reasons(found, list(found.table.index))
    assert len(chosen) == 3 and counts[chosen].min() >= counts.drop(chosen).max()


def test_hidden_numbers_are_in_no_report(shown):
    """The area with most hidden values: only signs stand where the command line has signs."""
    release = shown.release
    hidden = {
        area: sum(row.sign.name in ("PRIMARY", "SECONDARY", "SMALL_BASE") for row in profile_of(shown, area).rows)
        for area in release.areas("quartier")[::5]
    }
    area = max(hidden, key=lambda each: hidden[each])
    assert hidden[area] > 0
    table = cells(shown, area)
    for row in profile_of(shown, area).rows:
        if not row.is_shown:
            assert table[row.indicator.name][:2] == ["•", ""]
            assert set(table[row.indicator.name][VERDICT["quartier"] :]) == {""}
