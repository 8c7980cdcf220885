"""sitzung.json of a data folder: read with everything else, or named with everything else that is wrong."""

from pathlib import Path

import pytest

from monitor.default_story import default_story
from monitor.folder import folder_fingerprint
from monitor.release import make_release
from monitor.story import MOST_BYTES, Step, story_to_link, story_to_text
from monitor.story_file import folder_story, story_from_bytes
from problem import DataError
from tests.sample_county import sample_release

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
STORY = (Step("karte", "Warum?", "Hier wächst die Zahl der Gründe.", {"kennzahl": "A2"}),)


def test_no_file_is_no_problem(tiny_folder):
    assert folder_story(tiny_folder.path) == ((), [])
    assert tiny_folder.open().story == ()


def test_the_story_comes_with_folder_and_release(tiny_folder):
    tiny_folder.write("sitzung.json", story_to_text(STORY))
    assert folder_story(tiny_folder.path) == (STORY, [])
    folder = tiny_folder.open()
    assert folder.story == STORY
    assert folder.problems == []
    assert make_release(folder).story == STORY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_whatever_an_editor_made_of_the_file(encoding):
    assert story_from_bytes(story_to_text(STORY).replace("\n", "\r\n").encode(encoding)) == STORY


def test_faults_are_told_with_those_of_the_other_files(tiny_folder):
    tiny_folder.write("sitzung.json", story_to_text((Step("daten", "Wo?", "x" * 301, {}),)))
    tiny_folder.append("counts.csv", "99999999;2024;ew;;5")
    told = tiny_folder.error_sentences()
    assert [sentence.split(":")[0] for sentence in told] == ["counts.csv, Zeile 26", "sitzung.json", "sitzung.json"]
    assert told[1] == (
        "sitzung.json: Schritt 1: Die Seite „daten“ gibt es nicht. Möglich sind: uebersicht, karte, aufmerksamkeit."
    )


# content → code
BROKEN = {
    "empty": (b"", "file_empty"),
    "excel": (b"PK\x03\x04rest", "file_content_unexpected"),
    "web page": (b"<!DOCTYPE html>", "file_content_unexpected"),
    "binary": (b"{\x00\x01}", "file_content_unexpected"),
    "no JSON": (b"sitzung = 1", "story_not_json"),
    "no story": (b"{}", "story_version"),
    "too large": (b" " * (MOST_BYTES + 1), "story_too_large"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_files(tiny_folder, case):
    data, code = BROKEN[case]
    tiny_folder.write("sitzung.json", data)
    story, problems = folder_story(tiny_folder.path)
    assert story == ()
    assert (problems[0].code, problems[0].file) == (code, "sitzung.json")
    with pytest.raises(DataError):
        story_from_bytes(data)


def test_a_folder_of_that_name(tiny_folder):
    (tiny_folder.path / "sitzung.json").mkdir()
    assert [problem.code for problem in folder_story(tiny_folder.path)[1]] == ["file_unreadable"]


def test_the_fingerprint_changes_with_the_story(tiny_folder):
    before = folder_fingerprint(tiny_folder.path)
    tiny_folder.write("sitzung.json", story_to_text(STORY))
    assert folder_fingerprint(tiny_folder.path) != before


def test_a_mistyped_name_is_noticed(tiny_folder):
    tiny_folder.write("sitzungen.json", story_to_text(STORY))
    assert tiny_folder.warnings() == [
        "sitzungen.json: Diese Datei wird nicht gelesen, weil nichts sie nennt. Gemeint ist vermutlich „sitzung.json“. Bitte umbenennen oder entfernen."
    ]


@pytest.fixture(scope="module")
def sample():
    return sample_release()


def test_the_sample_has_a_prepared_story(sample):
    assert [step.title for step in sample.story] == [
        "Der Kreis", "Wo?", "Warum?", "Was kommt zusammen?", "Was hat sich verändert?", "Eine Kommune",
    ]  # fmt: skip
    assert (SAMPLE / "sitzung.json").read_text(encoding="utf-8") == story_to_text(sample.story)
    assert len(story_to_link(sample.story)) < 1000


def test_sentences_of_the_sample_and_the_default_fit_a_projector(sample):
    for step in (*sample.story, *default_story(sample)):
        assert 0 < len(step.sentence) <= 140
        assert not any(each.isdigit() for each in step.title + step.sentence)


def test_the_sample_names_only_what_it_has(sample):
    for step in sample.story:
        view = step.view
        for indicator in {view[key] for key in ("kennzahl", "kennzahl2") if key in view}:
            years = {str(year) for year in sample.years_of(indicator, view["ebene"])}
            assert {view[key] for key in ("jahr", "seit") if key in view} <= years
        assert view.get("kommune", "05382068") in sample.areas("gemeinde")
        assert view.get("ebene", "quartier") == "quartier"
        assert view.get("regel", "county") == "county"
