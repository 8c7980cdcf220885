"""A story: its steps changed, kept in a file, carried in a link; whatever comes back is checked and never trusted."""

import base64
import json
import unicodedata
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.story import (
    MOST_BYTES,
    MOST_LINK,
    MOST_STEPS,
    PAGES,
    STEP_PARAMETERS,
    Step,
    caught_up,
    moved,
    renamed,
    story_from_link,
    story_from_text,
    story_to_link,
    story_to_text,
    with_step,
    without,
)
from problem import DataError
from texts.problems import sentence

WHERE = Step("aufmerksamkeit", "Wo?", "Diese Gebiete fallen auf.", {"ebene": "quartier"})
WHY = Step("karte", "Warum?", "", {"kennzahl": "A2", "klassen": "jenks"})
CHANGE = Step("karte", "Was hat sich verändert?", "Seit damals.", {"kennzahl": "A2", "seit": "2019"})
STORY = (WHERE, WHY, CHANGE)

# Letters, marks, digits, punctuation, symbols and the plain space; no line breaks, nothing invisible.
PLAIN = st.characters(categories=("L", "M", "N", "P", "S"), include_characters=" ")
TITLES = st.text(PLAIN, min_size=1, max_size=60).map(str.strip).filter(bool)
SENTENCES = st.text(PLAIN, max_size=300).map(str.strip)
VALUES = st.text(st.characters(categories=("L", "Nd"), include_characters="_.,;+- "), min_size=1, max_size=80)
STEPS = st.builds(
    Step,
    page=st.sampled_from(PAGES),
    title=TITLES.filter(lambda text: "  " not in text),
    sentence=SENTENCES.filter(lambda text: "  " not in text),
    view=st.dictionaries(st.sampled_from(STEP_PARAMETERS), VALUES),
)
STORIES = st.lists(STEPS, min_size=1, max_size=MOST_STEPS).map(tuple)


def _codes(read, given_text):
    """(code, step) of every problem of a text that must be refused."""
    with pytest.raises(DataError) as raised:
        read(given_text)
    for problem in raised.value.problems:
        assert "?" not in sentence(problem).replace("„Wo?“", ""), sentence(problem)  # no fact is wanting
    return [(problem.code, problem.facts.get("step")) for problem in raised.value.problems]


def _file(*steps, **top):
    return json.dumps({"sitzung": 1, "schritte": list(steps), **top})


def _entry(**changed):
    return {"seite": "karte", "titel": "Wo?", "satz": "Hier.", "ansicht": {"kennzahl": "A2"}, **changed}


def _link(content):
    return _packed(json.dumps(content).encode())


def _packed(plain):
    return base64.urlsafe_b64encode(zlib.compress(plain, 9)).decode().rstrip("=")


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_any_story_survives_its_file(story):
    assert story_from_text(story_to_text(story)) == story


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_any_story_survives_its_link_or_is_too_long_for_one(story):
    link = story_to_link(story)
    assert link is None or (len(link) <= MOST_LINK and story_from_link(link) == story)


@settings(max_examples=300, deadline=None)
@given(st.text() | st.binary().map(_packed) | st.text(st.sampled_from("eJyLjgUAARUAuQ_-AZ09")))
def test_a_link_is_read_or_refused_and_nothing_else(text):
    try:
        assert all(isinstance(step, Step) for step in story_from_link(text))
    except DataError as error:
        assert error.problems


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(PAGES),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["sitzung", "schritte", "seite", "titel", "satz", "ansicht", "kennzahl", "x"]), inner, max_size=4
    ),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(JSON, st.lists(JSON, max_size=3))
def test_any_json_is_read_or_refused_and_nothing_else(content, steps):
    for text in (json.dumps(content), _file(*steps)):
        with pytest.raises(DataError) as raised:
            story_from_text(text)
        assert all(sentence(problem) for problem in raised.value.problems)


def test_the_file_in_full():
    assert story_to_text((WHY,)) == (
        '{\n  "sitzung": 1,\n  "schritte": [\n    {\n      "seite": "karte",\n      "titel": "Warum?",\n'
        '      "satz": "",\n      "ansicht": {\n        "kennzahl": "A2",\n        "klassen": "jenks"\n      }\n'
        "    }\n  ]\n}\n"
    )


