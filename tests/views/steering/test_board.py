"""The board: which column, in which order."""

from datetime import date

import pytest

from store.kinds import Strategy, Task
from store.kinds.strategy import Phase
from tests.store.entered import entered
from views.steering.board import board, is_overdue, next_phase
from views.steering.everything import Everything
from views.strategies.record import Record


def test_every_phase_has_a_column_in_the_order_of_the_cycle():
    assert [each.phase.value for each in board(Everything())] == [
        "analyse",
        "ziele",
        "massnahmen",
        "umsetzung",
        "bericht",
    ]


def test_cards_stand_in_their_phase_and_in_order():
    found = Everything(
        strategies=tuple(Record(entered(Strategy, title=title, areas=["1"], phase="ziele")) for title in "AB"),
        tasks=tuple(
            entered(Task, title=title, phase="ziele", due=due, state=state, task_kind=kind)
            for title, due, state, kind in (
                ("ohne Tag", None, "offen", "aufgabe"),
                ("später", date(2025, 9, 1), "laeuft", "aufgabe"),
                ("Aufgabe am selben Tag", date(2025, 3, 1), "offen", "aufgabe"),
                ("Meilenstein am selben Tag", date(2025, 3, 1), "offen", "meilenstein"),
                ("fertig", date(2025, 1, 1), "erledigt", "aufgabe"),
            )
        ),
    )
    column = board(found)[1]
    assert [each.strategy.title for each in column.strategies] == ["A", "B"]
    assert [each.title for each in column.open] == [
        "Meilenstein am selben Tag", "Aufgabe am selben Tag", "später", "ohne Tag",
    ]  # fmt: skip
    assert column.done == 1
    assert all(
        not (each.strategies or each.open or each.done)
        for each in board(found)
        if each is not column and each.phase is not Phase.GOALS
    )


@pytest.mark.parametrize(
    ("phase", "following"),
    [
        ("analyse", "ziele"),
        ("ziele", "massnahmen"),
        ("massnahmen", "umsetzung"),
        ("umsetzung", "bericht"),
        ("bericht", "analyse"),
    ],
)
def test_the_cycle_goes_round(phase, following):
    assert next_phase(Phase(phase)).value == following


@pytest.mark.parametrize(
    ("due", "state", "told"),
    [
        (date(2025, 5, 31), "offen", True),
        (date(2025, 6, 1), "offen", False),
        (date(2025, 5, 1), "erledigt", False),
        (None, "offen", False),
    ],
)
def test_overdue(due, state, told):
    assert is_overdue(entered(Task, title="T", due=due, state=state), date(2025, 6, 1)) is told
