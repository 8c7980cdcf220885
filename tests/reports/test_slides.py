"""The slides of a meeting against the command line and the maps of the screen; opened by python-pptx and LibreOffice."""

import datetime as dt
import io
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image
from pptx.oxml.ns import qn
from pptx.util import Pt

from indicators.signs import Sign
from monitor.cli import main
from monitor.default_story import default_story
from monitor.folder import open_folder
from monitor.release import make_release
from monitor.story import MOST_SENTENCE, MOST_TITLE, Step
from problem import DataError
from reports.frame import Options
from reports.slides import slides
from tests.browser.attacker.county import INDICATORS as MADE_UP
from tests.browser.attacker.county import YEARS, made_up, write_folder
from tests.browser.attacker.search import CLOSE, secrets
from tests.monitor import test_real_counties
from tests.monitor.conftest import TinyFolder
from tests.reports.conftest import SAMPLE, YEAR, loaded, number_in, rows_of
from tests.reports.slide_reading import (
    about,
    body,
    everything,
    is_decorative,
    kinds,
    legends,
    notes,
    numbers,
    opened,
    pictures,
    swatches,
    tables,
    texts,
)  # fmt: skip
from tests.reports.test_text_fit import typeface
from tests.test_gate_is_alone import hidden_cells
from texts.attention import ONLY_COMPARED, WHAT_IF
from texts.numbers import german
from texts.problems import sentence
from texts.reasons import FAIR_WORDS
from texts.slides import METHODS, TITLE
from views.content import content_of
from views.legend import legend_lines
from views.steps import step_maps

DAY = dt.date(2026, 3, 9)
ADDRESS = "https://monitor.example.de"
TROISDORF = "05382068"
PRINTED = Options(day=DAY, address=ADDRESS)
INVENTED = "Beispieldaten: Die Grenzen sind schematisch"
COUNTY = "Kreis \"Nord\" & 'Süd' <Mitte>"
STEP_ORDER = ["Titel", "Text", "Karte", "Karte", "Legende", "Tabelle", "Tabelle", "Hinweis", "Fußzeile", "Foliennummer"]
LONG = [
    Step("karte", "W" * MOST_TITLE, "W" * MOST_SENTENCE, {"kennzahl": "A2"}),
    Step("karte", ("Wie viele Kinder leben in Armut und wo sind es am meisten? " * 2)[:MOST_TITLE],
         ("Erreicht die Früherkennung auch dort die Kinder, wo Kinderarmut häufig ist? " * 5)[:MOST_SENTENCE],
         {"kennzahl": "A2", "zweite": "kennzahl", "kennzahl2": "G5", "seit": "2019", "kommune": TROISDORF}),
    Step("aufmerksamkeit", "Eine Schwangerschaftskonfliktberatungsstellenübersichtskarte"[:MOST_TITLE],
         "Donaudampfschifffahrtsgesellschaft " * 8, {"einig": "1"}),
]  # fmt: skip


def deck_of(shown, *steps, options=PRINTED):
    return opened(slides(shown, steps, options))


def karte(title="Titel", sentence="Ein Satz.", **view):
    return Step("karte", title, sentence, view)


def regel(title="Titel", sentence="Ein Satz.", **view):
    return Step("aufmerksamkeit", title, sentence, view)


@pytest.fixture(scope="session")
def prepared(shown):
    """The prepared story of the county."""
    return opened(slides(shown, shown.release.story, PRINTED))


@pytest.fixture(scope="session")
def attention(tmp_path_factory):
    """Rows of `python -m monitor attention` by area."""

    def of(rule, year=YEAR):
        path = tmp_path_factory.mktemp("attention") / "aufmerksamkeit.csv"
        arguments = ["--level", "quartier", "--year", str(year), "--rule", rule, "--draws", "100"]
        assert main(["attention", str(SAMPLE), *arguments, "--out", str(path)]) == 0
        return {row["gebiet"]: row for row in rows_of(path)}

    return of


