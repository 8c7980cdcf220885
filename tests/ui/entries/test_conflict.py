"""Two have changed the same field: both texts stay until one of them is written, and ids are told as names."""

import pytest

from store import reading, writing
from store.actor import Role
from store.kinds import Goal, Strategy
from store.rights import ForbiddenError
from store.store import StoreUnavailableError
from tests.ui.entries.entry_page import COORDINATION, OFFICE, click, html, opened
from ui.entries.attempt import FORBIDDEN, UNAVAILABLE

AREA, OTHER = "05382060-04", "05382068-05"


@pytest.fixture
def strategy(store):
    return writing.create(store, COORDINATION, Strategy, title="Früh", areas=[AREA])


def in_conflict(store, strategy, goal):
    key = f"goals-{goal.id}"
    app = click(opened("koordination", strategie=strategy.id), f"open-{key}")
    writing.change(store, OFFICE, Goal, goal.id, 1, text="Die andere Fassung")
    app.text_area(key=f"{key}-text").input("Mein langer Text")
    return click(app, f"save-{key}"), key


@pytest.mark.parametrize(
    ("fault", "words"),
    [(StoreUnavailableError("x"), UNAVAILABLE), (ForbiddenError("strategie ändern", Role.COORDINATION), FORBIDDEN)],
)
@pytest.mark.parametrize("which", ["mine", "theirs"])
def test_both_texts_stay_where_the_choice_cannot_be_written(store, strategy, monkeypatch, fault, words, which):
    goal = writing.create(store, COORDINATION, Goal, strategy_id=strategy.id, text="alt")
    app, key = in_conflict(store, strategy, goal)

    def refuse(*values, **more):
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(writing, "change", refuse)
        app = click(app, f"{which}-{key}")
    assert words in [error.value for error in app.error]
    assert "Mein langer Text" in html(app) and "Die andere Fassung" in html(app)
    app = click(app, f"mine-{key}")
    assert reading.entry(store, COORDINATION, Goal, goal.id).text == "Mein langer Text"
    assert f"mine-{key}" not in [button.key for button in app.button]


def test_areas_and_indicators_are_named(store, strategy):
    goal = writing.create(store, COORDINATION, Goal, strategy_id=strategy.id, text="Ziel", indicator="A1")
    key = f"goals-{goal.id}"
    app = click(opened("koordination", strategie=strategy.id), f"open-{key}")
    writing.change(store, OFFICE, Goal, goal.id, 1, indicator="A4")
    app.selectbox(key=f"{key}-indicator").select("A2")
    asked = html(click(app, f"save-{key}"))
    assert "Kinderarmut (A2)" in asked and "Altersarmut (A4)" in asked


def test_areas_are_named(store, strategy):
    key = f"strategies-{strategy.id}"
    app = click(opened("koordination", strategie=strategy.id), f"open-{key}")
    writing.change(store, OFFICE, Strategy, strategy.id, 1, areas=[OTHER])
    app.multiselect(key=f"{key}-areas").set_value([AREA, "05382060-11"])
    asked = html(click(app, f"save-{key}"))
    assert "Siegburg 04, Siegburg 11" in asked and "Troisdorf 05" in asked
    assert OTHER not in asked and AREA not in asked
