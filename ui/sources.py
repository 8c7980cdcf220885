"""What is loaded, from whom, as of when, and what was noticed while reading it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from indicators.signs import Sign
from monitor.protection_report import SourceReport, protection_report
from monitor.release import Release
from texts.numbers import german_int
from texts.overview import NO_INDICATOR
from texts.problems import sentence
from texts.protection import others_words, own_words, percent_of_people, release_words
from texts.signs import MEANING, SYMBOL
from ui.base_map import contacted
from ui.lists import show_list
from views.content import Content


def show_extent(shown: Content) -> None:
    """Levels with their numbers of areas, years, indicators."""
    release = shown.release
    columns = st.columns(len(release.levels) + 2)
    for column, level in zip(columns, release.levels, strict=False):
        column.metric(level.plural, german_int(len(release.areas(level.id))))
    columns[-2].metric("Jahre", f"{release.years[0]}–{release.years[-1]}")
    columns[-1].metric("Kennzahlen", german_int(len(release.catalogue)))


def show_sources(shown: Content) -> None:
    """One row per source: who delivered what, as of when, with which protection."""
    county = shown.release.county
    rows = [
        {
            "Quelle": source.name,
            "Stelle": source.office,
            "Stand": source.as_of.strftime("%d.%m.%Y") if source.as_of else "nicht angegeben",
            "Kennzahlen": _indicators_of(shown.release, key),
            "Geheim unter": str(county.protection_for(key).threshold),
            "Mindestbasis": str(county.protection_for(key).minimum_base),
        }
        for key, source in county.sources.items()
    ]
    st.table(pd.DataFrame(rows).set_index("Quelle"))


def show_deliveries(shown: Content) -> None:
    """The files that were read."""
    st.table(shown.release.deliveries)


def show_protection(shown: Content) -> None:
    """How many values are hidden, by source and by level, whether that is laid down, and what the signs mean."""
    release = shown.release
    if not release.catalogue:
        st.info(NO_INDICATOR)
        return
    st.markdown(release_words(release.protection.stored))
    st.table(pd.DataFrame([_hidden_of(each) for each in protection_report(release)]).set_index("Quelle"))
    st.table(pd.DataFrame([_hidden_at(release, level.id, level.plural) for level in release.levels]).set_index("Ebene"))
    signs = list(dict.fromkeys((SYMBOL[sign], MEANING[sign]) for sign in Sign if sign is not Sign.SHOWN))
    st.table(pd.DataFrame(signs, columns=["Zeichen", "Bedeutung"]).set_index("Zeichen"))


def show_warnings(shown: Content) -> None:
    """What was noticed while reading and does not stop anything."""
    warnings = shown.release.warnings
    if not warnings:
        st.success("Beim Lesen ist nichts aufgefallen.", icon=":material/check:")
        return
    show_list(sentence(warning) for warning in warnings)


def show_contacts(shown: Content) -> None:
    """Which other hosts the map could ask, or that there are none."""
    sentences = contacted(shown.release.county)
    if not sentences:
        st.markdown("Keine. Diese Anwendung lädt nichts von anderen Rechnern.")
        return
    show_list(sentences)


def _indicators_of(release: Release, source: str) -> str:
    return ", ".join(indicator.name for indicator in release.catalogue.values() if indicator.source == source)


def _hidden_of(each: SourceReport) -> dict[str, str]:
    return {
        "Quelle": each.name,
        "Werte": german_int(each.values),
        "geheim": german_int(each.hidden),
        "davon kleine Zahl": own_words(each),
        "davon zum Schutz anderer": others_words(each),
        "betroffene Bevölkerung": percent_of_people(each.inhabitants),
    }


def _hidden_at(release: Release, level: str, plural: str) -> dict[str, str]:
    signs = pd.concat([release.signs_over_years(level, each).stack() for each in release.catalogue])
    counted = {sign: int((signs == sign).sum()) for sign in Sign}
    hidden = counted[Sign.PRIMARY] + counted[Sign.SMALL_BASE]
    return {
        "Ebene": plural,
        "gezeigte Werte": german_int(counted[Sign.SHOWN]),
        "geheim (kleine Zahl)": german_int(hidden),
        "geheim (zum Schutz anderer)": german_int(counted[Sign.SECONDARY]),
    }
