"""How a map divides its values into classes: chosen by the reader, kept in the link."""

from __future__ import annotations

import streamlit as st

from indicators.classify import MOST_CLASSES, Scheme
from indicators.status_dynamics import MINIMUM_AREAS
from texts.municipality import no_deviation_words
from texts.numbers import german_exact
from ui.choices import choose, enter
from views.class_choice import DEFAULT_NUMBER, NUMBERS, bounds_from, default_scheme, schemes_for

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


def choose_classes(fixed: tuple[float, ...], values: list[str], areas: int, note: str = "") -> None:
    """The widgets behind a button. values: what can be coloured, see `views.options`; areas: as in `read_classes`; note: a
    sentence on what the classes are made of."""
    with st.popover("Klassen", icon=":material/palette:"):
        if len(values) > 1:
            choose("Gefärbt werden", "werte", values, default=values[0], widget=st.radio, tell=False,
                   name=lambda each: VALUE_NAMES[bool(each)])  # fmt: skip
        scheme = choose("Einteilung", "klassen", schemes_for(fixed, areas), default=default_scheme(fixed), name=_name_of,
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


def _name_of(scheme: str) -> str:
    return NAMES[Scheme(scheme)]
