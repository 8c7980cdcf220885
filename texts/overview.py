"""Sentences of the start page: how many, where, how many people."""

from __future__ import annotations

from collections.abc import Mapping

from texts.numbers import german_int

NO_INDICATOR = "Für Ihre Rolle ist noch keine Kennzahl beschlossen. Den Stand zeigt die Seite Beteiligung."


def county_sentence(
    county: str,
    plural: str,
    flagged: int,
    evaluated: int,
    inhabitants: float,
    everyone: float,
    where: Mapping[str, int],
) -> str:
    """ "12 von 158 Quartieren … Dort leben 48.000 Menschen, 8 % der Bevölkerung. Die meisten liegen in …"

    where: name of the municipality → number of flagged areas in it. inhabitants, everyone: people there and in all.
    """
    if flagged == 0:
        return f"In {county} fällt nach dieser Regel keines der {evaluated} bewerteten Gebiete auf."
    needs = "hat" if flagged == 1 else "haben"
    first = f"**{flagged} von {evaluated}** bewerteten {_dative(plural)} {needs} besonderen Aufmerksamkeitsbedarf."
    return " ".join(part for part in (first, _people(inhabitants, everyone), _places(where)) if part)


def _people(inhabitants: float, everyone: float) -> str:
    if not inhabitants > 0 or not everyone > 0:
        return ""
    share = round(100 * inhabitants / everyone)
    rounded = round(inhabitants, -2)
    return f"Dort leben rund **{german_int(rounded)}** Menschen, {share} % der Bevölkerung."


def _places(where: Mapping[str, int]) -> str:
    ordered = sorted(where.items(), key=lambda item: (-item[1], item[0]))
    listed = [f"{name} ({count})" for name, count in ordered]
    if len(listed) < 2:
        return f"Sie liegen in {listed[0]}." if listed else ""
    return f"Sie liegen in {', '.join(listed[:-1])} und {listed[-1]}."


def _dative(plural: str) -> str:
    # "Quartiere" → "Quartieren", "Kommunen" stays
    return plural if plural.endswith("n") else f"{plural}n"
