"""What the page Aufmerksamkeit says of results: how sure, by how many rules, since when, and what would be if."""

from __future__ import annotations

import math
from collections.abc import Sequence

from indicators.attention import Attention
from texts.numbers import german, german_int
from texts.rules import INFLUENCES, RULE_NAMES

WHAT_IF = "Was wäre, wenn: nicht das beschlossene Verfahren"
ONLY_COMPARED = "Zum Vergleich: nicht das beschlossene Verfahren"
BACK = "Zurück zum beschlossenen Verfahren"
KINDS = {"decided": "beschlossen", "compared": "nicht beschlossen", "what_if": "was wäre, wenn"}
NUMBERS = ("keine", "eine", "zwei", "drei")
MOST_NAMES = 12

NO_RULE = "Die Regel ist für diesen Leserkreis nicht beschlossen, oder der Kreis hat keine festgelegt."
NOT_FLAGGED = "nicht hervorgehoben"

HOW_RANKED = (
    "Der Punkt ist der Rang nach den gezeigten Zahlen, der Strich der Bereich, in dem der Rang in 95 von 100 Durchgängen liegt. "
    "Wo der Strich breit ist, sagt der Rang wenig."
)
TIES = "Gleich starke Gebiete teilen sich einen Rang."


def share_words(share: float) -> str:
    """ "86 %"; "unter 1 %" and "über 99 %" where rounding would claim more than is known; "–" where it is missing.

    >>> share_words(0.856), share_words(0.004), share_words(0.999), share_words(1.0)
    ('86 %', 'unter 1 %', 'über 99 %', '100 %')
    """
    if 0 < share < 0.01:
        return "unter 1 %"
    if 0.99 < share < 1:
        return "über 99 %"
    return f"{german(100 * share, 0)} %" if math.isfinite(share) else german(share)


def influence_words(influence: str, share: float) -> str:
    """Which assumption moves the verdict most, and in how many of its alternatives."""
    if not influence:
        return "Keine der geprüften Annahmen ändert dieses Ergebnis."
    return f"Am ehesten ändert es: {INFLUENCES[influence]} (in {share_words(share)} der Fälle)."


def rank_words(rank: float, lower: float, upper: float, where: str = "") -> str:
    """ "Rang 3, mit Unsicherheit 1 bis 7", "Rang 3 im Kreis, mit …"."""
    words = f"Rang {german_int(rank)} {where}".rstrip()
    if math.isnan(lower):
        return words
    span = german_int(lower) if lower == upper else f"{german_int(lower)} bis {german_int(upper)}"
    return f"{words}, mit Unsicherheit {span}"


def strength_words(found: Attention, area: str) -> str:
    """What the rule has found at an area it judged: "6 von 8 Kennzahlen ungünstig", "Status niedrig, Dynamik negativ"."""
    row = found.table.loc[area]
    if found.rule.name == "mss":
        if not row["status"]:
            return "ohne Statusklasse"
        return f"Status {row['status']}" + (f", Dynamik {row['dynamics']}" if row["dynamics"] else "")
    if found.rule.name == "significance":
        return f"Abstand vom Kreis: {german(row['index'])} Standardfehler"
    return f"{int(row['index'])} von {len(found.rule.indicators)} Kennzahlen ungünstig"


def since_flagged(since: float, first: int, *, entered: bool) -> str:
    """ "neu", "seit 2019", and "seit mindestens 2017" where the numbers begin; "" where it is not flagged."""
    if math.isnan(since):
        return ""
    if entered:
        return "neu"
    return f"seit mindestens {int(since)}" if int(since) == first else f"seit {int(since)}"


def rules_words(count: int, of: int) -> str:
    """ "alle drei Regeln", "zwei Regeln", "eine Regel", "keine Regel"."""
    plural = "Regel" if count < 2 else "Regeln"
    return f"{'alle ' if count == of > 1 else ''}{NUMBERS[count]} {plural}"


def capitalised(words: str) -> str:
    """With a capital letter at the beginning, the others as they are: names in it keep theirs."""
    return words[:1].upper() + words[1:]


def agreement_sentence(counts: Sequence[int], plural: str) -> str:
    """counts: areas flagged by 0, 1, … rules."""
    of = len(counts) - 1
    told = [f"**{rules_words(number, of)}** bei {counts[number]}" for number in range(of, 0, -1)]
    return f"Besonderen Aufmerksamkeitsbedarf sehen {_listed(told)} {plural_dative(plural)}."


def changed_sentence(heading: str, names: Sequence[str]) -> str:
    """ "Kommen hinzu (2): A, B" """
    if not names:
        return f"{heading}: keine"
    listed = ", ".join(names[:MOST_NAMES])
    more = f" und {len(names) - MOST_NAMES} weitere" if len(names) > MOST_NAMES else ""
    return f"{heading} ({len(names)}): {listed}{more}"


def decided_words(rule: str, short: str, by: str, on: str, version: int) -> str:
    """ "Beschlossenes Verfahren 1: Kreisregel, mindestens 4 von 8 … · Kreistag, 12.3.2025"."""
    who = ", ".join(part for part in (by, on) if part)
    return f"Verfahren {version} des Kreises: {RULE_NAMES[rule]}, {short}" + (f" · {who}" if who else "")


def plural_dative(plural: str) -> str:
    """ "Quartiere" → "Quartieren", "Kommunen" stays."""
    return plural if plural.endswith("n") else f"{plural}n"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} und {parts[-1]}"
