"""Statements in reports: whose they are, on which area and indicator, shortened where a page has little room, and as text."""

from dataclasses import replace
from datetime import date

from reports.area_report import area_report, decided_view
from reports.frame import Options
from reports.profile_report import profile_pdf
from reports.said_rows import SHORTENED, said_in_report, said_on_area
from tests.reports.pdf_reading import text_of
from tests.store.hostile import TEXTS
from views.said import KNOWLEDGE, STATEMENT, Said, Voice

AREA = "05382060-04"


def with_voices(shown, *voices):
    return replace(shown, said=Said(tuple(voices)))


def voice(text="Gut so.", **about):
    return Voice(STATEMENT, "Fraktion A", date(2026, 4, 20), text, **about)


def test_on_an_area_in_full_and_on_its_indicators_counted(shown):
    told = with_voices(
        shown, voice(areas=(AREA,)), voice(indicator="A2"), voice(indicator="A2"), voice(indicator="A4"),
        Voice(KNOWLEDGE, "Siegburg", None, "Neubau seit 2023.", (AREA, "05382060-11")), voice(areas=("05382068-09",)),
    )  # fmt: skip
    assert said_on_area(told, AREA, ["A1", "A2", "A4"]) == [
        {"head": "Stellungnahme, Fraktion A, 20.4.2026 zu Siegburg 04", "text": "Gut so."},
        {"head": "Ortskenntnis, Siegburg zu Siegburg 04, Siegburg 11", "text": "Neubau seit 2023."},
        {
            "head": "Stellungnahmen zu Kennzahlen",
            "text": "Kinderarmut (2), Altersarmut (1); im Wortlaut auf der Seite Beteiligung.",
        },
    ]


def test_a_report_tells_each_once(shown):
    both = voice(areas=(AREA,), indicator="A2")
    rows = said_in_report(with_voices(shown, both, voice("Nein.", indicator="D1")), [AREA], ["A2"])
    assert [row["head"] for row in rows] == ["Stellungnahme, Fraktion A, 20.4.2026 zu Siegburg 04, Kinderarmut"]


def test_a_long_one_is_shortened_and_says_so(shown):
    [row] = said_on_area(with_voices(shown, voice("Wort " * 300, areas=(AREA,))), AREA, [])
    assert row["text"].endswith(SHORTENED) and len(row["text"]) < 700


def test_nothing_said_is_nothing_printed(shown):
    assert said_on_area(with_voices(shown), AREA, ["A2"]) == []
    assert "Stellungnahmen" not in text_of(profile_pdf(with_voices(shown), AREA))


def test_hostile_text_is_printed_as_text(shown):
    told = with_voices(shown, *(voice(text + " \U0001f331", areas=(AREA,), indicator="A2") for text in TEXTS.values()))
    for printed in (profile_pdf(told, AREA), area_report(told, decided_view(told, "05382060"), Options())):
        words = " ".join(text_of(printed).replace("\u200b", "").split())
        for part in ("<script>", "**fett** `code` $x$", "=HYPERLINK(", "BEGIN:VALARM"):
            assert part in words, part


def test_it_can_be_left_out(shown):
    told = with_voices(shown, voice("Ganz eigener Satz.", areas=(AREA,)))
    assert "Ganz eigener Satz." in text_of(profile_pdf(told, AREA))
    assert "Ganz eigener Satz." not in text_of(
        profile_pdf(told, AREA, options=Options(without=frozenset({"statements"})))
    )
