"""Indicator sheets and the formulas behind the numbers."""

from __future__ import annotations

import streamlit as st

from indicators.catalogue import Indicator, Method
from monitor.release import Release
from texts.methods import EFFECT_LEVELS, FORMULAS, METHODS, POLARITY, pooling_sentence
from ui.choices import choose, say_what_is_gone
from ui.data import Content


def choose_sheet(release: Release) -> Indicator:
    options = list(release.catalogue)
    chosen = choose("Kennzahlenblatt", "kennzahl", options, default=options[0],
                    name=lambda each: f"{each} {release.catalogue[each].name}")  # fmt: skip
    say_what_is_gone()
    return release.catalogue[chosen]


def show_sheet(shown: Content, indicator: Indicator) -> None:
    """One indicator as its catalogue section tells it."""
    source = shown.release.county.sources.get(indicator.source)
    st.header(f"{indicator.id} · {indicator.name}", anchor=False)
    left, right = st.columns([3, 2])
    left.markdown(_told(indicator))
    rows = {
        "Thema": indicator.theme,
        "Zähler": indicator.numerator_name,
        "Nenner": indicator.denominator_name or "–",
        "Einheit": indicator.unit or "Anzahl",
        "Richtung": POLARITY[indicator.polarity],
        "Zielwert": f"{indicator.target:g} {indicator.unit}".replace(".", ",") if indicator.target is not None else "–",
        "Feinste Ebene": shown.release.level(indicator.level).plural if indicator.level else "–",
        "Wirkungsebene": EFFECT_LEVELS[indicator.effect_level],
        "Verfahren": METHODS[indicator.method],
        "Quelle": f"{source.name} ({source.office})" if source else "–",
        "Rechtsgrundlage": indicator.legal_basis or "–",
        "Beschluss": indicator.decision or "–",
        "Verfasst von": indicator.author or "–",
        "Geprüft": indicator.checked or "–",
        "Nächste Prüfung": indicator.next_review or "–",
    }
    right.table({"Angabe": rows})
    _show_method(indicator)


def show_formulas() -> None:
    """Every method with its formula and its source."""
    for formula in FORMULAS:
        st.subheader(formula.title, anchor=False)
        st.markdown(formula.sentence)
        for line in formula.latex:
            st.latex(line)
        st.caption(f"Quelle: {formula.source}")


def _told(indicator: Indicator) -> str:
    parts = {
        "Warum es wichtig ist": indicator.why,
        "So ist es zu lesen": indicator.reading,
        "Wofür die Daten erhoben werden": indicator.purpose,
        "Grenzen": indicator.limits,
    }
    return "\n\n".join(f"**{heading}**  \n{text}" for heading, text in parts.items() if text)


def _show_method(indicator: Indicator) -> None:
    if indicator.pool > 1:
        st.markdown(pooling_sentence(indicator.pool))
    if indicator.method is Method.GIVEN:
        st.markdown("Der Wert wird fertig geliefert. Er hat keinen Vertrauensbereich und wird nicht zusammengefasst.")
