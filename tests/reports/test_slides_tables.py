"""Tables beside the maps of slides: the numbers of the command line, in the order of the screen."""

import pytest

from tests.reports.conftest import number_in
from tests.reports.slide_decks import TROISDORF, deck_of, ids_of, karte, regel
from tests.reports.slide_reading import (
    about,
    numbers,
    tables,
    texts,
)  # fmt: skip
from texts.numbers import german

# Tables


def test_values_beside_the_map_are_those_of_the_command_line(shown, computed, shapes_of_maps):
    _, slide = shapes_of_maps["Werte"]
    [[headings, *rows]] = tables(slide)
    assert headings == ["Quartier, höchste zuerst", "Wert", "95-%-Bereich"]
    expected = {area: row for (indicator, area), row in computed("quartier").items() if indicator == "A2"}
    known = {area: number_in(row["wert"]) for area, row in expected.items() if row["wert"]}
    assert len(rows) == 8 + 1
    for name, value, interval in rows[:8]:
        row = expected[ids_of(shown, "quartier")[name]]
        assert value == f"{german(number_in(row['wert']), 1)} %"
        assert interval == f"{german(number_in(row['unten95']), 1)}–{german(number_in(row['oben95']), 1)}"
    highest = sorted((german(value, 1) for value in known.values()), key=lambda text: -numbers(text)[0])[:8]
    assert [value.removesuffix(" %") for _, value, _ in rows[:8]] == highest
    whole = next(row for (indicator, _), row in computed("kreis").items() if indicator == "A2")
    assert rows[8] == ["Kreis", f"{german(number_in(whole['wert']), 1)} %", ""]
    assert f"und {len(expected) - 8} weitere, davon {len(expected) - len(known)} ohne Wert" in texts(slide)


def test_values_of_two_maps_stand_side_by_side(shown, computed, shapes_of_maps):
    _, slide = shapes_of_maps["zwei Karten"]
    [[headings, *rows]] = tables(slide)
    assert headings == ["Quartier, höchste zuerst", "Kinderarmut, 2024", "Früherkennung U9, 2022–2024"]
    for name, first, second in rows[:8]:
        area = ids_of(shown, "quartier")[name]
        for text, indicator in ((first, "A2"), (second, "G5")):
            row = computed("quartier")[indicator, area]
            assert text == f"{german(number_in(row['wert']), 1)} %"


def test_favourable_is_high_so_the_lowest_come_first(shown, computed):
    [[headings, *rows]] = tables(deck_of(shown, karte(kennzahl="G5")).slides[1])
    assert headings[0] == "Quartier, niedrigste zuerst"
    known = [
        number_in(row["wert"])
        for (indicator, _), row in computed("quartier").items()
        if indicator == "G5" and row["wert"]
    ]
    assert [numbers(value)[0] for _, value, _ in rows[:8]] == [round(value, 1) for value in sorted(known)[:8]]


def test_a_municipality_is_compared_with_itself_and_the_county(shown, computed, shapes_of_maps):
    _, slide = shapes_of_maps["Kommune"]
    [[_, *rows]] = tables(slide)
    assert all(name.startswith("Troisdorf") for name, *_ in rows[:8])
    town = computed("gemeinde")["A2", TROISDORF]
    assert rows[9] == ["Troisdorf", f"{german(number_in(town['wert']), 1)} %", ""]
    assert rows[8][0] == "Kreis"


def test_changes_are_those_between_the_two_years(shown, computed, shapes_of_maps):
    _, slide = shapes_of_maps["Veränderung"]
    [[headings, *rows]] = tables(slide)
    assert headings == ["Quartier, höchste zuerst", "Veränderung (Prozentpunkte)", "95-%-Bereich"]
    for name, change, _ in rows[:8]:
        area = ids_of(shown, "quartier")[name]
        now, then = (number_in(computed("quartier", year)["A2", area]["wert"]) for year in (2024, 2019))
        assert change == f"+{german(now - then, 1)}"


def test_smoothed_values_stand_beside_the_measured_ones(shown, computed):
    [[headings, *rows]] = tables(deck_of(shown, karte(kennzahl="P2")).slides[1])
    assert headings[1:] == ["Wert, geglättet", "gemessen"]
    for name, smoothed, measured in rows[:8]:
        row = computed("quartier")["P2", ids_of(shown, "quartier")[name]]
        assert [smoothed, measured] == [f"{german(number_in(row[each]), 2)} %" for each in ("geglaettet", "wert")]


def test_numbers_without_a_base_are_held_against_nothing(shown, computed):
    [[headings, *rows]] = tables(deck_of(shown, karte(kennzahl="D1", ebene="gemeinde")).slides[1])
    assert headings == ["Kommune, höchste zuerst", "Wert"] and len(rows) == 8
    assert rows[0] == ["Troisdorf", german(number_in(computed("gemeinde")["D1", TROISDORF]["wert"]), 0)]


@pytest.mark.parametrize("rule", ["county", "mss", pytest.param("significance", marks=pytest.mark.slow)])
def test_flagged_areas_with_their_first_reasons(shown, attention, rule):
    slide = deck_of(shown, regel(regel=rule)).slides[1]
    [[headings, *rows]] = tables(slide)
    assert headings == ["Quartier", "Stärkste Gründe"]
    expected = attention(rule)
    flagged = {area: row for area, row in expected.items() if row["auffaellig"] == "ja"}
    assert len(rows) == min(6, len(flagged))
    for name, reasons in rows:
        row = flagged[ids_of(shown, "quartier")[name]]
        assert reasons.split("\n") == row["gruende"].split("; ")[:3]
    strengths = [number_in(flagged[ids_of(shown, "quartier")[name]]["index"]) for name, _ in rows]
    worst = sorted((number_in(row["index"]) for row in flagged.values()), reverse=True)
    assert strengths == worst[: len(rows)]
    assert f"und {len(flagged) - 6} weitere" in texts(slide)


def test_where_nobody_is_flagged_the_slide_says_so(shown, attention):
    quiet = next(
        town for town in shown.release.areas("gemeinde")
        if not any(row["auffaellig"] == "ja" and area.startswith(town) for area, row in attention("county").items())
    )  # fmt: skip
    slide = deck_of(shown, regel(kommune=quiet)).slides[1]
    assert not tables(slide) and "Hier ist kein Gebiet auffällig." in texts(slide)


def test_a_view_that_wants_nothing_beside_its_map_has_no_table(shown):
    assert not tables(deck_of(shown, karte(seite="ohne")).slides[1])


def test_tables_have_a_heading_row_and_words(shapes_of_maps):
    for _, slide in shapes_of_maps.values():
        for each in (shape for shape in slide.shapes if shape.has_table):
            assert each.table.first_row and not each.table.horz_banding
            assert about(each).get("descr").startswith("Tabelle: ")
