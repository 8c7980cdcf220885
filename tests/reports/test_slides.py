"""The slides of a meeting against the command line and the maps of the screen; opened by python-pptx and LibreOffice."""

import io
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from indicators.signs import Sign
from monitor.default_story import default_story
from monitor.folder import open_folder
from monitor.release import make_release
from problem import DataError
from reports.slides import slides
from tests.browser.attacker.county import INDICATORS as MADE_UP
from tests.browser.attacker.county import YEARS, made_up, write_folder
from tests.browser.attacker.search import CLOSE, secrets
from tests.monitor import test_real_counties
from tests.monitor.conftest import TinyFolder
from tests.reports.conftest import loaded
from tests.reports.slide_decks import ADDRESS, COUNTY, INVENTED, LONG, PRINTED, TROISDORF, deck_of, karte, regel
from tests.reports.slide_reading import (
    about,
    body,
    everything,
    notes,
    numbers,
    opened,
    pictures,
    tables,
    texts,
)  # fmt: skip
from tests.test_gate_is_alone import hidden_cells
from texts.attention import NO_RULE, ONLY_COMPARED, WHAT_IF
from texts.problems import sentence
from texts.reasons import FAIR_WORDS
from texts.slides import METHODS, TITLE
from views.content import content_of

# Texts


def test_titles_and_sentences_are_those_of_the_story(shown, prepared):
    story = shown.release.story
    found = list(prepared.slides)
    assert [slide.shapes.title.text for slide in found] == [TITLE, *(step.title for step in story), METHODS]
    assert [body(slide) for slide in found[1:-1]] == [step.sentence for step in story]


def test_the_first_slide_says_whose_numbers_and_which_day(prepared):
    first = prepared.slides[0]
    said = "\n".join(texts(first))
    assert "Rhein-Sieg-Kreis" in said and "erstellt am 09.03.2026" in said
    assert "Daten 2015 bis 2024, Gebiete vom 31.12.2024" in said
    assert INVENTED in said


def test_every_slide_says_that_numbers_are_invented(prepared):
    assert all(any(INVENTED in text for text in texts(slide)) for slide in prepared.slides)


def test_titles_are_told_apart(shown):
    deck = deck_of(shown, karte("Wo?"), karte("Wo?"), karte(METHODS), karte("wo?"))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles == [TITLE, "Wo?", "Wo? (2)", METHODS, "wo? (3)", f"{METHODS} (2)"]


def test_a_step_without_a_sentence_has_no_empty_place_for_one(shown):
    slide = deck_of(shown, karte(sentence="")).slides[1]
    assert [each.placeholder_format.type for each in slide.placeholders if not each.text_frame.text] == []
    assert body(slide) == ""


def test_a_story_without_steps_is_refused(shown):
    with pytest.raises(DataError) as raised:
        slides(shown, ())
    assert [sentence(each) for each in raised.value.problems] == [
        "Die Sitzung hat keinen Schritt. Bitte mindestens einen Schritt aufnehmen."
    ]


def test_a_step_that_can_show_nothing_says_so(tmp_path):
    deck = deck_of(loaded(TinyFolder(tmp_path).path), regel("Wo?"))
    assert NO_RULE in texts(deck.slides[1])
    assert deck.slides[1].shapes.title.text == "Wo?" and not pictures(deck.slides[1])


# Notes


def test_notes_say_where_the_numbers_come_from(prepared):
    said = notes(prepared.slides[3])
    for words in (
        "Herausgeber: Rhein-Sieg-Kreis", "Stand der Daten: 2015 bis 2024, Gebiete vom 31.12.2024",
        "Quelle: Grundsicherung für Arbeitsuchende (SGB II) (Jobcenter), Stand 31.12.2024: Kinderarmut",
        "Kinderarmut: Kinder unter 15 Jahren in SGB-II-Bedarfsgemeinschaften / Kinder unter 15 Jahren",
        f"Diese Ansicht: {ADDRESS}/karte?kennzahl=A2&jahr=2024&ebene=quartier", INVENTED, FAIR_WORDS,
    ):  # fmt: skip
        assert words in said


def test_every_slide_names_release_and_method(shown, prepared):
    number = shown.release.number
    for slide in prepared.slides:
        said = notes(slide)
        assert f"Freigabe: Nr. {number}" in said and "Verfahren: Kreisregel, Nr. 1" in said and FAIR_WORDS in said


def test_notes_of_a_rule_say_the_whole_rule_and_all_sources(prepared):
    said = notes(prepared.slides[2])
    assert "mindestens 4 von 8 Kennzahlen ungünstiger sind" in said and "**" not in said
    for source in ("Jobcenter", "Sozialamt des Kreises", "Gesundheitsamt des Kreises"):
        assert f"({source})" in said


def test_notes_say_what_was_done_to_the_numbers(shown):
    said = notes(deck_of(shown, karte(kennzahl="G5", kommune=TROISDORF)).slides[1])
    assert "3 Jahrgänge zusammengefasst, 2022–2024" in said and "darum werden drei Jahrgänge addiert" in said
    assert "Auswahl: nur Gebiete in Troisdorf" in said


