"""The profile of one area on one page."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Any

from monitor.release import INHABITANTS, Release
from reports.about import about
from reports.frame import Options, framed, left_out, printed
from reports.maps import ReportMap, report_map
from reports.said_rows import said_on_area
from texts.attention import share_words
from texts.numbers import german, german_int
from texts.profile import NAME, SPINE_LEGEND, listed
from texts.reasons import FAIR_WORDS
from texts.rules import RULE_NAMES
from views import options as choices
from views.attention_layer import attention_layer
from views.class_choice import ClassChoice
from views.content import Content
from views.indicator_layer import indicator_layer
from views.profile.headline import headline
from views.profile.profile import Profile, profile_of
from views.profile.row import Row
from views.profile.spark import spark_of
from views.profile.spine import spine_of
from views.profile.standing import Standing
from views.profile.unplaced import unplaced_words_of
from views.profile.verdict import verdict
from views.profile.words import quality_of, words_of

MAP_SIZE = {False: (215.0, 165.0), True: (235.0, 140.0)}  # portrait, landscape; points
FULL = 30  # lines of the table with which a page is full at the usual size


def profile_pdf(shown: Content, area: str, year: int | None = None, options: Options | None = None) -> bytes:
    """One A4 page about one area of any level. Raises KeyError where there is no such area."""
    chosen, profile = options or Options(), profile_of(shown, area, year)
    maps = (
        {}
        if "map" in left_out(shown.release, chosen)
        else {"map": profile_map(shown, profile, MAP_SIZE[chosen.landscape])}
    )
    return printed("profile", profile_data(shown, profile, chosen, maps), maps, chosen)


def profile_data(shown: Content, profile: Profile, options: Options, maps: Mapping[str, ReportMap]) -> dict[str, Any]:
    """Everything the template prints, as text."""
    release, without = shown.release, left_out(shown.release, options)
    lines = len(profile.rows) + len(profile.themes)
    content = {
        "subtitle": subtitle(release, profile),
        "year": str(profile.year),
        "size": 7.2 if options.landscape else 8.0 if lines <= FULL else 7.6,
        "row_gap": 0.5 if options.landscape else 1.2 if lines <= FULL else 0.7,
        "spine_width": 112 if options.landscape else 88,
        "spark_width": 38,
        "headline": [line._asdict() for line in headline(profile)],
        "attention": [] if "attention" in without else [_standing(each) for each in profile.standings],
        "reasons": [] if "attention" in without else _reasons(profile),
        "around": "" if "neighbours" in without else _around(release, profile),
        "alike": "" if "similar" in without else _alike(release, profile),
        "said": []
        if "statements" in without
        else said_on_area(shown, profile.area, [row.indicator.id for row in profile.rows]),
        "above": release.hierarchy.names[profile.municipality] if profile.municipality else "",
        "compared": profile.level != release.whole,
        "has_target": any(row.indicator.target is not None for row in profile.rows),
        "themes": indicator_table(profile),
        "notes": [*filter(None, [unplaced_words_of(release, profile)]), *_notes(release, profile, without)],
        "quality": [] if "quality" in without else _quality(release, profile),
    }
    said = about(release, "steckbrief", {"gebiet": profile.area, "jahr": str(profile.year)}, address=options.address)
    return framed(release, profile.name, NAME, said, options, content, maps)


def indicator_table(profile: Profile) -> list[dict[str, Any]]:
    """Themes with their rows, as the template `charts.typ` draws them."""
    return [{"name": each.name, "rows": [_row(row) for row in each.rows]} for each in profile.themes]


def profile_map(shown: Content, profile: Profile, size: tuple[float, float]) -> ReportMap:
    """The county's rule around the area; without one, its first indicator."""
    release = shown.release
    level = release.finest.id if profile.level == release.whole else profile.level.id
    selected = "" if profile.level == release.whole else profile.area
    rules = choices.rules(release)
    years = choices.attention_years(release, level, rules[0]) if rules else []
    if not [each for each in years if each <= profile.year]:
        if not choices.indicators(release, level):
            level, selected = choices.default_level(release), ""
        indicator = release.catalogue[choices.default_indicator(release, level)]
        years = release.years_of(indicator.id, level)
        layer = indicator_layer(shown, level, indicator, ClassChoice.usual(indicator.breaks), years)
    else:
        layer = attention_layer(shown, level, rules[0], years)
    position = max((number for number, year in enumerate(years) if year <= profile.year), default=len(years) - 1)
    return report_map(shown, layer, level, position, size,
                      municipality=profile.municipality, selected=selected)  # fmt: skip


