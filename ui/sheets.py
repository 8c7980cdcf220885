"""Indicator sheets: one indicator as its catalogue section tells it, and the methods that apply to it."""

from __future__ import annotations

import streamlit as st

from indicators.catalogue import Indicator
from monitor.release import Release
from texts.methods import EFFECT_LEVELS, METHODS, POLARITY
from texts.numbers import german_exact
from ui.choices import choose, say_what_is_gone
from ui.methods_in_use import show_methods_in_use
from views.content import Content


def choose_sheet(release: Release) -> Indicator:
    options = list(release.catalogue)
    chosen = choose("Kennzahlenblatt", "kennzahl", options, default=options[0],
                    name=lambda each: f"{each} {release.catalogue[each].name}")  # fmt: skip
    say_what_is_gone()
    return release.catalogue[chosen]


def show_sheet(shown: Content, indicator: Indicator) -> None:
    source = shown.release.county.sources.get(indicator.source)
    st.header(f"{indicator.id} · {indicator.name}", anchor=False)
    left, right = st.columns([3, 2])
    with left:
        st.markdown(_told(indicator))
        show_methods_in_use(shown, indicator)
    rows = {
        "Thema": indicator.theme,
        "Zähler": indicator.numerator_name,
        "Nenner": indicator.denominator_name or "–",
        "Einheit": indicator.unit or "Anzahl",
        "Richtung": POLARITY[indicator.polarity],
        "Zielwert": "–" if indicator.target is None else f"{german_exact(indicator.target)} {indicator.unit}".rstrip(),
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


def _told(indicator: Indicator) -> str:
    parts = {
        "Warum es wichtig ist": indicator.why,
        "So ist es zu lesen": indicator.reading,
        "Wofür die Daten erhoben werden": indicator.purpose,
        "Grenzen": indicator.limits,
    }
    return "\n\n".join(f"**{heading}**  \n{text}" for heading, text in parts.items() if text)
