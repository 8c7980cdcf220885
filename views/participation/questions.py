"""Questions and answers in the order they are read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from store.actor import Actor
from store.kinds import Question
from store.rights import may
from views.participation.moderation import waits


class Group(StrEnum):
    OPEN = "offen"
    WAITING = "wartet"
    ANSWERED = "beantwortet"


def is_answered(question: Question) -> bool:
    return bool(question.answer.strip())


def grouped(actor: Actor, questions: Iterable[Question]) -> dict[Group, list[Question]]:
    """Without empty groups. For those who may answer, what is open comes first, then what waits to be released by them; for
    others the answers do. Within a group by the day of the answer, the newest first."""
    work_first = may("frage antworten", actor.role, own=False)
    order = (Group.OPEN, Group.WAITING, Group.ANSWERED) if work_first else (Group.ANSWERED, Group.WAITING, Group.OPEN)
    found: dict[Group, list[Question]] = {group: [] for group in order}
    for question in sorted(questions, key=lambda each: (each.answered_on or date.min, each.id), reverse=True):
        found[_group(actor, question)].append(question)
    return {group: each for group, each in found.items() if each}


def _group(actor: Actor, question: Question) -> Group:
    if not is_answered(question):
        return Group.OPEN
    return Group.WAITING if waits(actor, question) else Group.ANSWERED
