"""Which files a report consists of, and how each is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import pandas as pd

from monitor.default_story import default_story
from monitor.release import Release
from monitor.story import Story
from problem import DataError, Problem
from reports.about import about
from reports.area_report import area_report, decided_view
from reports.file_names import plain_name, report_name
from reports.frame import Options
from reports.profile_report import profile_pdf
from reports.workbook import workbook
from texts.report_command import FILE_NAMES
from views.content import Content
from views.options import municipalities
from views.profile.profile import profile_years
from views.view import areas_in

COUNTY, MUNICIPALITY, PROFILE = KINDS = ("county", "municipality", "profile")
FORMATS = ("pdf", "pptx", "xlsx")


class Job(NamedTuple):
    """One file. name: with its ending; make: its content."""

    name: str
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Order:
    """What is asked for. areas: ids; () for the county. year: None = the latest."""

    kind: str
    form: str
    areas: tuple[str, ...] = ()
    year: int | None = None
    options: Options = field(default_factory=Options)


def jobs(shown: Content, order: Order) -> list[Job]:
    """Raises DataError where an area does not exist or is none of the kind, the year has no data, or there is no indicator
    for the readers."""
    release = shown.release
    if not release.catalogue:
        raise DataError(Problem("no_indicator_decided"))
    areas = order.areas or (tuple(release.areas(release.whole.id)) if order.kind == COUNTY else ())
    for area in areas:
        _check(release, order.kind, area)
    year = release.years[-1] if order.year is None else order.year
    if year not in release.years:
        known = f"{release.years[0]}–{release.years[-1]}"
        raise DataError(Problem("year_unknown", facts={"year": year, "known": known}))
    make = {PROFILE: _profile}.get(order.kind, _area)
    return [
        Job(f"{report_name(release, FILE_NAMES[order.kind], area, year)}.{order.form}", make(shown, order, area, year))
        for area in areas
    ]


def every_area(release: Release, kind: str) -> tuple[str, ...]:
    """All municipalities, or for profiles all areas of the finest level."""
    if kind == MUNICIPALITY:
        return tuple(area for area in municipalities(release) if area)
    return tuple(release.areas(release.finest.id)) if kind == PROFILE else ()


def _check(release: Release, kind: str, area: str) -> None:
    levels = {COUNTY: release.levels[:1], MUNICIPALITY: release.levels[1:2], PROFILE: release.levels}[kind]
    known = [each for level in levels for each in release.areas(level.id)]
    if area not in known:
        facts = {
            "area": area,
            "levels": ", ".join(level.plural for level in levels),
            "like": _alike(release, area, known),
        }
        raise DataError(Problem("report_area_unknown", facts=facts))


def _alike(release: Release, asked: str, known: Sequence[str]) -> str:
    """Ids of areas of that name."""
    found = [each for each in known if plain_name(release.hierarchy.names[each]) == plain_name(asked)]
    return ", ".join(found[:3])


def _profile(shown: Content, order: Order, area: str, year: int) -> Callable[[], bytes]:
    level = shown.release.hierarchy.level_of(area)
    return {
        "pdf": lambda: profile_pdf(shown, area, year, order.options),
        "pptx": lambda: _slide(shown, area, year, order.options),
        "xlsx": lambda: _tables(shown, level, pd.Index([area]), year, order.options, {"gebiet": area}),
    }[order.form]


def _area(shown: Content, order: Order, area: str, year: int) -> Callable[[], bytes]:
    release = shown.release
    municipality = area if order.kind == MUNICIPALITY else ""
    level = release.finest.id
    return {
        "pdf": lambda: area_report(shown, decided_view(shown, municipality, year), order.options),
        "pptx": lambda: _slides(shown, municipality, order.options),
        "xlsx": lambda: _tables(
            shown, level, areas_in(release, level, municipality), year, order.options,
            {"ebene": level, "kommune": municipality},
        ),
    }[order.form]  # fmt: skip


# python-pptx takes half a second to import: only who asks for slides waits for it.
def _slide(shown: Content, area: str, year: int, options: Options) -> bytes:
    from reports.profile_slide import profile_slide

    return profile_slide(shown, area, year, options)


def _slides(shown: Content, municipality: str, options: Options) -> bytes:
    from reports.slides import slides

    return slides(shown, _story(shown.release, municipality), options)


def _story(release: Release, municipality: str) -> Story:
    """The county's story, of one municipality where one is asked for."""
    story = release.story or default_story(release)
    if not municipality:
        return story
    return tuple(replace(step, view={**step.view, "kommune": municipality}) for step in story)


def _tables(shown: Content, level: str, areas: pd.Index, year: int, options: Options, view: dict[str, str]) -> bytes:
    release = shown.release
    years = [each for each in profile_years(release, level) if each <= year]
    chosen = years[-1] if years else year
    names = [release.hierarchy.names[area] for area in areas]
    everything = len(areas) == len(release.areas(level))
    filters = [] if everything else [f"{len(names)} {release.level(level).plural}" if len(names) > 1 else names[0]]
    said = about(release, "karte", {"jahr": str(chosen), **view}, filters=filters, address=options.address)
    return workbook(shown, level, chosen, said, areas)
