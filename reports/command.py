"""`python -m monitor report`: files for a committee, without a browser."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tqdm import tqdm

from monitor.folder import open_folder
from monitor.release import make_release
from monitor.report_settings import PARTS
from problem import DataError, Problem
from reports.frame import Options
from reports.jobs import COUNTY, FORMATS, KINDS, Job, Order, every_area, jobs
from texts.report_command import BAR, HELP, written_words
from views.content import content_of


def add_report_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("report", help=HELP["report"], description=HELP["report"])
    parser.set_defaults(command=report)
    parser.add_argument("folder", type=Path, metavar="ORDNER")
    parser.add_argument("--kind", choices=KINDS, required=True, help=HELP["kind"])
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--area", action="append", default=[], metavar="SCHLÜSSEL", help=HELP["area"])
    which.add_argument("--all", action="store_true", help=HELP["all"])
    parser.add_argument("--format", choices=FORMATS, default="pdf", help=HELP["format"])
    parser.add_argument("--year", type=int, metavar="JAHR", help=HELP["year"])
    parser.add_argument("--landscape", action="store_true", help=HELP["landscape"])
    parser.add_argument("--without", default="", metavar="TEILE", help=f"{HELP['without']}: {', '.join(PARTS)}")
    parser.add_argument("--out", type=Path, required=True, metavar="ORDNER", help=HELP["out"])


def report(options: argparse.Namespace) -> None:
    """Write the files. Raises DataError before the first one is written where something asked for does not exist."""
    without = _parts(options.without)
    shown = content_of(make_release(open_folder(options.folder)))
    areas = every_area(shown.release, options.kind) if options.all else tuple(options.area)
    if options.kind != COUNTY and not areas:
        raise DataError(Problem("report_area_missing"))
    printed = Options(landscape=options.landscape, without=without)
    made = jobs(shown, Order(options.kind, options.format, areas, options.year, printed))
    _write(made, options.out)
    print(written_words(len(made), str(options.out)))


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