def test_the_last_slide_has_sources_and_method(prepared):
    said = "\n".join(texts(prepared.slides[-1]))
    for words in ("Jobcenter", "Sozialamt des Kreises", "GeoNames, CC BY 4.0", "mindestens 4 von 8 Kennzahlen",
                  "Freigabe: Nr. ", "Berechnet mit: Sozialraum-Monitor", FAIR_WORDS):  # fmt: skip
        assert words in said


# Nothing hidden, and what is not decided


def test_no_hidden_value_anywhere(tmp_path):
    """A county whose rates have six decimals, so that a hidden one can be recognised wherever it stands."""
    county = made_up()
    write_folder(tmp_path, county)
    shown = content_of(make_release(open_folder(tmp_path)))
    views = [
        {"kennzahl": indicator.id, "ebene": level, "jahr": str(year), **more}
        for indicator in MADE_UP for level in ("quartier", "gemeinde") for year in YEARS
        for more in ({}, {"seit": str(YEARS[0])})
    ]  # fmt: skip
    deck = deck_of(shown, *(karte(**view) for view in views), regel())
    read = [number for text in everything(deck) for number in numbers(text)]
    hidden = secrets(county, hidden_cells(shown.release))
    assert len(hidden) > 100
    assert [which for which, number in hidden.items() if any(abs(number - each) < CLOSE for each in read)] == []
    known = make_release(open_folder(tmp_path)).table("quartier", "A2", YEARS[1])
    largest = float(known.loc[known["sign"] == Sign.SHOWN, "value"].max())
    assert any(abs(largest - each) < CLOSE for each in read)  # the search finds what is shown


def test_a_rule_that_is_not_decided_says_so(shown):
    deck = deck_of(shown, regel(regel="mss"), regel(k="6"), regel())
    first, compared, tried, decided = ("\n".join(texts(slide)) for slide in list(deck.slides)[:4])
    assert ONLY_COMPARED in compared and ONLY_COMPARED in notes(deck.slides[1])
    assert WHAT_IF in tried and WHAT_IF in notes(deck.slides[2]) and "Was wäre, wenn: Besonderer" in tried
    assert ONLY_COMPARED in first and WHAT_IF in first
    assert ONLY_COMPARED not in decided and WHAT_IF not in decided
    last = "\n".join(texts(deck.slides[4]))
    assert "MSS-Regel (nicht beschlossen): " in last and "Kreisregel (was wäre, wenn): " in last


# Awkward counties, other programs


def test_a_name_with_quotes_and_ampersands(shown):
    odd = replace(shown, release=replace(shown.release, county=replace(shown.release.county, name=COUNTY)))
    deck = deck_of(odd, karte(title='<b>"A" & B</b>', sentence="1 < 2 & 3 > 2"))
    assert COUNTY in "\n".join(texts(deck.slides[0])) and deck.core_properties.author == COUNTY
    assert (deck.slides[1].shapes.title.text, body(deck.slides[1])) == ('<b>"A" & B</b>', "1 < 2 & 3 > 2")


def test_logo_and_own_text_stand_on_the_first_slide(shown):
    buffer = io.BytesIO()
    Image.new("RGB", (300, 100), "navy").save(buffer, "PNG")
    report = replace(shown.release.county.report, text="Zur Vorlage im Ausschuss.", logo=buffer.getvalue())
    own = replace(shown, release=replace(shown.release, county=replace(shown.release.county, report=report)))
    first = deck_of(own, karte()).slides[0]
    assert "Zur Vorlage im Ausschuss." in texts(first)
    [logo] = [each for each in pictures(first) if about(each).get("descr").startswith("Logo: ")]
    assert logo.width / logo.height == pytest.approx(3, rel=0.01)


def test_the_real_municipalities(tmp_path):
    if not test_real_counties.INKAR.is_file():
        pytest.skip("real open data in ../shared/data are not there")
    shown = loaded(test_real_counties._folder(tmp_path, "vg250_rhein_sieg.zip", "05382"))
    deck = deck_of(shown, *default_story(shown.release), karte("2021", kennzahl="A5", jahr="2021"))
    slide = next(each for each in deck.slides if each.shapes.title.text == "2021")
    [[headings, *rows]] = tables(slide)
    assert rows[8][1] == "4,83 %"  # 18,302 of 379,009
    assert headings[1:] == ["Wert", "95-%-Bereich"]
    values = dict(row[:2] for row in rows[:8])
    assert values["Siegburg"] == "6,93 %" and "Wachtberg" not in values
    assert "und 11 weitere" in texts(slide)
    assert not any(INVENTED in text for each in deck.slides for text in texts(each))


def test_libreoffice_makes_as_many_pages(shown, office):
    story = (*shown.release.story, *LONG, regel(regel="mss"))
    content = slides(shown, story, PRINTED)
    [made] = office(content, ".pptx", "pdf")
    with pikepdf.open(made) as pdf:
        assert len(pdf.pages) == len(opened(content).slides) >= len(story) + 2
