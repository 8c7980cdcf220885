"""Before and after: what two divisions of the same ground say, side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from geodata.scheme import Scheme, Status
from monitor.before_after import Side, before_after
from monitor.scheme_publish import give_numbers, holds_numbers
from monitor.schemes import DELIVERED, valid_schemes
from problem import DataError
from texts.before_after import HEADINGS, MEANING, share_words, summary, verdict_words, warning
from texts.problems import sentence
from texts.schemes import version_words
from ui.attention_view import attention_message, decided_view
from ui.choices import choose
from ui.cuts import content_at
from ui.data import Content, data_folder
from ui.map.stage import show_stage
from ui.schemes.store import Version, store
from ui.view import AttentionView

PARAM = "vergleich"
HEIGHT = 460
NO_NUMBERS = (
    "Dieser Entwurf hat noch keine Zahlen. Sie werden gemeinsam mit allem geschützt, was schon veröffentlicht ist; das dauert "
    "etwa eine halbe Minute. Je Kommune hat nur ein Entwurf Zahlen. Was einmal gezeigt wurde, gilt als bekannt: Mit "
    "jedem weiteren Entwurf wird mehr geheim."
)


def show_before_after(shown: Content, version: Version, versions: Mapping[int, Version]) -> None:
    """The version beside another one: who is flagged in which, and which flags depend on the division alone."""
    st.header("Vorher und nachher", anchor=False)
    if not _has_numbers(shown, version.scheme, versions):
        _offer_numbers(version)
        return
    others = {number: each for number, each in versions.items() if _comparable(shown, version, each, versions)}
    if not others:
        st.caption("Es gibt noch keinen anderen Zuschnitt mit Zahlen, mit dem sich dieser vergleichen ließe.")
        return
    chosen = int(choose("Vergleichen mit", PARAM, [str(each) for each in sorted(others)], default=str(_default(others)),
                        name=lambda each: _name(others[int(each)].scheme), tell=False, width=380))  # fmt: skip
    _compare(shown, others[chosen].scheme, version.scheme)


def _compare(shown: Content, before: Scheme, after: Scheme) -> None:
    contents = content_at(shown, _schemes(before)), content_at(shown, _schemes(after))
    names = _name(before), _name(after)
    view = decided_view(shown)
    level = shown.release.finest.id
    view = AttentionView(level, view.year, view.rule, after.municipality, "")
    sides = before_after(*(each.release for each in contents), after.municipality, level, view.year, view.rule)
    st.markdown(f"{summary(*sides, names)} Jahr {view.year}, alle Jahre zurückgerechnet auf den jeweiligen Zuschnitt.")
    for side, name in zip(sides, names, strict=True):
        if words := warning(side, name):
            st.warning(words, icon=":material/polyline:")
    for place, content, side, name in zip(st.columns(2), contents, sides, names, strict=True):
        with place:
            st.subheader(name, anchor=False)
            _show_side(content, view, side, name)
    st.caption(MEANING)


def _show_side(content: Content, view: AttentionView, side: Side, name: str) -> None:
    message = attention_message(content, view, lambda _: "") | {"side": ""}
    with st.container(key=f"cut-{abs(hash(name)) % 10**8}"):
        show_stage(message, key=f"zuschnitt {name}", height=HEIGHT, label=f"Karte: {name}")
    st.table(_table(side).set_index("Sozialraum"))


def _table(side: Side) -> pd.DataFrame:
    told = side.areas.assign(
        verdict=side.areas["verdict"].map(verdict_words), supported=side.areas["supported"].map(share_words)
    )
    return pd.DataFrame({heading: told[column].to_numpy() for heading, column in HEADINGS.items()})


def _offer_numbers(version: Version) -> None:
    st.markdown(NO_NUMBERS)
    if st.button("Zahlen für diesen Entwurf berechnen", icon=":material/calculate:", key="draft-numbers"):
        try:
            with st.spinner("Die Zahlen des Entwurfs werden berechnet und geschützt …"):
                give_numbers(data_folder(), version.scheme)
        except DataError as error:
            st.error(" ".join(sentence(problem) for problem in error.problems))
            return
        st.rerun()


def _comparable(shown: Content, version: Version, other: Version, versions: Mapping[int, Version]) -> bool:
    return other.scheme.version != version.scheme.version and _has_numbers(shown, other.scheme, versions)


def _has_numbers(shown: Content, scheme: Scheme, versions: Mapping[int, Version]) -> bool:
    if scheme.cut_units and scheme.status is Status.DRAFT:
        return False
    published = [each.scheme for each in versions.values() if each.scheme.status is not Status.DRAFT]
    return holds_numbers(shown.release, scheme, published)


def _schemes(scheme: Scheme) -> dict[str, Scheme]:
    """The valid schemes of all other municipalities, and this one."""
    valid = valid_schemes(store().schemes(), dt.date.today())
    others = {name: each for name, each in valid.items() if name != scheme.municipality}
    return others if scheme.version == DELIVERED else {**others, scheme.municipality: scheme}


def _default(others: Mapping[int, Version]) -> int:
    """The version that is valid, else the last one before."""
    valid = [number for number, each in others.items() if each.scheme.status is Status.VALID]
    return max(valid or others)


def _name(scheme: Scheme) -> str:
    return version_words(scheme.version, scheme.name, scheme.status.value)
