"""Before and after: what two divisions of the same ground say, side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from geodata.scheme import Scheme, Status
from monitor.before_after import Side
from monitor.schemes import DELIVERED, valid_schemes
from texts.before_after import MARKS, headings, meaning, ordered, share_words, summary, verdict_words, warning
from texts.schemes import version_words
from ui.choices import choose
from ui.cuts import content_at, sides_of
from ui.map.part import Shown
from ui.map.stage import show_stage, view_message
from ui.schemes.draft_numbers import has_numbers, offer_numbers
from ui.schemes.ground import Ground, ground_of
from ui.schemes.store import Version, store
from views import options
from views.attention_layer import attention_layer
from views.content import Content
from views.places import place_of

PARAM = "vergleich"
HEIGHT = 420
SIDES = ("vorher", "nachher")
ALONE = "Es gibt noch keinen anderen Zuschnitt mit Zahlen, mit dem sich dieser vergleichen ließe."
NO_RULE = (
    "Verglichen wird, wer auffällt. Dafür braucht es eine Regel, die der Kreis festgelegt hat und die für Ihre Rolle "
    "beschlossen ist."
)
NO_YEAR = "Es gibt kein Jahr, das sich in beiden Zuschnitten bewerten ließe: Zu viel ist geheim oder fehlt."


def show_before_after(shown: Content, version: Version, versions: Mapping[int, Version]) -> None:
    """The version beside another one: who is flagged in which, and which flags depend on the division alone."""
    st.header("Vorher und nachher", anchor=False)
    ground = ground_of(shown, version.scheme.municipality)
    if not has_numbers(shown, version.scheme, versions.values(), ground):
        offer_numbers(version, ground)
    elif not (others := _others(shown, version, versions, ground)):
        st.caption(ALONE)
    elif not (rules := options.rules(shown.release)):
        st.info(NO_RULE)
    else:
        other = _choose(others, versions)
        pair = sorted((other.scheme, version.scheme), key=lambda each: each.version)
        _compare(shown, pair, [_name(each) for each in pair], ground, rules[0])


def _choose(others: Mapping[int, Version], versions: Mapping[int, Version]) -> Version:
    chosen = choose("Vergleichen mit", PARAM, [str(each) for each in sorted(others)], default=str(_default(others)),
                    name=lambda each: _name(others[int(each)].scheme), tell=False, width=380)  # fmt: skip
    return others[int(chosen)]


def _compare(shown: Content, pair: Sequence[Scheme], names: Sequence[str], ground: Ground, rule: str) -> None:
    """pair: the earlier version and the later one."""
    level = shown.release.finest.id
    contents = [content_at(shown, _schemes(each)) for each in pair]
    years = set.intersection(*({*options.attention_years(each.release, level, rule)} for each in contents))
    if not years:
        st.info(NO_YEAR)
        return
    year = max(years)
    sides = sides_of(contents[0], contents[1], ground.municipality, level, year, rule)
    st.markdown(summary(*sides, (names[0], names[1]), year))
    for side, name in zip(sides, names, strict=True):
        if words := warning(side, name):
            st.warning(words, icon=":material/polyline:")
    for at, place in enumerate(st.columns(2)):
        with place:
            st.subheader(names[at], anchor=False)
            _show_map(contents[at], level, year, rule, ground, SIDES[at], names[at])
            st.table(_table(sides[at], ground.nouns[1]))
    st.caption(f"{MARKS} {meaning(ground.nouns[1])}")


def _show_map(content: Content, level: str, year: int, rule: str, ground: Ground, side: str, name: str) -> None:
    """One year alone, so that both maps and the tables always speak of the same; of the legend only what both maps have, so
    that they are equally high."""
    layer = attention_layer(content, level, rule, [year])
    layer = replace(layer, legend=[entry for entry in layer.legend if entry.mark == "fill"])
    message = view_message([Shown(layer, place_of(content, level), 0)], years=[str(year)], focus=ground.municipality)
    with st.container(key=f"cut-{side}"):
        show_stage(message, key=f"zuschnitt-{side}", height=HEIGHT, label=f"Karte: {name}")


def _table(side: Side, plural: str) -> pd.DataFrame:
    """Flagged areas first, those whose flag depends on the division alone before the others."""
    rows = ordered(side.areas)
    told = rows.assign(verdict=rows["verdict"].map(verdict_words), supported=rows["supported"].map(share_words))
    return told.rename(columns=headings(plural))[[*headings(plural).values()]].set_index("Sozialraum")


def _others(shown: Content, version: Version, versions: Mapping[int, Version], ground: Ground) -> dict[int, Version]:
    return {
        number: each
        for number, each in versions.items()
        if number != version.scheme.version and has_numbers(shown, each.scheme, versions.values(), ground)
    }


def _schemes(scheme: Scheme) -> dict[str, Scheme]:
    """The valid schemes of all other municipalities, and this one."""
    valid = valid_schemes(store().schemes(), dt.date.today())
    others = {name: each for name, each in valid.items() if name != scheme.municipality}
    return others if scheme.version == DELIVERED else {**others, scheme.municipality: scheme}


def _default(others: Mapping[int, Version]) -> int:
    """The version that is valid, else the last one before; what came with the data is where there is no other."""
    drawn = [number for number in others if number != DELIVERED]
    valid = [number for number in drawn if others[number].scheme.status is Status.VALID]
    return max(valid or drawn or [DELIVERED])


def _name(scheme: Scheme) -> str:
    return version_words(scheme.version, scheme.name, scheme.status.value)
