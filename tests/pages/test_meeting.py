"""The meeting: its story from the folder, from the visit, from a link; steps made from any view."""

import pytest

from monitor.story import Step, story_from_link, story_from_text, story_to_link, story_to_text
from tests.pages.conftest import ROOT, texts

PREPARED = story_from_text((ROOT / "sample_data" / "sitzung.json").read_text(encoding="utf-8"))


def titles(app):
    return [field.value for field in app.text_input if field.label == "Überschrift"]


def test_the_prepared_story_is_told(open_page):
    app = open_page("sitzung")
    assert titles(app) == [step.title for step in PREPARED]
    assert not app.warning


def test_a_view_becomes_a_step(open_page):
    app = open_page("karte", kennzahl="A4", jahr="2020", kommune="05382068", orte="1")
    app.text_input(key="step-title").input("Troisdorf")
    app.text_area(key="step-sentence").input("Ein Satz.").run()
    app.button(key="add-step").click().run()
    app.switch_page(str(ROOT / "pages" / "sitzung.py")).run()
    assert titles(app)[-1] == "Troisdorf" and len(titles(app)) == len(PREPARED) + 1
    [link] = (
        app.query_params["geschichte"]
        if isinstance(app.query_params["geschichte"], list)
        else [app.query_params["geschichte"]]
    )
    added = story_from_link(link)[-1]
    assert (added.page, added.sentence) == ("karte", "Ein Satz.")
    wanted = {"kennzahl": "A4", "jahr": "2020", "kommune": "05382068", "orte": "1"}
    assert {param: added.view.get(param) for param in wanted} == wanted


def test_the_map_of_agreement_becomes_a_step(open_page):
    app = open_page("aufmerksamkeit", einig="1")
    app.text_input(key="step-title").input("Einig")
    app.button(key="add-step").click().run()
    app.switch_page(str(ROOT / "pages" / "sitzung.py")).run()
    link = app.query_params["geschichte"]
    added = story_from_link(link[0] if isinstance(link, list) else link)[-1]
    assert added.page == "aufmerksamkeit" and added.view["einig"] == "1" and added.view["regel"] == "county"


def test_what_would_be_if_is_no_step(open_page):
    app = open_page("aufmerksamkeit", k="3")
    assert not [button for button in app.button if button.key == "add-step"]


def test_a_click_right_after_writing_keeps_what_was_written(open_page):
    """Both reach the server with the page as it was before."""
    app = open_page("sitzung")
    [first] = [field for field in app.text_input if field.value == PREPARED[0].title]
    first.input("Der ganze Kreis")
    app.button(key="down-0").click().run()
    assert titles(app)[:2] == [PREPARED[1].title, "Der ganze Kreis"]


def test_steps_are_renamed_moved_and_deleted(open_page):
    app = open_page("sitzung")
    [first] = [field for field in app.text_input if field.value == PREPARED[0].title]
    first.input("Der ganze Kreis").run()
    assert titles(app)[0] == "Der ganze Kreis"
    app.button(key="down-0").click().run()
    assert titles(app)[:2] == [PREPARED[1].title, "Der ganze Kreis"]
    app.button(key="delete-1").click().run()
    assert "Der ganze Kreis" not in titles(app) and len(titles(app)) == len(PREPARED) - 1
    app.button(key="forget-story").click().run()
    assert titles(app) == [step.title for step in PREPARED]
    assert "geschichte" not in app.query_params


def test_a_link_carries_the_story(open_page):
    story = (Step("karte", "Nur eine", "Ein Satz", {"kennzahl": "A5", "ebene": "gemeinde", "jahr": "2021"}),)
    assert titles(open_page("sitzung", geschichte=story_to_link(story))) == ["Nur eine"]


@pytest.mark.parametrize("link", ["kaputt", "<script>", "eJw", "A" * 9000])
def test_a_broken_link_says_so_and_shows_what_is_prepared(open_page, link):
    app = open_page("sitzung", geschichte=link)
    assert app.warning and titles(app) == [step.title for step in PREPARED]
    assert "<script>" not in texts(app)


def test_a_step_whose_indicator_is_gone_says_so(open_page):
    story = (Step("karte", "Alt", "Ein Satz", {"kennzahl": "Z9"}),)
    [warning] = open_page("sitzung", geschichte=story_to_link(story)).warning
    assert warning.value.startswith("Schritt 1: Kennzahl „Z9“ gibt es hier nicht. Gezeigt wird: ")


def test_a_number_of_a_step_that_does_not_exist_shows_the_last(open_page):
    assert not open_page("sitzung", schritt="99").exception
    assert not open_page("sitzung", schritt="-1").exception
    assert not open_page("sitzung", schritt="²").exception


def test_the_story_can_be_saved(open_page):
    app = open_page("sitzung")
    assert story_from_text(story_to_text(PREPARED)) == PREPARED
    assert app.get("download_button")
