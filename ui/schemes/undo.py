"""Undo and redo, read from the history of a version: nothing else remembers them, so a reload does not forget them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.scheme_store import Entry

UNDONE, REDONE = "rückgängig: ", "wiederholt: "


@dataclass(frozen=True)
class Steps:
    """numbers: states one after another, without the detours; at: which of them is the present one. words: what was
    done to reach each of them."""

    numbers: tuple[int, ...]
    words: tuple[str, ...]
    at: int

    @property
    def back(self) -> tuple[int, str] | None:
        """State before the last change, and what that change was; None at the beginning."""
        return (self.numbers[self.at - 1], self.words[self.at]) if self.at > 0 else None

    @property
    def forward(self) -> tuple[int, str] | None:
        """State that was undone last, and what led to it."""
        is_last = self.at + 1 >= len(self.numbers)
        return None if is_last else (self.numbers[self.at + 1], self.words[self.at + 1])


def steps_of(entries: Sequence[Entry]) -> Steps:
    """entries: the states of one version, the newest first as `SchemeStore.history` has them."""
    numbers: list[int] = []
    words: list[str] = []
    at = -1
    for entry in reversed(entries):
        if entry.what.startswith(UNDONE) and at > 0:
            at -= 1
        elif entry.what.startswith(REDONE) and at + 1 < len(numbers):
            at += 1
        else:
            numbers, words = [*numbers[: at + 1], entry.number], [*words[: at + 1], entry.what]
            at += 1
    return Steps(tuple(numbers), tuple(words), at)
