"""How a map divides its values into classes: chosen by the reader, kept in the link."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import streamlit as st

from indicators.classify import MOST_CLASSES, Scheme, class_breaks
from texts.numbers import german_exact
from ui.choices import choose, enter

NAMES = {
    Scheme.QUANTILE: "Quantile: über alle Jahre in jeder Klasse etwa gleich viele Gebiete",
    Scheme.EQUAL: "Gleiche Abstände",
    Scheme.NATURAL: "Natürliche Grenzen: ähnliche Werte in einer Klasse (Fisher, Jenks)",
    Scheme.DEVIATION: "Standardabweichung: Abstand vom Mittel der Gebiete",
    Scheme.FIXED: "Vorgabe der Kennzahl",
    Scheme.OWN: "Eigene Grenzen",
}
NUMBERS = [str(number) for number in range(3, MOST_CLASSES + 1)]
A_NUMBER = re.compile(r"-?\d{1,9}(,\d{1,6}|\.\d{1,6})?")


class ClassChoice(NamedTuple):
    """scheme, number of classes, and the bounds somebody typed in for `Scheme.OWN`."""

    scheme: Scheme = Scheme.QUANTILE
    classes: int = 5
    own: tuple[float, ...] = ()


def choose_classes(fixed: tuple[float, ...]) -> ClassChoice:
    """The choice behind a button below the map. fixed: bounds the catalogue gives; where there are any, the default."""
    schemes = [scheme for scheme in NAMES if fixed or scheme is not Scheme.FIXED]
    with st.popover("Klassen der Karte", icon=":material/palette:"):
        default = Scheme.FIXED if fixed else Scheme.QUANTILE
        scheme = Scheme(
            choose("Einteilung", "klassen", schemes, default=default, name=_name_of, tell=False, widget=st.radio)
        )
        if scheme is Scheme.FIXED:
            return ClassChoice(scheme, own=fixed)
        if scheme is not Scheme.OWN:
            number = choose("Anzahl der Klassen", "anzahl", NUMBERS, default="5", tell=False, widget=st.radio,
                            horizontal=True)  # fmt: skip
            return ClassChoice(scheme, int(number))
        text = enter(
            "Obergrenzen der Klassen, durch Semikolon getrennt", "grenzen", placeholder="zum Beispiel 0; 5; 12,5"
        )
        own = bounds_from(text)
        if text and not own:
            st.error(
                f"Bitte 1 bis {MOST_CLASSES - 1} Zahlen eingeben, durch Semikolon getrennt, zum Beispiel 0; 5; 12,5."
            )
        elif own:
            st.caption(f"Klassen: {'; '.join(german_exact(bound) for bound in own)} und darüber. Ein einziger Wert teilt die "
                       "Karte in „bis dahin“ und „darüber“.")  # fmt: skip
        return ClassChoice(Scheme.OWN if own else Scheme.QUANTILE, own=own)


def _name_of(scheme: str) -> str:
    return NAMES[Scheme(scheme)]


def bounds_from(text: str) -> tuple[float, ...]:
    """Rising bounds from "0; 5; 12,5"; empty where the text is anything else or there are too many."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if not all(A_NUMBER.fullmatch(part) for part in parts):
        return ()
    bounds = tuple(sorted({float(part.replace(",", ".")) for part in parts}))
    return bounds if len(bounds) < MOST_CLASSES else ()


def breaks_of(choice: ClassChoice, series: np.ndarray, decimals: int) -> list[float]:
    """Bounds over the whole series, so that a colour means the same in every year. series: areas × years."""
    return class_breaks(series, choice.scheme, choice.classes, decimals, choice.own)
