"""Undo and redo, read from the history."""

from datetime import UTC, datetime

from monitor.scheme_store import Entry
from ui.schemes.undo import REDONE, UNDONE, steps_of


def entries(*whats):
    """States 1, 2, …; the newest first."""
    found = [
        Entry("05382068", 1, at, datetime(2026, 1, 1, tzinfo=UTC), "Stelle", what) for at, what in enumerate(whats, 1)
    ]
    return found[::-1]


def test_nothing_to_undo_at_the_beginning():
    steps = steps_of(entries("angelegt"))
    assert steps.back is None and steps.forward is None


def test_the_last_change_is_undone_first():
    steps = steps_of(entries("angelegt", "A", "B"))
    assert steps.back == (2, "B") and steps.forward is None


def test_what_was_undone_can_come_again():
    # 1 angelegt, 2 A, 3 B, 4 = 2, 5 = 1
    steps = steps_of(entries("angelegt", "A", "B", UNDONE + "B", UNDONE + "A"))
    assert steps.back is None and steps.forward == (2, "A")


def test_redo_goes_the_same_way_forward():
    steps = steps_of(entries("angelegt", "A", "B", UNDONE + "B", UNDONE + "A", REDONE + "A"))
    assert steps.back == (1, "A") and steps.forward == (3, "B")


def test_a_new_change_ends_what_could_come_again():
    steps = steps_of(entries("angelegt", "A", "B", UNDONE + "B", "C"))
    assert steps.numbers == (1, 2, 5)
    assert steps.back == (2, "C") and steps.forward is None


def test_no_state_no_step():
    steps = steps_of([])
    assert steps.back is None and steps.forward is None
