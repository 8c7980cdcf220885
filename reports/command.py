"""`python -m monitor report`: files for a committee, without a browser."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tqdm import tqdm

from monitor.report_settings import PARTS
from problem import DataError, Problem
from reports.committee_job import COMMITTEE, CommitteeOrder, committee_job
from reports.frame import Options
from reports.jobs import COUNTY, FORMATS, KINDS, Job, Order, every_area, jobs
from reports.published import published
from store.levels import Level
from texts.report_command import BAR, DAY_UNREADABLE, HELP, written_words
from texts.steering import LEVELS


def add_report_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("report", help=HELP["report"], description=HELP["report"])
    parser.set_defaults(command=report)
    parser.add_argument("folder", type=Path, metavar="ORDNER")
    parser.add_argument("--kind", choices=(*KINDS, COMMITTEE), required=True, help=HELP["kind"])
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--area", action="append", default=[], metavar="SCHLÜSSEL", help=HELP["area"])
    which.add_argument("--all", action="store_true", help=HELP["all"])
    parser.add_argument("--format", choices=FORMATS, default="pdf", help=HELP["format"])
    parser.add_argument("--year", type=int, metavar="JAHR", help=HELP["year"])
    parser.add_argument("--landscape", action="store_true", help=HELP["landscape"])
    parser.add_argument("--without", default="", metavar="TEILE", help=f"{HELP['without']}: {', '.join(PARTS)}")
    parser.add_argument("--since", type=_day, metavar="JJJJ-MM-TT", help=HELP["since"])
    parser.add_argument("--level", type=Level, choices=list(LEVELS), default=Level.COMMITTEES, help=HELP["level"])
    parser.add_argument("--out", type=Path, required=True, metavar="ORDNER", help=HELP["out"])


def report(options: argparse.Namespace) -> None:
    """Write the files. Raises DataError before the first one is written where something asked for does not exist."""
    without = _parts(options.without)
    if options.kind == COMMITTEE:
        made = [committee_job(options.folder, _committee_order(options), options.format)]
    else:
        made = _area_jobs(options, without)
    _write(made, options.out)
    print(written_words(len(made), str(options.out)))


def _committee_order(options: argparse.Namespace) -> CommitteeOrder:
    return CommitteeOrder(options.level, options.since, Options(landscape=options.landscape))


def _area_jobs(options: argparse.Namespace, without: frozenset[str]) -> list[Job]:
    shown = published(options.folder)
    areas = every_area(shown.release, options.kind) if options.all else tuple(options.area)
    if options.kind != COUNTY and not areas:
        raise DataError(Problem("report_area_missing"))
    printed = Options(landscape=options.landscape, without=without)
    return jobs(shown, Order(options.kind, options.format, areas, options.year, printed))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(DAY_UNREADABLE.format(text=text)) from None


def _parts(text: str) -> frozenset[str]:
    asked = [part.strip() for part in text.split(",") if part.strip()]
    if unknown := [part for part in asked if part not in PARTS]:
        raise DataError(Problem("report_part_not_there", facts={"value": unknown[0], "known": ", ".join(PARTS)}))
    return frozenset(asked)


def _write(made: Sequence[Job], folder: Path) -> None:
    """Each file is complete or not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for job in tqdm(made, desc=BAR, unit=" Dateien", file=sys.stderr, disable=len(made) < 2):
        beside = folder / f".{job.name}.unfertig"
        beside.write_bytes(job.make())
        beside.replace(folder / job.name)
