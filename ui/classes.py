"""How a map divides its values into classes: chosen by the reader, kept in the link."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

import streamlit as st

from indicators.classify import MOST_CLASSES, Scheme
from indicators.status_dynamics import MINIMUM_AREAS
from texts.municipality import no_deviation_words
from texts.numbers import german_exact
from ui.choices import MOST_TEXT, Wanted, choose, enter, known

NAMES = {
    Scheme.QUANTILE: "Quantile: über alle Jahre in jeder Klasse etwa gleich viele Gebiete",
    Scheme.EQUAL: "Gleiche Abstände",
    Scheme.PRETTY: "Runde Grenzen: die Anzahl der Klassen kann abweichen",
    Scheme.NATURAL: "Natürliche Grenzen: ähnliche Werte in einer Klasse (Fisher, Jenks)",
    Scheme.DEVIATION: "Standardabweichung: Abstand vom Mittel der Gebiete",
    Scheme.FIXED: "Vorgabe der Kennzahl",
    Scheme.SPLIT: "Oberhalb und unterhalb eines Werts: zwei Farben",
    Scheme.OWN: "Eigene Grenzen",
}
VALUE_NAMES = {False: "geglättete Werte", True: "gemessene Werte"}
NUMBERS = [str(number) for number in range(3, MOST_CLASSES + 1)]
DEFAULT_NUMBER = "5"
A_NUMBER = re.compile(r"-?\d{1,9}(,\d{1,6}|\.\d{1,6})?")


class ClassChoice(NamedTuple):
    """scheme, number of classes, and the bounds of `Scheme.FIXED`, `Scheme.OWN` and `Scheme.SPLIT`.

    Own bounds may still be missing: the choice is one all the same, and stays in the link until they are entered.
    """

    scheme: Scheme = Scheme.QUANTILE
    classes: int = int(DEFAULT_NUMBER)
    own: tuple[float, ...] = ()

    @property
    def drawn(self) -> ClassChoice:
        """What the map shows: the usual classes as long as bounds are missing."""
        return ClassChoice() if self.scheme in (Scheme.OWN, Scheme.SPLIT) and not self.own else self


def read_classes(fixed: tuple[float, ...], source: Wanted, middle: float, areas: int) -> ClassChoice:
    """The classes a link asks for. fixed: bounds the catalogue gives; where there are any, they are the default.

    middle: where the map is split if the link names no value: the value of the whole county, printed. May be missing.
    areas: how many areas the classes are made of: all of the county at their level, whatever municipality is looked at.
    """
    scheme = Scheme(known(source, "klassen", schemes_for(fixed, areas), _default(fixed)))
    if scheme is Scheme.FIXED:
        return ClassChoice(scheme, own=fixed)
    if scheme in (Scheme.OWN, Scheme.SPLIT):
        own = bounds_from(source("grenzen")[:MOST_TEXT])
        if scheme is Scheme.SPLIT:
            own = own[:1] or ((middle,) if math.isfinite(middle) else ())
        return ClassChoice(scheme, own=own)
    return ClassChoice(scheme, int(known(source, "anzahl", NUMBERS, DEFAULT_NUMBER)))


def choose_classes(fixed: tuple[float, ...], values: list[str], areas: int, note: str = "") -> None:
    """The widgets behind a button. values: what can be coloured, see `ui.options`; areas: as in `read_classes`; note: a
    sentence on what the classes are made of."""
    with st.popover("Klassen", icon=":material/palette:"):
        if len(values) > 1:
            choose("Gefärbt werden", "werte", values, default=values[0], widget=st.radio, tell=False,
                   name=lambda each: VALUE_NAMES[bool(each)])  # fmt: skip
        scheme = choose("Einteilung", "klassen", schemes_for(fixed, areas), default=_default(fixed), name=_name_of,
                        tell=False, widget=st.radio)  # fmt: skip
        if scheme == Scheme.OWN:
            _enter_bounds()
        elif scheme == Scheme.SPLIT:
            _enter_bound()
        elif scheme != Scheme.FIXED:
            choose("Anzahl der Klassen", "anzahl", NUMBERS, default=DEFAULT_NUMBER, tell=False, widget=st.radio,
                   horizontal=True)  # fmt: skip
        if areas < MINIMUM_AREAS:
            st.caption(no_deviation_words(areas))
        if note:
            st.caption(note)


def choose_number_of_changes(note: str = "") -> None:
    """Classes of change are symmetric around "no change": only their number is a choice."""
    with st.popover("Klassen", icon=":material/palette:"):
        choose("Anzahl der Klassen", "anzahl", NUMBERS[::2], default=DEFAULT_NUMBER, tell=False, widget=st.radio,
               horizontal=True)  # fmt: skip
        st.caption("Die Klassen liegen gleich weit über und unter „etwa unverändert“ und gelten für alle Jahre.")
        if note:
            st.caption(note)


def _enter_bounds() -> None:
    text = enter("Obergrenzen der Klassen, durch Semikolon getrennt", "grenzen", placeholder="zum Beispiel 0; 5; 12,5")
    own = bounds_from(text)
    if own:
        st.caption(f"Klassen: {'; '.join(german_exact(bound) for bound in own)} und darüber.")
    elif text:
        st.error(f"Bitte 1 bis {MOST_CLASSES - 1} Zahlen eingeben, durch Semikolon getrennt, zum Beispiel 0; 5; 12,5.")


def _enter_bound() -> None:
    text = enter("Wert, an dem geteilt wird", "grenzen", placeholder="leer: der Wert des Kreises")
    if text and len(bounds_from(text)) != 1:
        st.error("Bitte eine Zahl eingeben, zum Beispiel 12,5.")


def schemes_for(fixed: tuple[float, ...], areas: int) -> list[str]:
    """The schemes that can be chosen: of too few areas mean and standard deviation say nothing."""
    missing = {*([] if fixed else [Scheme.FIXED]), *([Scheme.DEVIATION] if areas < MINIMUM_AREAS else [])}
    return [scheme.value for scheme in NAMES if scheme not in missing]


def _default(fixed: tuple[float, ...]) -> str:
    return Scheme.FIXED.value if fixed else Scheme.QUANTILE.value


def _name_of(scheme: str) -> str:
    return NAMES[Scheme(scheme)]


def bounds_from(text: str) -> tuple[float, ...]:
    """Rising bounds from "0; 5; 12,5"; empty where the text is anything else or there are too many."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if not all(A_NUMBER.fullmatch(part) for part in parts):
        return ()
    bounds = tuple(sorted({float(part.replace(",", ".")) for part in parts}))
    return bounds if len(bounds) < MOST_CLASSES else ()


def own_text(choice: ClassChoice) -> str:
    """The bounds as `bounds_from` reads them."""
    return ";".join(f"{bound:.6f}".rstrip("0").rstrip(".") for bound in choice.own)
