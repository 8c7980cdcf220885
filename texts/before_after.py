"""Words for two divisions of the same ground side by side."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from monitor.before_after import Side, Verdict
from texts.numbers import german

VERDICTS = {
    Verdict.NOT_FLAGGED: "nicht auffällig",
    Verdict.SUPPORTED: "auffällig, im anderen auch",
    Verdict.PARTLY: "auffällig, im anderen zum Teil",
    Verdict.OF_THIS_CUT_ALONE: "auffällig nur in diesem Zuschnitt",
    Verdict.NOT_ASSESSED: "nicht bewertet",
}
MARKS = (
    "Kräftiger Rand mit Ausrufezeichen: auffällig (besonderer Aufmerksamkeitsbedarf). Grau gepunktet: nicht bewertet."
)
WORST_FIRST = (
    Verdict.OF_THIS_CUT_ALONE, Verdict.PARTLY, Verdict.SUPPORTED, Verdict.NOT_FLAGGED, Verdict.NOT_ASSESSED,
)  # fmt: skip


def headings(plural: str) -> dict[str, str]:
    """Column of `Side.areas` → heading, in the order of the table. plural: of the base units ("Baublöcke")."""
    return {"name": "Sozialraum", "verdict": "Ergebnis", "units": plural, "supported": "im anderen auffällig"}


def meaning(plural: str) -> str:
    """Why results differ, and by what they are compared."""
    return (
        "Wo die Grenzen gezogen sind, entscheidet mit, wer auffällt (in der Statistik: *modifiable areal unit problem*). "
        "Gerechnet wird links und rechts mit denselben Zahlen und derselben Regel; anders ist nur der Zuschnitt. Verglichen "
        f"wird, in welchen Sozialräumen dieselben {plural} liegen, weil Zahlen für die Schnittstücke geheim sein können."
    )


def ordered(areas: pd.DataFrame) -> pd.DataFrame:
    """Areas of a side, what needs a second look first. areas: as `Side.areas`."""
    return areas.iloc[(areas["verdict"].map(WORST_FIRST.index)).argsort(kind="stable")]


def verdict_words(verdict: int) -> str:
    return VERDICTS[Verdict(verdict)]


def share_words(share: float) -> str:
    """ "40 %", or "keine Angabe" where nothing of it is assessed there."""
    return "keine Angabe" if share != share else f"{german(100 * share, 0)} %"


def summary(before: Side, after: Side, names: tuple[str, str], year: int) -> str:
    """How many are flagged in which division.

    >>> side = Side(pd.DataFrame({"name": ["A"], "flagged": [True], "verdict": [Verdict.SUPPORTED]}))
    >>> summary(side, side, ("Fassung 1", "Fassung 2"), 2024)[:75]
    'Fassung 1: **1 von 1** auffällig. Fassung 2: **1 von 1** auffällig. Gezeigt'
    """
    told = zip(names, (before, after), strict=True)
    counted = " ".join(f"{name}: **{side.flagged} von {len(side.areas)}** auffällig." for name, side in told)
    return f"{counted} Gezeigt ist {year}, auf den jeweiligen Zuschnitt gerechnet."


def warning(side: Side, name: str) -> str:
    """The warning that flags depend on the division alone; "" where none does."""
    alone = side.of_this_cut_alone
    if not alone:
        return ""
    which, verb = ("Das Ergebnis", "hängt") if len(alone) == 1 else ("Die Ergebnisse", "hängen")
    return (
        f"{which} für {_enumerated(alone)} {verb} allein am Zuschnitt „{name}“: Im anderen Zuschnitt liegt nichts davon in "
        "einem auffälligen Sozialraum. Bitte vor einer Entscheidung genauer hinsehen."
    )


def _enumerated(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} und {names[-1]}"
