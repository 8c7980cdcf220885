"""Words of the report for the county and for a municipality."""

from __future__ import annotations

KINDS = {False: "Kreisbericht", True: "Bericht für die Kommune"}
LIMITS = (
    "Was dieser Bericht nicht kann: Er sagt, wo Zahlen vom Kreis abweichen, nicht warum. Ursachen, Wünsche der Menschen und was "
    "vor Ort schon geschieht, stehen in keiner Statistik. Eine Hervorhebung ist ein Anlass, genauer hinzusehen, kein Urteil."
)


def question_of(municipality: str) -> str:
    """municipality: its name, "" for the whole county."""
    where = f"in {municipality} " if municipality else ""
    return f"Wo ist {where}besonderer Aufmerksamkeitsbedarf, und warum?"


def area_title(place: str, year: int) -> str:
    return f"{place}: Gebiete mit besonderem Aufmerksamkeitsbedarf {year}"