def test_the_link_is_packed_json_without_padding():
    link = story_to_link((WHY,))
    plain = zlib.decompress(base64.urlsafe_b64decode(link + "=" * (-len(link) % 4)))
    assert json.loads(plain) == [1, ["karte", "Warum?", "", {"kennzahl": "A2", "klassen": "jenks"}]]
    assert "=" not in link


def test_the_same_view_makes_the_same_link():
    turned = Step(WHY.page, WHY.title, WHY.sentence, dict(reversed(WHY.view.items())))
    assert story_to_link((turned,)) == story_to_link((WHY,))


def test_no_story_is_no_link():
    assert story_to_link(()) == ""
    assert story_from_link("") == ()


def test_a_story_too_long_for_a_link():
    noise = ["".join(chr(0x4E00 + (31 * row + 97 * each * each) % 20_000) for each in range(300)) for row in range(30)]
    story = tuple(Step("karte", "Wo?", text, {}) for text in noise)
    assert story_to_link(story) is None
    assert story_from_text(story_to_text(story)) == story


def test_sentence_and_view_may_be_left_out():
    assert story_from_text(_file({"seite": "karte", "titel": "Wo?"})) == (Step("karte", "Wo?", "", {}),)


def test_a_byte_order_mark_is_no_fault():
    assert story_from_text("\ufeff" + story_to_text(STORY)) == STORY


