"""What pages say when they are limited to one municipality, with the county beside it."""

from __future__ import annotations

import math

from indicators.status_dynamics import MINIMUM_AREAS
from texts.attention import plural_dative
from texts.numbers import german_int


def municipality_sentence(
    name: str,
    plural: str,
    *,
    flagged: int,
    evaluated: int,
    inhabitants: float,
    everyone: float,
    county: tuple[int, int],
) -> str:
    """ "In Troisdorf brauchen 5 von 20 bewerteten Quartieren besondere Aufmerksamkeit. … Im ganzen Kreis sind es 11 von 156."

    inhabitants: people in the flagged areas; everyone: people in the municipality; county: flagged and evaluated areas there.
    """
    parts = (
        _need(name, plural, flagged, evaluated),
        _people(name, inhabitants, everyone) if flagged else "",
        f"Im ganzen Kreis sind es {german_int(county[0])} von {german_int(county[1])}.",
    )
    return " ".join(part for part in parts if part)


def flagged_of(name: str, plural: str, flagged: int, evaluated: int, county: tuple[int, int]) -> str:
    """ "5 von 20 bewerteten Quartieren in Troisdorf sind hervorgehoben, im ganzen Kreis 11 von 156." """
    verb = "ist" if flagged == 1 else "sind"
    return (
        f"**{flagged} von {evaluated}** bewerteten {plural_dative(plural)} in {name} {verb} hervorgehoben, "
        f"im ganzen Kreis {german_int(county[0])} von {german_int(county[1])}."
    )


def rank_within_words(rank: float, of: int, name: str) -> str:
    """ "Rang 2 von 20 in Troisdorf"; "" where there is no rank, or nobody to be ranked against."""
    return "" if math.isnan(rank) or of < 2 else f"Rang {german_int(rank)} von {german_int(of)} in {name}"


def rank_in_county_words(rank: float, of: int) -> str:
    return "" if math.isnan(rank) or of < 2 else f"Rang {german_int(rank)} von {german_int(of)} im Kreis"


def first_rank_words(polarity: int) -> str:
    """What the first rank means."""
    return "1 = am ungünstigsten" if polarity else "1 = höchster Wert"


def classes_of_county_words(name: str, plural: str, own: int, everywhere: int) -> str:
    """Why the classes of a map are the county's. own: areas of the municipality; everywhere: of the county."""
    said = f"Die Klassen sind die des Kreises ({german_int(everywhere)} {plural}), damit eine Farbe überall dasselbe bedeutet"
    if own >= MINIMUM_AREAS:
        return f"{said}."
    which = f"aus {own} {plural_dative(plural)} in {name}" if own > 1 else f"für {name}"
    return f"{said}; {which} allein werden keine gebildet, denn dafür sind mindestens {MINIMUM_AREAS} Gebiete nötig."


def no_deviation_words(areas: int) -> str:
    """Why classes by standard deviations are not offered."""
    return (
        f"Nach Standardabweichungen wird hier nicht eingeteilt: Mittel und Standardabweichung von {areas} Gebieten sagen zu "
        f"wenig, nötig sind mindestens {MINIMUM_AREAS}."
    )


def field_words(name: str, plural: str, own: int, everywhere: int) -> str:
    """Below the field of status and dynamics: whose classes these are, and which areas are the municipality's."""
    said = f"Kräftig gedruckt und zuerst gezählt: {plural} in {name}."
    if own >= MINIMUM_AREAS:
        return f"{said} Die Klassen sind aus allen {german_int(everywhere)} des Kreises gebildet."
    return (
        f"{said} Die Klassen sind aus allen {german_int(everywhere)} des Kreises gebildet, denn aus weniger als "
        f"{MINIMUM_AREAS} Gebieten lassen sich keine bilden."
    )


def only_words(name: str) -> str:
    """What a file says that holds the areas of one municipality alone."""
    return f"Nur Gebiete in {name}."


def _need(name: str, plural: str, flagged: int, evaluated: int) -> str:
    if evaluated == 0:
        return f"In {name} ist kein Gebiet bewertet."
    if flagged == 0:
        if evaluated == 1:
            return f"In {name} braucht das einzige bewertete Gebiet keine besondere Aufmerksamkeit."
        return f"In {name} braucht keines der {evaluated} bewerteten Gebiete besondere Aufmerksamkeit."
    if evaluated == 1:
        return f"In {name} braucht das **einzige** bewertete Gebiet besondere Aufmerksamkeit."
    verb = "braucht" if flagged == 1 else "brauchen"
    return (
        f"In {name} {verb} **{flagged} von {evaluated}** bewerteten {plural_dative(plural)} besondere Aufmerksamkeit."
    )


def _people(name: str, inhabitants: float, everyone: float) -> str:
    if not inhabitants > 0 or not everyone > 0:
        return ""
    share = round(100 * inhabitants / everyone)
    return f"Dort leben rund **{german_int(round(inhabitants, -2))}** Menschen, {share} % der Bevölkerung von {name}."