def ids_of(shown, level):
    return {name: area for area, name in shown.release.hierarchy.areas(level)["name"].items()}


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
    assert "Der Kreis hat keine Regel festgelegt." in texts(deck.slides[1])
    assert deck.slides[1].shapes.title.text == "Wo?" and not pictures(deck.slides[1])


# Legends and pictures


STEPS = {
    "Werte": karte(kennzahl="A2"),
    "geheime": karte(kennzahl="G5", jahr="2024"),
    "Veränderung": karte(kennzahl="A2", seit="2019"),
    "Kommune": karte(kennzahl="A2", kommune=TROISDORF),
    "Kacheln": karte(kennzahl="A2", flaeche="kacheln"),
    "zwei Karten": karte(kennzahl="A2", zweite="kennzahl", kennzahl2="G5"),
    "Regel": regel(),
    "Einigkeit": regel(einig="1"),
}


@pytest.fixture(scope="session")
def shapes_of_maps(shown):
    """Name → what the step shows, and its slide."""
    deck = deck_of(shown, *STEPS.values())
    return {
        name: (step_maps(shown, step), slide)
        for (name, step), slide in zip(STEPS.items(), list(deck.slides)[1:], strict=False)
    }


@pytest.mark.parametrize("name", STEPS)
def test_the_legend_says_what_the_legend_of_the_screen_says(shown, shapes_of_maps, name):
    found, slide = shapes_of_maps[name]
    ids, above = shown.ids(found.level), shown.release.hierarchy.ancestors(found.level, "gemeinde")
    inside = (
        [index for index, area in enumerate(ids) if above[area] == found.municipality] if found.municipality else None
    )
    expected = [
        [f"{line.text} · {line.counted}" if line.counted else line.text for line in legend_lines(each.layer, each.position, inside)]
        for each in found.maps
    ]  # fmt: skip
    assert legends(slide) == expected


def test_classes_count_the_values_that_lie_in_them(shown, computed, shapes_of_maps):
    """Counted anew from the rows of the command line, by the bounds as they are printed."""
    _, slide = shapes_of_maps["Werte"]
    values = [number_in(row["wert"]) for (indicator, _), row in computed("quartier").items() if indicator == "A2"]
    known = [round(value, 1) for value in values if value is not None]
    lines = [line for line in legends(slide)[0] if " bis " in line]
    for number, line in enumerate(lines):
        low, high, counted = numbers(line)
        lowest = low if number == 0 else low + 0.05
        assert sum(lowest <= value <= high for value in known) == counted, line
    assert sum(numbers(line)[2] for line in lines) == len(known)
    hidden = next(line for line in legends(slide)[0] if line.startswith("geheim"))
    assert numbers(hidden) == [len(values) - len(known)] == [2]


def test_colours_are_those_of_the_classes(shapes_of_maps):
    """In the order of the legend, which begins with the classes."""
    for name in ("Werte", "Veränderung", "Kommune", "Regel", "Einigkeit"):
        found, slide = shapes_of_maps[name]
        [only] = found.maps
        filled = [f"#{each.fill.fore_color.rgb}".lower() for each in swatches(slide) if each.fill.type == 1]
        assert filled[: len(only.layer.colours)] == list(only.layer.colours)


def test_what_is_hidden_is_hatched(shapes_of_maps):
    _, slide = shapes_of_maps["Werte"]
    [hatched] = [each for each in swatches(slide) if each.fill.type == 2]
    assert hatched.fill.pattern is not None
    _, changes = shapes_of_maps["Veränderung"]
    assert len({each.fill.pattern for each in swatches(changes) if each.fill.type == 2}) == 2  # hidden, and not secured


def test_swatches_say_nothing(shapes_of_maps):
    for _, slide in shapes_of_maps.values():
        assert swatches(slide) and all(is_decorative(each) for each in swatches(slide))


