"""The county as others draw it is made of the whole folder: what a reader may not see stays out, and what was said theirs."""

from dataclasses import replace
from datetime import date

import pytest

from tests.sample_county import SAMPLE, sample_release
from ui.cuts import content_at
from views import options
from views.audience import narrowed
from views.content import content_of
from views.said import STATEMENT, Said, Voice


@pytest.fixture
def shown(monkeypatch):
    monkeypatch.setenv("MONITOR_DATA", str(SAMPLE))
    return narrowed(content_of(sample_release(), (("zuschnitt", 0, 0),)), {"A2"})


def test_what_was_left_out_stays_out(shown):
    cut = content_at(shown, {})
    assert "A2" not in cut.release.catalogue and "A1" in cut.release.catalogue
    assert options.rules(cut.release) == [] and cut.without == {"A2"}


def test_what_was_said_is_not_kept_from_the_first_reader(shown):
    first, second = (
        replace(shown, said=Said((Voice(STATEMENT, who, date(2026, 4, 20), "Ja."),))) for who in ("Fraktion A", "B")
    )
    assert content_at(first, {}).said == first.said
    assert content_at(second, {}).said == second.said
