"""The button that makes the presentation: only when it is pressed, of the steps as they are, with the app's address."""

import pytest
import streamlit as st

from monitor.story import Step
from tests.reports.slide_reading import notes, opened
from ui import slides
from ui.data import content

STORY = (Step("karte", "Nur eine", "Ein Satz.", {"kennzahl": "A2", "jahr": "2024"}),)


@pytest.fixture
def pressed(monkeypatch):
    """What the button was given, in its order: label, data, name of the file, media type."""
    given = []
    monkeypatch.setattr(st, "download_button", lambda *arguments, **more: given.append(arguments))
    monkeypatch.setattr(st, "caption", lambda words: None)
    monkeypatch.setattr(slides, "app_address", lambda: "https://monitor.example.de")
    return given


def test_the_file_is_made_when_it_is_asked_for(pressed):
    slides.offer_slides(content(), STORY)
    [(label, made, name, media_type)] = pressed
    assert (label, name) == ("Als Präsentation (PPTX)", "BEISPIEL_sitzung.pptx")
    assert media_type == "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    assert callable(made)
    deck = opened(made())
    assert [slide.shapes.title.text for slide in deck.slides][1:-1] == ["Nur eine"]
    assert "https://monitor.example.de/karte?kennzahl=A2&jahr=2024" in notes(deck.slides[1])
