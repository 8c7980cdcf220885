"""The register of decisions: searched, the newest first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from store.kinds import Decision


@dataclass(frozen=True)
class Search:
    """words: all of them must be there. year: 0 for every year. indicator: "" for all."""

    words: str = ""
    year: int = 0
    indicator: str = ""


def found_decisions(decisions: Iterable[Decision], search: Search) -> list[Decision]:
    """Those that have every word in title, text, reasons or body; the newest first."""
    words = _folded(search.words).split()
    found = [each for each in decisions if _matches(each, search) and _has(each, words)]
    return sorted(found, key=lambda each: (each.day or date.min, each.id), reverse=True)


def years_of(decisions: Iterable[Decision]) -> list[int]:
    """Years in which something was decided, the last one first."""
    return sorted({each.day.year for each in decisions if each.day}, reverse=True)


def _matches(decision: Decision, search: Search) -> bool:
    in_year = not search.year or (decision.day is not None and decision.day.year == search.year)
    return in_year and (not search.indicator or decision.indicator == search.indicator)


def _has(decision: Decision, words: Iterable[str]) -> bool:
    text = _folded("\n".join((decision.title, decision.text, decision.reasons, decision.body)))
    return all(word in text for word in words)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
