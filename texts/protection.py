"""Words for the report on what is hidden."""

from __future__ import annotations

import math
from collections.abc import Sequence

from monitor.protection_report import SourceReport
from texts.numbers import german, german_int

FEW = 10  # fewer hidden values of a source are not told apart by their reason


def report_lines(report: Sequence[SourceReport]) -> list[str]:
    """One sentence per source."""
    return [_sentence(each) for each in report]


def release_words(stored: bool) -> str:
    """Whether what is hidden is laid down. The fingerprint is told to nobody: it would confirm a guessed number."""
    if stored:
        return "Diese Freigabe ist festgehalten: Solange sich nichts ändert, bleibt sie, wie sie ist."
    return (
        "Diese Freigabe ist nicht festgehalten und wird bei jedem Start neu berechnet. Der Befehl `python -m monitor release` "
        "hält sie fest."
    )


def percent_of_people(share: float) -> str:
    """ "1,4 %"; "–" where nobody is counted."""
    return german(100 * share, 1) + " %" if math.isfinite(share) else "–"


def _sentence(each: SourceReport) -> str:
    if not each.hidden:
        return f"{each.name}: {german_int(each.values)} Werte, keiner geheim."
    people = f"; das betrifft {percent_of_people(each.inhabitants)} der Bevölkerung" if each.inhabitants > 0 else ""
    reasons = (
        f" ({own_words(each)} wegen kleiner Zahlen, {others_words(each)} zum Schutz anderer)" if _many(each) else ""
    )
    return f"{each.name}: {german_int(each.values)} Werte, davon geheim {german_int(each.hidden)}{reasons}{people}."


def own_words(each: SourceReport) -> str:
    """How many are hidden for their own sake; "–" where so few are hidden that this would tell which ones."""
    return german_int(each.own) if _many(each) else "–"


def others_words(each: SourceReport) -> str:
    return german_int(each.others) if _many(each) else "–"


def _many(each: SourceReport) -> bool:
    return each.hidden >= FEW
