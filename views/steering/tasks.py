"""Tasks by office and state."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from store.kinds import Task
from store.kinds.task import TaskState

ALL, OPEN = "alle", "nicht-erledigt"
STATES = (OPEN, *TaskState, ALL)


def offices_of(tasks: Iterable[Task]) -> Mapping[str, str]:
    """Key for a link → name, by name; the same office in other letters once."""
    named = {each.office.casefold(): each.office for each in tasks if each.office}
    return {key_of(named[each]): named[each] for each in sorted(named)}


def key_of(office: str) -> str:
    """Short and harmless in a link, whatever the name is."""
    return hashlib.sha256(office.casefold().encode()).hexdigest()[:8]


def tasks_of(tasks: Iterable[Task], office: str, state: str) -> list[Task]:
    """office: key or `ALL`; state: one of `STATES`."""
    return [each for each in tasks if office in (ALL, key_of(each.office)) and _is(each, state)]


def _is(task: Task, state: str) -> bool:
    if state == OPEN:
        return task.state is not TaskState.DONE
    return state in (ALL, task.state.value)
