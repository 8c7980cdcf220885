"""Words for two divisions of the same ground side by side."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.before_after import Side, Verdict
from texts.numbers import german

VERDICTS = {
    Verdict.NOT_FLAGGED: "nicht auffällig",
    Verdict.SUPPORTED: "auffällig, auch im anderen Zuschnitt",
    Verdict.PARTLY: "auffällig, im anderen Zuschnitt nur zum Teil",
    Verdict.OF_THIS_CUT_ALONE: "auffällig nur in diesem Zuschnitt",
    Verdict.NOT_ASSESSED: "nicht bewertet",
}
HEADINGS = {"Sozialraum": "name", "Ergebnis": "verdict", "Baublöcke": "units", "davon drüben auffällig": "supported"}
MEANING = (
    "Wo die Grenzen gezogen sind, entscheidet mit, wer auffällt (in der Statistik: *modifiable areal unit problem*). Gerechnet "
    "wird links und rechts mit denselben Zahlen und derselben Regel; anders ist nur der Zuschnitt. Verglichen wird nach "
    "Baublöcken, weil Zahlen für die Schnittstücke geheim sein können."
)


def verdict_words(verdict: int) -> str:
    return VERDICTS[Verdict(verdict)]


def share_words(share: float) -> str:
    """ "40 %", or "keine Angabe" where nothing of it is assessed there."""
    return "keine Angabe" if share != share else f"{german(100 * share, 0)} %"


def summary(before: Side, after: Side, names: tuple[str, str]) -> str:
    """How many are flagged in which division.

    >>> import pandas as pd
    >>> side = Side(pd.DataFrame({"name": ["A"], "flagged": [True], "verdict": [Verdict.SUPPORTED]}))
    >>> summary(side, side, ("Fassung 1", "Fassung 2"))
    'Fassung 1: 1 von 1 auffällig. Fassung 2: 1 von 1 auffällig.'
    """
    told = zip(names, (before, after), strict=True)
    return " ".join(f"{name}: {side.flagged} von {len(side.areas)} auffällig." for name, side in told)


def warning(side: Side, name: str) -> str:
    """The warning that flags depend on the division alone; "" where none does."""
    alone = side.of_this_cut_alone
    if not alone:
        return ""
    which, verb = ("Das Ergebnis", "hängt") if len(alone) == 1 else ("Die Ergebnisse", "hängen")
    return (
        f"{which} für {_enumerated(alone)} {verb} allein am Zuschnitt ({name}): Keiner der Baublöcke liegt im anderen "
        "Zuschnitt in einem auffälligen Sozialraum. Bitte vor einer Entscheidung genauer hinsehen."
    )


def _enumerated(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} und {names[-1]}"
