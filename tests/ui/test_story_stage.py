"""A step of the meeting sends the frame the same as the page it was taken from."""

import pytest

from monitor.story import Step
from ui import story_stage
from ui.data import content
from ui.view_message import message_of
from views.steps import attention_map, indicator_maps
from views.view import read_attention_view, read_view


@pytest.fixture(scope="module")
def shown():
    return content()


def source(link):
    return lambda param: link.get(param, "")


@pytest.mark.parametrize(
    "link",
    [
        {"kennzahl": "A2", "jahr": "2021", "ebene": "quartier"},
        {"kennzahl": "A2", "kommune": "05382068", "gebiet": "05382068-07", "flaeche": "kacheln"},
        {"kennzahl": "A2", "seit": "2019", "seite": "ohne", "orte": "1"},
        {"kennzahl": "A2", "zweite": "kennzahl", "kennzahl2": "G5", "seite": "punkte"},
        {"kennzahl": "A2", "zweite": "jahr", "jahr2": "2016"},
        {"kennzahl": "P2", "werte": "gemessen", "klassen": "natural", "anzahl": "3"},
    ],
)
def test_a_step_of_the_map(shown, link):
    told, gone = story_stage._told(shown, Step("karte", "Titel", "", link))
    assert told == message_of(shown, indicator_maps(shown, read_view(shown.release, source(link))), source(link))
    assert gone == []


@pytest.mark.parametrize("link", [{}, {"regel": "mss", "jahr": "2023"}, {"einig": "1", "kommune": "05382068"}])
def test_a_step_of_a_rule(shown, link):
    told, gone = story_stage._told(shown, Step("aufmerksamkeit", "Titel", "", link))
    assert told == message_of(
        shown, attention_map(shown, read_attention_view(shown.release, source(link))), source(link)
    )
    assert gone == []


def test_what_a_step_asks_for_in_vain(shown):
    _, gone = story_stage._told(shown, Step("karte", "Titel", "", {"kennzahl": "Z9", "gebiet": "05382068-99"}))
    assert gone == [
        "Kennzahl „Z9“ gibt es hier nicht. Gezeigt wird: A1.",
        "Gebiet „05382068-99“ gibt es hier nicht. Gezeigt wird: ohne.",
    ]
