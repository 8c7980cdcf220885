"""What the attention pages look at, and the map of a rule's result."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from indicators.attention import Attention
from indicators.composite import Status
from monitor.attention import indicators_of
from monitor.release import Release
from monitor.results import reasons_in_words
from texts.rules import rule_sentence
from ui.choices import choose, say_what_is_gone, select
from ui.colours import class_colours
from ui.data import Content
from ui.flags import attention_years, choose_rule, flag_string, rules_of
from ui.indicator_map import outlines_of
from ui.map.legend import LegendEntry, legend_html
from ui.map.paint import MISSING, AreaText, Paint
from ui.map.show import show_map
from ui.view import choose_level, choose_municipality, selected_area


@dataclass(frozen=True)
class AttentionView:
    """Level, year and rule; municipality and area are ids, "" where nothing is chosen."""

    level: str
    year: int
    rule: str
    municipality: str
    area: str


def choose_attention_view(shown: Content, *, with_choices: bool) -> AttentionView:
    """with_choices: rule, level, year and municipality can be chosen; else the county's rule in the latest year."""
    release = shown.release
    if not any(attention_years(release, release.finest.id, rule) for rule in rules_of(release)):
        st.info("Der Kreis hat noch keine Regel festgelegt. Sie gehört in county.toml, Abschnitt attention. "
                "Die Seite Karte zeigt schon jetzt alle Kennzahlen.")  # fmt: skip
        st.stop()
    if not with_choices:
        level, rule = release.finest.id, rules_of(release)[0]
        return AttentionView(level, attention_years(release, level, rule)[-1], rule, "", selected_area(release, level))
    notices, columns = st.container(), st.columns([1.6, 1.2, 1, 2])
    with columns[0]:
        rule = choose_rule(release)
    with columns[1]:
        level = choose_level(release)
    with columns[2]:
        year = _choose_year(release, level, rule)
    with columns[3]:
        municipality = choose_municipality(release, level)
    with notices:
        say_what_is_gone()
    return AttentionView(level, year, rule, municipality, selected_area(release, level))


def show_rule(release: Release, rule: str) -> None:
    """The rule as a complete sentence, and who decided it."""
    spec = release.county.attention
    names = {indicator.id: indicator.name for indicator in release.catalogue.values()}
    st.markdown(rule_sentence(spec, rule, names, release.county.protection.minimum_inhabitants))
    if rule == spec.rule:
        decided = ", ".join(part for part in (spec.decided_by, spec.decided_on) if part)
        st.caption(f"Verfahren des Kreises: {decided}" if decided else "Verfahren des Kreises")


def show_attention_map(shown: Content, view: AttentionView, found: Attention, *, height: int) -> None:
    """The areas by index, flagged ones marked; a click selects an area."""
    release, geometry = shown.release, shown.geometry[view.level]
    areas = pd.Index(geometry.ids)
    classes, names = _classes(release, view, found, areas)
    colours = class_colours(len(names), polarity=-1)
    paint = Paint(
        title="Gründe",
        classes=classes,
        colours=colours,
        flags=flag_string(found, areas),
        texts=_tooltips(release, view, found, areas),
        selected=view.area,
        focus=view.municipality,
    )
    clicked = show_map(geometry, paint, outlines=outlines_of(shown), key="aufmerksamkeit", height=height)
    st.html(_legend(release, view, found, classes, names, colours))
    if clicked and clicked != view.area:
        select("gebiet", clicked)


def _choose_year(release: Release, level: str, rule: str) -> int:
    years = [str(year) for year in attention_years(release, level, rule)]
    return int(choose("Jahr", "jahr", years[::-1], default=years[-1]))


def _classes(release: Release, view: AttentionView, found: Attention, areas: pd.Index) -> tuple[str, list[str]]:
    table = found.table.reindex(areas)
    if view.rule == "mss":
        order = [str(status) for status in Status]
        codes = [str(order.index(each)) if each else MISSING for each in table["status"]]
        return "".join(codes), [f"Status {name}" for name in order]
    bounds, names = _count_classes(release.county.attention.county.k, len(indicators_of(release, "county")))
    counted = np.searchsorted(bounds, table["index"].fillna(0), side="left").astype(str)
    return "".join(np.where(table["evaluated"].astype(bool), counted, MISSING)), names


def _count_classes(k: int, indicators: int) -> tuple[list[int], list[str]]:
    """Upper bounds and names: none, one to k − 1 (in two classes where there is room), k and more."""
    middle = [(k - 1) // 2, k - 1] if k > 2 else [k - 1]
    bounds = [0, *(bound for bound in middle if bound > 0), indicators]
    starts = [bound + 1 for bound in bounds[:-1]]
    ranges = [f"{low}" if low == high else f"{low} bis {high}" for low, high in zip(starts, bounds[1:], strict=True)]
    return bounds, [f"{each} Kennzahl{'' if each in ('keine', '1') else 'en'} ungünstig" for each in ("keine", *ranges)]


def _tooltips(release: Release, view: AttentionView, found: Attention, areas: pd.Index) -> list[AreaText]:
    words = reasons_in_words(release, view.level, view.year, view.rule, found)
    total = len(indicators_of(release, view.rule))
    return [_tooltip(found, view.rule, area, words[area], total) for area in areas]


def _tooltip(found: Attention, rule: str, area: str, words: str, total: int) -> AreaText:
    row = found.table.loc[area]
    if not row["evaluated"]:
        return AreaText(reason=words)
    if rule == "mss":
        dynamics = f", Dynamik {row['dynamics']}" if row["dynamics"] else ""
        return AreaText(value=words, comparison=f"Status {row['status']}{dynamics}")
    return AreaText(value=words, comparison=f"{int(row['index'])} von {total} Kennzahlen ungünstig")


def _legend(
    release: Release, view: AttentionView, found: Attention, classes: str, names: list[str], colours: list[str]
) -> str:
    counted, spec = Counter(classes), release.level(view.level)
    pairs = zip(names, colours, strict=True)
    entries = [LegendEntry(name, colour, counted[str(number)]) for number, (name, colour) in enumerate(pairs)]
    if counted[MISSING]:
        entries.append(LegendEntry("nicht bewertet", areas=counted[MISSING], mark="missing"))
    flagged = int(found.table["flagged"].sum())
    entries.append(LegendEntry("besonderer Aufmerksamkeitsbedarf", areas=flagged, mark="flagged"))
    return legend_html(entries, unit=(spec.name, spec.plural))