def test_every_picture_has_words(shown, shapes_of_maps):
    for found, slide in shapes_of_maps.values():
        assert len(pictures(slide)) == len(found.maps)
        for picture, each, legend in zip(pictures(slide), found.maps, legends(slide), strict=True):
            words = about(picture).get("descr")
            assert words.startswith(f"Karte. {each.layer.heading}")
            for line in legend:
                text, _, counted = line.partition(" · ")
                assert not counted or counted.startswith("0 ") or f"{text}: {counted}" in words
    _, slide = shapes_of_maps["Kommune"]
    assert "Troisdorf 09" in about(pictures(slide)[0]).get("descr")


def test_pictures_are_crisp_and_keep_their_shape(shapes_of_maps, prepared):
    found = [picture for _, slide in shapes_of_maps.values() for picture in pictures(slide)]
    for picture in (*found, *pictures(prepared.slides[0])):
        with Image.open(io.BytesIO(picture.image.blob)) as image:
            across, down = image.width / (picture.width / Pt(1)), image.height / (picture.height / Pt(1))
        assert across >= 2.99 and down == pytest.approx(across, rel=0.01)


def test_the_heading_of_the_map_stands_above_it(shapes_of_maps):
    expected = {"Werte": "Kinderarmut in %, 2024 (dunkel = ungünstiger)",
                "Veränderung": "Kinderarmut: Veränderung in Prozentpunkten von 2019 bis 2024 (warm = gestiegen, ungünstiger)",
                "Regel": "Besonderer Aufmerksamkeitsbedarf (Kreisregel), 2024"}  # fmt: skip
    for name, heading in expected.items():
        _, slide = shapes_of_maps[name]
        [caption] = [each for each in slide.shapes if each.has_text_frame and each.text_frame.text == heading]
        assert caption.top + caption.height <= pictures(slide)[0].top


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


@pytest.mark.parametrize("rule", ["county", "mss", "significance"])
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


# Accessibility


def test_reading_order(prepared, shapes_of_maps):
    assert kinds(prepared.slides[3]) == STEP_ORDER
    _, two = shapes_of_maps["zwei Karten"]
    assert kinds(two) == [*STEP_ORDER[:5], "Karte", "Karte", "Legende", *STEP_ORDER[5:]]
    assert kinds(prepared.slides[-1]) == ["Titel", "Text", "Text", "Hinweis", "Fußzeile", "Foliennummer"]


def test_titles_stand_in_places_for_titles_and_are_unique(prepared):
    titles = [slide.shapes.title.text for slide in prepared.slides]
    assert len(set(titles)) == len(titles) and all(titles)


def test_ids_are_unique_on_a_slide(prepared):
    for slide in prepared.slides:
        ids = slide.shapes._spTree.xpath(".//p:cNvPr/@id")
        assert len(set(ids)) == len(ids)


def test_the_language_is_german_everywhere(prepared):
    assert prepared.core_properties.language == "de-DE"
    for slide in prepared.slides:
        for part in (slide, slide.notes_slide, slide.slide_layout, prepared.slide_master):
            runs = list(part._element.iter(qn("a:r"), qn("a:fld")))
            assert all(run.find(qn("a:rPr")).get("lang") == "de-DE" for run in runs)
            assert {each.get("lang") for each in part._element.iter(qn("a:endParaRPr"))} <= {"de-DE"}
    assert not [text for text in everything(prepared) if "Click to edit" in text or text == "en-US"]


def test_properties_of_the_file(prepared):
    said = prepared.core_properties
    assert (said.title, said.author) == ("Rhein-Sieg-Kreis: Sitzung zum Sozialraum-Monitor", "Rhein-Sieg-Kreis")
    assert said.created.date() == DAY and INVENTED in said.subject
    names = [str(part.partname) for part in prepared.part.package.iter_parts()]
    assert not [name for name in names if "printer" in name or "thumbnail" in name]
    assert not [text for text in everything(prepared) if "Macintosh" in text]


def test_the_typeface_is_on_every_office_machine(prepared):
    faces = {text for text in everything(prepared) if text in ("Arial", "Calibri", "Source Sans 3")}
    assert faces == {"Arial"}


