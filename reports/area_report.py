"""The report for the county, or for one municipality: the question, the map, the areas with their reasons, three maps of
indicators, method and limits, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from indicators.attention import Attention
from monitor.attention import rule_of
from monitor.protection_report import protection_report
from monitor.release import Release
from problem import DataError, Problem
from reports.about import about
from reports.flagged import flagged_rows
from reports.frame import Options, framed, left_out, printed
from reports.maps import ReportMap, report_map
from reports.plain_text import plain
from reports.profile_report import indicator_table
from reports.said_rows import said_in_report
from texts.area_report import KINDS, LIMITS, area_title, question_of
from texts.numbers import german_int
from texts.protection import percent_of_people
from texts.reasons import FAIR_WORDS
from texts.rules import CERTAINTY_SENTENCE, rule_sentence
from views.class_choice import ClassChoice
from views.content import Content
from views.indicator_layer import indicator_layer
from views.links import attention_link_of
from views.overview import overview_words
from views.profile.profile import profile_of
from views.profile.unplaced import unplaced_words_of
from views.rules import rule_result
from views.steps import attention_map
from views.view import AttentionView, areas_in, read_attention_view

MAPS = 3
LARGE = {False: (500.0, 400.0), True: (720.0, 300.0)}  # portrait, landscape; points
SMALL = {False: (160.0, 150.0), True: (235.0, 170.0)}


def area_report(
    shown: Content, view: AttentionView, options: Options | None = None, indicators: Sequence[str] = ()
) -> bytes:
    """PDF of a view of an attention rule; of one municipality where one is chosen. indicators: whose maps are printed,
    () = those that most often speak for a flag.

    Raises DataError where the rule cannot be applied in the view's year.
    """
    chosen = options or Options()
    found = rule_result(shown, view.level, view.year, view.applied)
    maps = _maps(shown, view, found, chosen, indicators)
    return printed("area", area_data(shown, view, found, chosen, maps), maps, chosen)


def decided_view(shown: Content, municipality: str = "", year: int | None = None) -> AttentionView:
    """The county's own rule at the finest level, in that year or the latest. Raises DataError where it has none."""
    asked = {"kommune": municipality, "jahr": str(year or "")}
    view = read_attention_view(shown.release, lambda param: asked.get(param, ""))
    if view is None:
        raise DataError(Problem("rule_not_shown"))
    return view


def area_data(
    shown: Content, view: AttentionView, found: Attention, options: Options, maps: Mapping[str, ReportMap]
) -> dict[str, Any]:
    """Everything the template prints, as text."""
    release, without = shown.release, left_out(shown.release, options)
    place = release.hierarchy.names[view.municipality] if view.municipality else release.county.name
    content = {
        "subtitle": f"{KINDS[bool(view.municipality)]} · {release.level(view.level).plural} · {view.year}",
        "question": "" if "question" in without else question_of(view.municipality and place),
        "answer": plain(overview_words(release, view, found)),
        "list": [] if "list" in without else flagged_rows(shown, view, found),
        "list_level": release.level(view.level).name,
        "small": [name for name in maps if name != "map"],
        "method": [] if "methods" in without else _method(release, view),
        "limits": [] if "methods" in without else _limits(release, view),
        "said": [] if "statements" in without else _said(shown, view),
        "sources": [] if "sources" in without else _sources(release),
        **_all_indicators(shown, view),
        "year": str(view.year),
        "row_gap": 1.4,
    }
    filters = [f"nur {place}"] if view.municipality else []
    said = about(release, "aufmerksamkeit", attention_link_of(view), rule=view.applied, filters=filters,
                 address=options.address)  # fmt: skip
    return framed(release, area_title(place, view.year), KINDS[bool(view.municipality)], said, options, content, maps)


def _all_indicators(shown: Content, view: AttentionView) -> dict[str, Any]:
    """Of a municipality, with what of it lies in none of its areas."""
    if not view.municipality:
        return {"table": [], "table_note": ""}
    profile = profile_of(shown, view.municipality, view.year)
    return {"table": indicator_table(profile), "table_note": unplaced_words_of(shown.release, profile)}


def _said(shown: Content, view: AttentionView) -> list[dict[str, str]]:
    areas = list(map(str, areas_in(shown.release, view.level, view.municipality)))
    return said_in_report(shown, [view.municipality, *areas], rule_of(shown.release, view.applied).inputs)


def most_frequent_reasons(found: Attention, areas: Sequence[str]) -> list[str]:
    """Indicators that most often speak for a flag, ties in the order of the rule; of all areas where none is flagged."""
    table = found.table.loc[list(areas)]
    flagged = table.index[table["flagged"].astype(bool)]
    counts = Counter(found.drivers.loc[flagged if len(flagged) else table.index].sum().to_dict())
    return sorted(found.drivers.columns, key=lambda each: -counts[each])[:MAPS]


def _maps(
    shown: Content, view: AttentionView, found: Attention, options: Options, indicators: Sequence[str]
) -> dict[str, ReportMap]:
    release, without = shown.release, left_out(shown.release, options)
    maps = {}
    if "map" not in without:
        [drawn] = attention_map(shown, view).maps
        maps["map"] = report_map(shown, drawn.layer, view.level, drawn.position, LARGE[options.landscape],
                                 municipality=view.municipality)  # fmt: skip
    if "maps" not in without:
        chosen = indicators or most_frequent_reasons(found, list(areas_in(release, view.level, view.municipality)))
        maps |= {each: _indicator_map(shown, view, each, options) for each in chosen}
    return maps


def _indicator_map(shown: Content, view: AttentionView, indicator_id: str, options: Options) -> ReportMap:
    """As the page Karte opens it: its usual classes over all years, in the latest year up to the view's."""
    release = shown.release
    indicator = release.catalogue[indicator_id]
    years = release.years_of(indicator_id, view.level)
    until = max((number for number, year in enumerate(years) if year <= view.year), default=len(years) - 1)
    layer = indicator_layer(shown, view.level, indicator, ClassChoice.usual(indicator.breaks), years)
    return report_map(shown, layer, view.level, until, SMALL[options.landscape], municipality=view.municipality)


def _method(release: Release, view: AttentionView) -> list[str]:
    names = {each.id: each.name for each in release.catalogue.values()}
    rule = rule_of(release, view.applied)
    stated = rule_sentence(rule, names, release.county.protection.minimum_inhabitants)
    return [plain(stated), CERTAINTY_SENTENCE, LIMITS, FAIR_WORDS]


def _limits(release: Release, view: AttentionView) -> list[str]:
    told = (release.catalogue[each] for each in rule_of(release, view.applied).indicators)
    return [f"{each.name}: {each.limits}" for each in told if each.limits]


def _sources(release: Release) -> list[list[str]]:
    """Name, office, as of, how many values are hidden, share of the inhabitants concerned."""
    rows = []
    for each in protection_report(release):
        source = release.county.sources[each.source]
        as_of = f"{source.as_of:%d.%m.%Y}" if source.as_of else "–"
        hidden = f"{german_int(each.hidden)} von {german_int(each.values)}"
        rows.append([source.name, source.office or "–", as_of, hidden, percent_of_people(each.inhabitants)])
    return rows
