"""Changes that came from the frame: each is saved as a state of its own, once, however often it is sent."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from monitor.scheme_store import Entry, SchemeStore
from problem import DataError, Problem
from texts.schemes import change_words
from ui.schemes.changes import NotUnderstood, changed, plain_name
from ui.schemes.ground import Ground
from ui.schemes.store import Version
from ui.schemes.undo import REDONE, UNDONE

log = logging.getLogger(__name__)


@dataclass
class Heard:
    """Per frame the number of the last change that was saved. Changed in place: a run may be broken off at any call of
    Streamlit's, and a change must not be saved and forgotten."""

    last: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def save_changes(answer: Any, heard: Heard, version: Version, kept: SchemeStore, ground: Ground, who: str) -> Version:
    """The version after everything in `answer` that has not been heard before. answer: {"client", "changes"}."""
    client, changes = _read(answer)
    for number, change in changes:
        if number > heard.last.get(client, 0):
            try:
                version = _saved(change, version, kept, ground, who)
            except DataError as error:
                heard.problems = error.problems
            except NotUnderstood:
                log.warning("A change was not understood: %s", change)
            heard.last[client] = number
    return version


def _read(answer: Any) -> tuple[str, list[tuple[int, Sequence[object]]]]:
    match answer:
        case {"client": str(client), "changes": [*changes]}:
            found = [(number, change) for number, change in map(_pair, changes) if number]
            return client[:40], found
    return "", []


def _pair(sent: Any) -> tuple[int, Sequence[object]]:
    match sent:
        case [int(number), [*change]]:
            return number, change
    return 0, ()


def _saved(change: Sequence[object], version: Version, kept: SchemeStore, ground: Ground, who: str) -> Version:
    """The version after one change. Raises DataError where somebody else has saved meanwhile, and NotUnderstood."""
    if change in (["undo"], ["redo"]):
        return _moved(change[0] == "undo", version, kept, who)
    scheme = changed(version.scheme, change, ground.ids)
    if change[0] in ("new", "name"):
        change = [*change[:2], plain_name(str(change[2]))]
    words = change_words(change, dict(version.scheme.areas), ground.nouns)
    return _with(version, kept.save(scheme, who, words, version.number), scheme)


def _moved(is_back: bool, version: Version, kept: SchemeStore, who: str) -> Version:
    steps = version.steps
    target = steps.back if is_back else steps.forward
    if target is None:
        return version
    number, words = target
    scheme = kept.state(version.scheme.municipality, version.scheme.version, number)
    what = f"{UNDONE if is_back else REDONE}{words}"
    return _with(version, kept.save(scheme, who, what, version.number), scheme)


def _with(version: Version, entry: Entry, scheme: Any) -> Version:
    return Version(scheme, [entry, *version.entries])