# What can be said in a file and in a link alike: steps → code, step
FAULTS = {
    "page": (_entry(seite="daten"), "story_page_unknown"),
    "page with a path": (_entry(seite="../app"), "story_page_unknown"),
    "page as number": (_entry(seite=1), "story_value_kind"),
    "page as list": (_entry(seite=["karte"]), "story_value_kind"),
    "page null": (_entry(seite=None), "story_value_kind"),
    "title as number": (_entry(titel=5), "story_value_kind"),
    "title null": (_entry(titel=None), "story_value_kind"),
    "title empty": (_entry(titel=" \n"), "story_title_missing"),
    "title of invisible characters": (_entry(titel="\u202e\u200b"), "story_title_missing"),
    "title too long": (_entry(titel="x" * 61), "story_text_too_long"),
    "sentence as object": (_entry(satz={}), "story_value_kind"),
    "sentence null": (_entry(satz=None), "story_value_kind"),
    "sentence too long": (_entry(satz="x" * 301), "story_text_too_long"),
    "view as list": (_entry(ansicht=[]), "story_value_kind"),
    "view as text": (_entry(ansicht="kennzahl=A2"), "story_value_kind"),
    "view null": (_entry(ansicht=None), "story_value_kind"),
    "parameter unknown": (_entry(ansicht={"datei": "x"}), "story_key_unknown"),
    "parameter in capitals": (_entry(ansicht={"Jahr": "2024"}), "story_key_unknown"),
    "parameter as code": (_entry(ansicht={"__class__": "x"}), "story_key_unknown"),
    "value as number": (_entry(ansicht={"jahr": 2024}), "story_parameter_invalid"),
    "value true": (_entry(ansicht={"jahr": True}), "story_parameter_invalid"),
    "value null": (_entry(ansicht={"jahr": None}), "story_parameter_invalid"),
    "value as list": (_entry(ansicht={"jahr": ["2024"]}), "story_parameter_invalid"),
    "value empty": (_entry(ansicht={"jahr": ""}), "story_parameter_invalid"),
    "value too long": (_entry(ansicht={"jahr": "2" * 81}), "story_parameter_invalid"),
    "value with a tag": (_entry(ansicht={"jahr": "<b>"}), "story_parameter_invalid"),
    "value with a second parameter": (_entry(ansicht={"jahr": "1&x=2"}), "story_parameter_invalid"),
    "value with a line break": (_entry(ansicht={"jahr": "2024\n"}), "story_parameter_invalid"),
    "value with half a character": (_entry(ansicht={"jahr": "\ud800"}), "story_parameter_invalid"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_every_fault_of_a_step_in_a_file(case):
    entry, code = FAULTS[case]
    assert _codes(story_from_text, _file(_entry(), entry)) == [(code, 2)]


@pytest.mark.parametrize("case", FAULTS)
def test_every_fault_of_a_step_in_a_link(case):
    entry, code = FAULTS[case]
    steps = [[each[key] for key in ("seite", "titel", "satz", "ansicht")] for each in (_entry(), entry)]
    assert _codes(story_from_link, _link([1, *steps])) == [(code, 2)]


# Of a file only: text → code, step
BROKEN_FILES = {
    "no JSON": ("Sitzung", "story_not_json", None),
    "nothing": ("", "story_not_json", None),
    "cut off": (story_to_text(STORY)[:-4], "story_not_json", None),
    "NaN": ('{"sitzung": NaN, "schritte": []}', "story_not_json", None),
    "infinity": ('{"sitzung": 1, "schritte": [-Infinity]}', "story_not_json", None),
    "deep nesting": ("[" * 90_000 + "]" * 90_000, "story_not_json", None),
    "nesting in a view": (_file(_entry()).replace('"A2"', "[" * 50_000 + "]" * 50_000), "story_not_json", None),
    "a number without end": ('{"sitzung": ' + "1" * 9000 + ', "schritte": []}', "story_not_json", None),
    "a list": ("[]", "story_shape", None),
    "null": ("null", "story_shape", None),
    "a text": ('"sitzung"', "story_shape", None),
    "no steps": ('{"sitzung": 1}', "story_shape", None),
    "steps as object": ('{"sitzung": 1, "schritte": {}}', "story_shape", None),
    "empty": (_file(), "story_empty", None),
    "no version": (_file(_entry(), sitzung=None), "story_version", None),
    "next version": (_file(_entry(), sitzung=2), "story_version", None),
    "version as text": (_file(_entry(), sitzung="1"), "story_version", None),
    "version true": (_file(_entry(), sitzung=True), "story_version", None),
    "version 1.0": (_file(_entry(), sitzung=1.0), "story_version", None),
    "unknown key above": (_file(_entry(), titel="x"), "story_key_unknown", None),
    "unknown key": (_file(_entry(tittel="x")), "story_key_unknown", 1),
    "no page": (_file({"titel": "Wo?"}), "story_value_kind", 1),
    "a step as text": (_file("karte"), "story_step_shape", 1),
    "a step as list": (_file(["karte", "Wo?", "", {}]), "story_step_shape", 1),
    "a step null": (_file(None), "story_step_shape", 1),
    "too many steps": (_file(*[_entry()] * 31), "story_too_many_steps", None),
    "steps twice": ('{"sitzung": 1, "schritte": [], ' + _file(_entry())[1:], "story_key_twice", None),
    "key twice": (_file(_entry()).replace('"titel"', '"titel": "Erster", "titel"'), "story_key_twice", 1),
    "parameter twice": (_file(_entry()).replace('"kennzahl"', '"kennzahl": "A1", "kennzahl"'), "story_key_twice", 1),
    "too large": (_file(_entry()) + " " * MOST_BYTES, "story_too_large", None),
    "too large in bytes": ('"' + "ä" * (MOST_BYTES // 2) + '"', "story_too_large", None),
}


@pytest.mark.parametrize("case", BROKEN_FILES)
def test_broken_files(case):
    text, code, step = BROKEN_FILES[case]
    assert _codes(story_from_text, text) == [(code, step)]


def test_the_line_where_reading_stopped():
    with pytest.raises(DataError) as raised:
        story_from_text('{"sitzung": 1,\n "schritte": [\n  {"seite" "karte"}]}')
    told = sentence(raised.value.problems[0])
    assert told.startswith("sitzung.json, Zeile 3: Die Sitzung ist kein lesbares JSON.")


# Of a link only: link → code, step
BROKEN_LINKS = {
    "a sentence": ("Guten Tag!", "story_link_damaged"),
    "a letter": ("e", "story_link_damaged"),
    "not packed": (base64.urlsafe_b64encode(b"[1]").decode().rstrip("="), "story_link_damaged"),
    "cut off": (story_to_link(STORY)[:-8], "story_link_damaged"),
    "padded": (story_to_link((WHERE,)) + "=", "story_link_damaged"),
    "with a line break": (story_to_link(STORY) + "\n", "story_link_damaged"),
    "more behind it": (
        base64.urlsafe_b64encode(zlib.compress(b"[1]") + b"more").decode().rstrip("="), "story_link_damaged",
    ),
    "no text": (_packed(b"\xff\xfe\xff"), "story_link_damaged"),
    "no JSON": (_packed(b"__import__('os')"), "story_link_damaged"),
    "pickled": (_packed(b"\x80\x04N."), "story_link_damaged"),
    "NaN": (_packed(b"[NaN]"), "story_link_damaged"),
    "deep nesting": (_packed(b"[" * 90_000 + b"]" * 90_000), "story_link_damaged"),
    "the object of the file": (_link({"sitzung": 1, "schritte": [_entry()]}), "story_shape"),
    "an empty list": (_link([]), "story_shape"),
    "no steps": (_link([1]), "story_empty"),
    "next version": (_link([2, ["karte", "Wo?", "", {}]]), "story_version"),
    "a step with more in it": (_link([1, ["karte", "Wo?", "", {}, "x"]]), "story_step_shape"),
    "a step as text": (_link([1, "kart"]), "story_step_shape"),
    "too many steps": (_link([1, *[["karte", "Wo?", "", {}]] * 31]), "story_too_many_steps"),
    "parameter twice": (_packed(b'[1, ["karte", "Wo?", "", {"jahr": "1", "jahr": "2"}]]'), "story_key_twice"),
    "too long": ("e" * (MOST_LINK + 1), "story_link_too_long"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN_LINKS)
def test_broken_links(case):
    link, code = BROKEN_LINKS[case]
    assert [found for found, _ in _codes(story_from_link, link)] == [code]


@pytest.mark.parametrize("byte", [b" ", b"["])
def test_a_bomb_is_stopped_before_it_unpacks(byte):
    """Four million characters behind a link of about 5,300: packed a thousandfold, as dense as zlib packs."""
    bomb = _packed(byte * 4_000_000)
    assert 3_000 < len(bomb) <= MOST_LINK
    assert _codes(story_from_link, bomb) == [("story_too_large", None)]


def test_the_largest_that_may_unpack():
    padded = json.dumps([1, ["karte", "Wo?", "", {}]]).encode().ljust(MOST_BYTES)
    assert story_from_link(_packed(padded)) == (Step("karte", "Wo?", "", {}),)
    assert _codes(story_from_link, _packed(padded + b" ")) == [("story_too_large", None)]


def test_all_problems_at_once():
    text = _file(
        _entry(seite="daten", titel="", ansicht={"jahr": 2024, "ebene": "", "datei": "x"}),
        _entry(),
        [],
        _entry(satz="x" * 301),
        sitzung=7, notiz="x",
    )  # fmt: skip
    assert _codes(story_from_text, text) == [
        ("story_key_unknown", None),
        ("story_version", None),
        ("story_page_unknown", 1),
        ("story_title_missing", 1),
        ("story_key_unknown", 1),
        ("story_parameter_invalid", 1),
        ("story_parameter_invalid", 1),
        ("story_step_shape", 3),
        ("story_text_too_long", 4),
    ]


def test_sentences_name_step_and_remedy():
    text = _file(_entry(), _entry(seite="daten", tittel="x", satz="x" * 301), sitzung=2)
    with pytest.raises(DataError) as raised:
        story_from_text(text, file="mappe/sitzung.json")
    assert [sentence(problem) for problem in raised.value.problems] == [
        "mappe/sitzung.json: Die Sitzung hat ein anderes Format „2“. Gelesen wird das Format 1 (Schlüssel „sitzung“). Bitte die Sitzung mit dieser Fassung des Monitors neu sichern.",
        "mappe/sitzung.json: Schritt 2: Diese Angaben gibt es nicht: „tittel“. Gemeint ist vermutlich „titel“. Möglich sind: seite, titel, satz, ansicht.",
        "mappe/sitzung.json: Schritt 2: Die Seite „daten“ gibt es nicht. Möglich sind: uebersicht, karte, aufmerksamkeit.",
        "mappe/sitzung.json: Schritt 2: Bei „satz“ stehen 301 Zeichen, möglich sind höchstens 300. Bitte kürzen.",
    ]


def test_nothing_written_into_a_link_is_repeated():
    lure = "[Bitte hier anmelden](https://example.org)"
    link = _link([1, [lure, "Wo?", "", {lure: "x", "jahr": lure}]])
    with pytest.raises(DataError) as raised:
        story_from_link(link)
    told = " ".join(sentence(problem) for problem in raised.value.problems)
    assert "anmelden" not in told and "example" not in told
    assert len(raised.value.problems) == 3


def test_many_faults_are_counted_in_few_sentences():
    view = {f"x{number}": "1" for number in range(10_000)}
    assert _codes(story_from_text, _file(_entry(ansicht=view))) == [("story_key_unknown", 1)]


def test_texts_lose_what_cannot_be_seen():
    told = "Wo?\u202e \u2066Hier\u2069:\x07\tim\r\n  Süden –\u2028 „ganz“ 100 % 🏘 & <b>.\ud800"
    step = story_from_text(_file(_entry(satz=told)))[0]
    assert step.sentence == "Wo? Hier: im Süden – „ganz“ 100 % 🏘 & <b>."


@settings(deadline=None)
@given(st.text(max_size=80))
def test_no_control_or_format_character_survives(text):
    step = story_from_text(_file(_entry(satz=text)))[0]
    assert not {unicodedata.category(each) for each in step.sentence} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert with_step((), Step("karte", "Wo?", text, {}))[0].sentence == step.sentence


def test_invisible_characters_do_not_count_towards_the_length():
    assert story_from_text(_file(_entry(titel="\u200b" * 50 + "x" * 60)))[0].title == "x" * 60


def test_moving_a_step():
    assert moved(STORY, 0, 1) == (WHY, WHERE, CHANGE)
    assert moved(STORY, 0, 2) == (WHY, CHANGE, WHERE)
    assert moved(STORY, 2, -1) == (WHERE, CHANGE, WHY)
    assert moved(STORY, 1, 0) == STORY


@pytest.mark.parametrize(("position", "by"), [(0, -1), (2, 1), (3, -1), (-1, 1), (0, 99)])
def test_moving_to_or_from_no_place_changes_nothing(position, by):
    assert moved(STORY, position, by) == STORY


def test_deleting_a_step():
    assert without(STORY, 1) == (WHERE, CHANGE)
    assert without((WHERE,), 0) == ()


@pytest.mark.parametrize("position", [-1, 3, 99])
def test_deleting_or_renaming_no_step_changes_nothing(position):
    assert without(STORY, position) == STORY
    assert renamed(STORY, position, "Neu", "Neu.") == STORY


def test_a_page_that_still_shows_an_earlier_story_loses_nothing():
    """Somebody writes a word and clicks "Hoch" before the page has been drawn again."""
    written = renamed(STORY, 2, "Und jetzt?", "")
    for now in (STORY, written):  # the word has come to the story or not
        assert caught_up(now, STORY, written) == (written, (0, 1, 2))
    assert caught_up(moved(STORY, 2, -1), STORY, STORY) == ((WHERE, CHANGE, WHY), (0, 2, 1))
    assert caught_up(without(STORY, 0), STORY, written) == (written[1:], (None, 0, 1))


def test_of_equal_steps_only_the_one_written_on_changes():
    story = (WHY, WHERE, WHY)
    written = renamed(story, 2, "Und hier?", "")
    assert caught_up(story, story, written) == (written, (0, 1, 2))
    assert caught_up(written, story, written) == (written, (0, 1, 2))


def test_renaming_a_step():
    assert renamed(STORY, 1, " Warum\u202e hier? ", "Darum.")[1] == Step("karte", "Warum hier?", "Darum.", WHY.view)
    assert renamed(STORY, 1, "Warum?", "")[::2] == (WHERE, CHANGE)


def test_a_step_keeps_its_texts_where_the_new_title_says_nothing():
    assert renamed(STORY, 1, " \n", "Darum.") == STORY


def test_texts_of_an_operation_are_cut():
    step = renamed(STORY, 0, "x" * 99, "y" * 999)[0]
    assert (len(step.title), len(step.sentence)) == (60, 300)


def test_a_new_step_goes_to_the_end_without_foreign_parameters():
    view = {"jahr": "2024", "datei": "/etc/passwd", "kennzahl": "<script>", "ebene": ""}
    assert with_step((WHERE,), Step("karte", "Warum?", "", view)) == (
        WHERE,
        Step("karte", "Warum?", "", {"jahr": "2024"}),
    )


@pytest.mark.parametrize("step", [Step("daten", "Wo?", "", {}), Step("karte", "", "Hier.", {})])
def test_a_step_that_cannot_be_kept_is_not_taken(step):
    assert with_step(STORY, step) == STORY


def test_a_full_story_takes_no_further_step():
    story = ()
    for _ in range(MOST_STEPS + 5):
        story = with_step(story, WHERE)
    assert len(story) == MOST_STEPS
    assert story_from_text(story_to_text(story)) == story


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(PAGES), st.text(max_size=90), st.text(max_size=400),
    st.dictionaries(st.sampled_from([*STEP_PARAMETERS, "x"]), st.text(max_size=90)),
)  # fmt: skip
def test_whatever_is_taken_can_be_read_again(page, title, told, view):
    story = with_step(STORY, Step(page, title, told, view))
    assert story_from_text(story_to_text(story)) == story
