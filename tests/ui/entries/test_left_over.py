"""Somebody withdraws what is being edited: nothing that was typed is lost, and nothing is said of what goes on elsewhere."""

import pytest

from store import reading, writing
from store.kinds import Goal, Measure, Strategy
from tests.pages.conftest import ROOT
from tests.ui.entries.entry_page import COORDINATION, OFFICE, click, html, opened, ran
from ui.entries.left_over import TOLD


@pytest.fixture
def strategy(store):
    return writing.create(store, COORDINATION, Strategy, title="Früh", areas=["05382060-04"])


@pytest.fixture
def goal(store, strategy):
    return writing.create(store, COORDINATION, Goal, strategy_id=strategy.id, text="alt")


def warnings(app):
    return [warning.value for warning in app.warning]


def test_what_was_typed_stays_until_it_is_put_away(store, strategy, goal):
    key = f"goals-{goal.id}"
    app = click(opened("koordination", strategie=strategy.id), f"open-{key}")
    writing.withdraw(store, OFFICE, Goal, goal.id, 1)
    app.text_area(key=f"{key}-text").input("Ein langer Text")
    app.text_input(key=f"{key}-target").input("viele")
    app = click(app, f"save-{key}")
    for _ in range(2):  # and still after whatever comes next
        assert TOLD in warnings(app)
        assert app.text_area(key=f"{key}-text").value == "Ein langer Text"
        assert app.text_input(key=f"{key}-target").value == "viele"
        app = ran(app.run())
    app = ran(app.switch_page(str(ROOT / "pages" / "steuerung.py")).run())
    assert app.text_area(key=f"{key}-text").value == "Ein langer Text"
    app = click(app, f"put-away-{key}")
    assert TOLD not in warnings(app) and key not in str([area.key for area in app.text_area])
    assert reading.history(store, COORDINATION, Goal, goal.id)[0].after["text"] == "alt"


def test_the_form_is_there_again_when_its_entry_is(store, strategy, goal):
    key = f"goals-{goal.id}"
    app = click(opened("koordination", strategie=strategy.id), f"open-{key}")
    writing.withdraw(store, OFFICE, Goal, goal.id, 1)
    app.text_area(key=f"{key}-text").input("Ein langer Text")
    app = click(app, f"save-{key}")
    writing.bring_back(store, OFFICE, Goal, goal.id, 2)
    app = ran(app.run())
    assert TOLD not in warnings(app)
    click(app, f"save-{key}")
    assert reading.entry(store, COORDINATION, Goal, goal.id).text == "Ein langer Text"


def test_a_new_entry_stays_when_that_is_withdrawn_which_it_belongs_to(store, strategy):
    key = f"new-measure-{strategy.id}"
    app = click(opened("koordination", strategie=strategy.id), f"open-{key}")
    writing.withdraw(store, OFFICE, Strategy, strategy.id, 1)
    app.text_input(key=f"{key}-title").input("Familienzentrum")
    app = click(app, f"save-{key}")
    assert TOLD in warnings(app)
    assert app.text_input(key=f"{key}-title").value == "Familienzentrum"
    assert not [each for each in reading.entries(store, COORDINATION, Measure) if each.title == "Familienzentrum"]


def test_a_question_about_both_texts_stays_too(store, strategy, goal):
    key = f"goals-{goal.id}"
    app = click(opened("koordination", strategie=strategy.id), f"open-{key}")
    writing.change(store, OFFICE, Goal, goal.id, 1, text="Die andere Fassung")
    app.text_area(key=f"{key}-text").input("Mein langer Text")
    app = click(app, f"save-{key}")
    writing.withdraw(store, OFFICE, Goal, goal.id, 2)
    app = click(app, f"mine-{key}")
    assert TOLD in warnings(app) and "Mein langer Text" in html(app)
    app = click(app, f"put-away-conflict-{key}")
    assert "Mein langer Text" not in html(app)


def test_what_nobody_looks_at_any_more_is_not_told(store, strategy, goal):
    app = click(opened("koordination", strategie=strategy.id), f"open-goals-{goal.id}")
    app = ran(app.switch_page(str(ROOT / "pages" / "steuerung.py")).run())
    writing.withdraw(store, OFFICE, Goal, goal.id, 1)
    assert TOLD not in warnings(ran(app.run()))


def test_another_role_sees_nothing_of_it(store, strategy, goal):
    key = f"goals-{goal.id}"
    app = click(opened("koordination", strategie=strategy.id), f"open-{key}")
    app.text_area(key=f"{key}-text").input("Nur für die Koordination")
    app.session_state["demo-role"] = "oeffentlichkeit"
    app = ran(app.run())
    assert TOLD not in warnings(app)
    assert "Nur für die Koordination" not in [area.value for area in app.text_area]
