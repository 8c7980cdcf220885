"""What one map shows, in every year: classes, flags and texts per area. No geometry."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

MISSING = "-"
HIDDEN = "*"
FLAGGED = "!"
UNSECURED = "abcdefg"  # class 0 … 6, drawn with the sign for "not statistically secured"

Mark = Literal["fill", "hidden", "missing", "unsecured", "flagged", "ground"]


class AreaText(NamedTuple):
    """What the tooltip of one area says below its name, in German and formatted.

    value: "31,2 %"; interval: "27,8–34,9 %"; comparison: "ungünstiger als der Kreis, gesichert";
    reason: why there is no value: "• geheim: zu kleine Zahl"; measured: "29,0 %" where the value is a smoothed one. Every
    part may be empty.
    """

    value: str = ""
    interval: str = ""
    comparison: str = ""
    reason: str = ""
    measured: str = ""


class Card(NamedTuple):
    """A flagged area with its reasons in words, strongest first. index: of the area in feature order."""

    index: int
    reasons: Sequence[str]


class YearTexts(NamedTuple):
    """Texts of one year. areas: in feature order; whole: value of the whole county; cards: most urgent first."""

    areas: Sequence[AreaText]
    whole: str = ""
    whole_name: str = ""
    cards: Sequence[Card] = ()


class Own(NamedTuple):
    """The municipality in focus: its name, and its value in every year as printed ("21,7 %", "•" where it is hidden); no
    values where those of its areas are not held against it."""

    name: str
    values: Sequence[str] = ()


class LegendEntry(NamedTuple):
    """One line of the legend. codes: the class codes it counts, `FLAGGED` for the flagged areas; mark: its sign."""

    codes: str
    text: str
    mark: Mark = "fill"


@dataclass(frozen=True)
class Layer:
    """One map's content through the years; a position counts them from 0.

    key: everything the content depends on. name: heads the value in a tooltip ("Kinderarmut"). heading: stands above
    the map ("Kinderarmut in %"), joined with the label of the year, note behind it. lowest_first: the ranking begins with
    the lowest value, because low is unfavourable. labels: one per position ("2024", "2022–2024"). colours: fill per class.
    unit: singular and plural of the areas. classes(position): one character per area in feature order: "0"… is the
    index of a colour, "a"… the same without statistical certainty, `MISSING`, `HIDDEN`. flags(position): "1" where an
    area needs particular attention, else "0"; "" where nobody is to be marked. texts(position): see `YearTexts`. own: of the
    municipality in focus, None where there is none.
    """

    key: Hashable
    name: str
    heading: str
    labels: Sequence[str]
    colours: Sequence[str]
    legend: Sequence[LegendEntry]
    unit: tuple[str, str]
    classes: Callable[[int], str]
    texts: Callable[[int], YearTexts]
    flags: Callable[[int], str] = lambda _: ""
    note: str = ""
    joint: str = ", "
    lowest_first: bool = False
    own: Own | None = None


def check_codes(classes: str, flags: str, colours: Sequence[str], areas: int) -> None:
    """Raises ValueError where the lengths disagree or a class has no colour."""
    for name, given in (("classes", classes), ("flags", flags)):
        if len(given) != areas and (given or name == "classes"):
            raise ValueError(f"{name} has {len(given)} entries for {areas} areas")
    known = {*(str(number) for number in range(len(colours))), *UNSECURED[: len(colours)], MISSING, HIDDEN}
    if not set(classes) <= known:
        raise ValueError(f"classes without a colour: {sorted(set(classes) - known)}")