def subtitle(release: Release, profile: Profile) -> str:
    above = f" in {release.hierarchy.names[profile.municipality]}" if profile.municipality else ""
    people = release.table(profile.level.id, INHABITANTS, profile.year)["value"].get(profile.area, math.nan)
    counted = f" · {german_int(people)} Einwohnerinnen und Einwohner" if math.isfinite(people) else ""
    return f"{NAME} · {profile.level.name}{above} · {profile.year}{counted}"


def _standing(standing: Standing) -> dict[str, Any]:
    result = "hervorgehoben" if standing.flagged else "nicht hervorgehoben" if standing.evaluated else "nicht bewertet"
    sure = f" ({standing.word}: {share_words(standing.probability)})" if standing.evaluated else ""
    return {
        "rule": f"{RULE_NAMES[standing.rule]} {standing.year}",
        "flagged": standing.flagged,
        "result": f"{result}{sure}",
        "finding": standing.strength or standing.why_not,
    }


def _reasons(profile: Profile) -> list[str]:
    """What speaks for the flag of the decided rule, and what should be checked."""
    decided = profile.standings[0] if profile.standings else None
    if decided is None or decided.reasons is None or not decided.flagged:
        return []
    return [f"Dafür spricht: {'; '.join(decided.reasons.speak_for)}.", *decided.reasons.warnings]


def _around(release: Release, profile: Profile) -> str:
    names = [release.hierarchy.names[area] for area in profile.neighbours]
    return f"Nachbarn: {listed(names, 8)}." if names else ""


def _alike(release: Release, profile: Profile) -> str:
    alike = [f"{release.hierarchy.names[str(area)]} ({german(far, 2)})" for area, far in profile.similar.items()]
    return f"Ähnliche Lage (Abstand der Ränge): {', '.join(alike)}." if alike else ""


def _notes(release: Release, profile: Profile, without: Collection[str]) -> list[str]:
    if "methods" in without:
        return []
    spine = [SPINE_LEGEND.format(plural=profile.level.plural)] if profile.level != release.whole else []
    return [*spine, FAIR_WORDS]


def _quality(release: Release, profile: Profile) -> list[str]:
    found = [quality_of(release, profile.level.id, row) for row in profile.rows]
    sources = dict.fromkeys(f"{each.source}{f' ({each.as_of})' if each.as_of else ''}" for each in found)
    treated: dict[str, list[str]] = {}
    for each in found:
        if each.treated:
            treated.setdefault(each.treated, []).append(each.name)
    hidden: dict[str, list[str]] = {}
    for each in found:
        if each.hidden:
            hidden.setdefault(each.hidden, []).append(each.name)
    done = [f"{words}: {', '.join(names)}" for words, names in (*treated.items(), *hidden.items())]
    return [f"Quellen: {'; '.join(sources)}.", *(f"{words}." for words in done)]


def _row(row: Row) -> dict[str, Any]:
    words, spine = words_of(row), spine_of(row)
    unit = row.indicator.unit
    return {
        **{name: without_unit(text, unit) for name, text in words._asdict().items()},
        "name": words.name,
        "unit": unit,
        "spine": None if spine is None else {**_finite(spine._asdict()), "verdict": verdict(row)},
        "spark": spark_of(row)._asdict(),
    }


def without_unit(text: str, unit: str) -> str:
    """A number whose unit stands beside the name of its indicator."""
    return text.removesuffix(f" {unit}") if unit else text


def _finite(numbers: Mapping[str, float]) -> dict[str, float | None]:
    return {name: number if math.isfinite(number) else None for name, number in numbers.items()}