def test_contrast_is_at_least_four_and_a_half(shown):
    deck = deck_of(shown, *STEPS.values(), *LONG)
    for slide in deck.slides:
        ground = "0B4F6C" if slide == deck.slides[0] else "FFFFFF"
        for frame, behind in _frames(slide, ground):
            for paragraph in frame.paragraphs:
                for run in paragraph.runs:
                    assert contrast(str(run.font.color.rgb), behind) >= 4.5, run.text


def _frames(slide, ground):
    for shape in slide.shapes:
        if shape.has_table:
            for cell in (cell for row in shape.table.rows for cell in row.cells):
                yield cell.text_frame, str(cell.fill.fore_color.rgb) if cell.fill.type == 1 else ground
        elif shape.shape_type == 6:
            yield from ((each.text_frame, ground) for each in shape.shapes if each.has_text_frame)
        elif shape.has_text_frame:
            is_filled = not shape.is_placeholder and shape.fill.type == 1
            yield shape.text_frame, str(shape.fill.fore_color.rgb) if is_filled else ground


def contrast(one, other):
    """WCAG 2.2, contrast ratio of two colours."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_by_hand():
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)


# Room


@pytest.mark.parametrize("story", [LONG, list(STEPS.values())], ids=["long", "usual"])
def test_no_text_is_larger_than_its_place(shown, story):
    """Measured with another program's typeface, lines 1.15 times as high as their letters, as office programs have them."""
    county = replace(shown.release.county, name="Kreis Schmallenberg-Winterberg und Umland " * 3)
    deck = deck_of(replace(shown, release=replace(shown.release, county=county)), *story)
    for slide in deck.slides:
        for shape in _boxes(slide):
            assert _height(shape.text_frame, shape.width / Pt(1)) <= shape.height / Pt(1) + 1, shape.text_frame.text
        for shape in (each for each in slide.shapes if each.has_table):
            _check_rows(shape.table)
        bottoms = [each.top + each.height for each in slide.shapes if each.name != "Hinweis"]
        assert max(bottoms) <= Pt(540) and min(each.left for each in slide.shapes) >= 0


def _boxes(slide):
    for shape in slide.shapes:
        if shape.shape_type == 6:
            yield from (each for each in shape.shapes if each.has_text_frame and each.text_frame.text)
        elif shape.has_text_frame and shape.text_frame.text:
            yield shape


def _check_rows(table):
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            needed = _lines(cell.text_frame, column.width / Pt(1) - 10) + 5
            assert needed <= row.height / Pt(1) + 1, cell.text_frame.text


def _height(frame, width):
    return _lines(frame, width - (frame.margin_left + frame.margin_right) / Pt(1))


def _lines(frame, width):
    return sum(_paragraph(each, width) for each in frame.paragraphs)


def _paragraph(paragraph, width):
    runs = [run for run in paragraph.runs if run.text]
    if not runs:
        return 0
    size = runs[0].font.size / Pt(1)
    font, lines, used = typeface(bool(runs[0].font.bold)), 1, 0.0
    for word in "".join(run.text for run in runs).split(" "):
        long = font.getlength(word) / 1000 * size
        if used and used + font.getlength(" ") / 1000 * size + long > width:
            lines, used = lines + 1, 0.0
        while long > width:
            lines, long = lines + 1, long - width
        used += long + (font.getlength(" ") / 1000 * size if used else 0)
    return lines * size * 1.15


def test_maps_and_tables_do_not_cover_one_another(shapes_of_maps):
    for _, slide in shapes_of_maps.values():
        shapes = [each for each in slide.shapes if each.name in ("Karte", "Legende", "Tabelle", "Titel", "Hinweis")]
        for number, one in enumerate(shapes):
            for other in shapes[number + 1 :]:
                apart = (
                    one.left + one.width <= other.left or other.left + other.width <= one.left
                    or one.top + one.height <= other.top + Pt(1) or other.top + other.height <= one.top + Pt(1)
                )  # fmt: skip
                assert apart, (one.name, other.name)


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
