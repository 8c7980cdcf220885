"""What a story from a file or a link says, checked: nothing in it is trusted, every fault is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from monitor.story_step import A_VALUE, MOST_SENTENCE, MOST_TITLE, MOST_VALUE, PAGES, STEP_PARAMETERS, Step, clean
from monitor.strict_json import Keyed
from monitor.toml_fields import closest
from problem import DataError, Problem

VERSION = 1
MOST_STEPS = 30
MOST_BYTES = 200_000  # of a file, and of what a link unpacks to
STORY_KEYS = ("sitzung", "schritte")
STEP_KEYS = ("seite", "titel", "satz", "ansicht")
MOST_NAMED = 5  # foreign keys that are named, of however many there are
AN_ID = re.compile(r"[\w.-]{1,40}")  # what may be repeated to the reader; anything else from outside is not


def checked_steps(content: object, file: str) -> tuple[Step, ...]:
    """The steps of {"sitzung": 1, "schritte": [{"seite": …, "titel": …, "satz": …, "ansicht": {…}}, …]}.

    content: as `strict_json` gives it. `satz` and `ansicht` may be left out. Of a list that is too long the first
    MOST_STEPS are checked. Raises DataError with all faults at once.
    """
    if not isinstance(content, Keyed):
        raise DataError(Problem("story_shape", file=file))
    problems = [*_keys(content, STORY_KEYS, file), *_version(content.get("sitzung"), file)]
    listed = content.get("schritte")
    problems += _length(listed, file)
    entries = listed[:MOST_STEPS] if isinstance(listed, list) else []
    found = [_step(entry, file, number) for number, entry in enumerate(entries, start=1)]
    problems += [problem for _, of_step in found for problem in of_step]
    if problems:
        raise DataError(*problems)
    return tuple(step for step, _ in found if step is not None)


def _about(code: str, file: str, step: int | None, **facts: object) -> Problem:
    return Problem(code, file=file, facts=facts if step is None else {"step": step, **facts})


def _version(version: object, file: str) -> list[Problem]:
    if type(version) is int and version == VERSION:  # True is 1 as well, and no version
        return []
    return [_about("story_version", file, None, written=_repeatable([version]), known=VERSION)]


def _length(listed: object, file: str) -> list[Problem]:
    if not isinstance(listed, list):
        return [Problem("story_shape", file=file)]
    if not listed:
        return [Problem("story_empty", file=file)]
    if len(listed) > MOST_STEPS:
        return [_about("story_too_many_steps", file, None, count=len(listed), most=MOST_STEPS)]
    return []


def _step(entry: object, file: str, number: int) -> tuple[Step | None, list[Problem]]:
    if not isinstance(entry, Keyed):
        return None, [_about("story_step_shape", file, number)]
    absent: dict[str, Any] = {"seite": None, "titel": None, "satz": "", "ansicht": Keyed([])}
    page, title, sentence, view = (entry.get(key, absent[key]) for key in STEP_KEYS)
    problems = [
        *_keys(entry, STEP_KEYS, file, number),
        *_page(page, file, number),
        *_text("titel", title, MOST_TITLE, file, number),
        *_text("satz", sentence, MOST_SENTENCE, file, number),
        *_view(view, file, number),
    ]
    return (None, problems) if problems else (Step(page, clean(title), clean(sentence), dict(view)), [])


def _keys(content: Keyed, known: Sequence[str], file: str, step: int | None = None) -> list[Problem]:
    unknown = [key for key in content if key not in known]
    problems = [_about("story_key_twice", file, step, written=_repeatable(content.twice))] if content.twice else []
    if unknown:
        hint = closest(unknown[0], known) if len(unknown) == 1 else ""
        told, choices = _repeatable(unknown), ", ".join(known)
        problems.append(_about("story_key_unknown", file, step, written=told, suggestion=hint, known=choices))
    return problems


def _page(page: object, file: str, step: int) -> list[Problem]:
    if not isinstance(page, str):
        return [_about("story_value_kind", file, step, key="seite", kind="text")]
    if page not in PAGES:
        told = _repeatable([page])
        return [_about("story_page_unknown", file, step, written=told, known=", ".join(PAGES))]
    return []


def _text(key: str, text: object, most: int, file: str, step: int) -> list[Problem]:
    if not isinstance(text, str):
        return [_about("story_value_kind", file, step, key=key, kind="text")]
    length = len(clean(text))
    if length > most:
        return [_about("story_text_too_long", file, step, key=key, length=length, most=most)]
    return [_about("story_title_missing", file, step)] if key == "titel" and not length else []


def _view(view: object, file: str, step: int) -> list[Problem]:
    if not isinstance(view, Keyed):
        return [_about("story_value_kind", file, step, key="ansicht", kind="section")]
    wrong = [key for key in STEP_PARAMETERS if key in view and not _is_value(view[key])]
    return [
        *_keys(view, STEP_PARAMETERS, file, step),
        *(_about("story_parameter_invalid", file, step, key=key, most=MOST_VALUE) for key in wrong),
    ]


def _is_value(value: object) -> bool:
    return isinstance(value, str) and A_VALUE.fullmatch(value) is not None


def _repeatable(words: Iterable[object]) -> list[str]:
    """What of it may be shown again: short ids, never a text that somebody wrote into a link."""
    told = [str(word) for word in words if isinstance(word, str | int) and not isinstance(word, bool)]
    return [word for word in told if AN_ID.fullmatch(word)][:MOST_NAMED]
