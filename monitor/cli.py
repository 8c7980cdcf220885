"""The command line: the same numbers as on the screen, without a browser."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from geodata.vg250 import build_areas, write_areas
from indicators.assumptions import Assumptions
from indicators.attention import Rule
from indicators.certainty import DRAWS
from monitor.assumption_names import assumptions_of, names_for
from monitor.attention import RULES, rule_of
from monitor.audit import audit
from monitor.folder import open_folder
from monitor.protection_report import protection_report
from monitor.release import Release, make_release
from monitor.release_file import write_release_file
from monitor.results import attention_rows, value_rows
from monitor.scheme_commands import add_scheme_commands
from monitor.starter import write_county
from monitor.unplaced_rows import with_unplaced_rows
from monitor.wide import tidy_counts
from monitor.writers import csv_bytes
from problem import DataError, Problem
from texts.audit import figures, recovered_sentence, verdict
from texts.problems import sentence
from texts.protection import report_lines
from texts.scheme_commands import one_line

Command = Callable[[argparse.Namespace], int | None]
AddCommand = Callable[[Any], None]
Narrow = Callable[[Path, Release], Release]


def _as_it_is(_folder: Path, release: Release) -> Release:
    return release


def main(
    arguments: Sequence[str] | None = None, more: Sequence[AddCommand] = (), narrow: Narrow = _as_it_is
) -> int:  # fmt: skip
    """Run one command; 0 when it worked, 1 with the German list of problems on bad input, or where an audit found some.

    more: commands of rooms above this one. narrow: the release of a folder with what may be written into files, as what
    was decided is known above this room; it raises DataError where that cannot be known.
    """
    options = _parser(more).parse_args(arguments, argparse.Namespace(narrow=narrow))
    try:
        return int(options.command(options) or 0)
    except DataError as error:
        _print_problems(error.problems)
        return 1


def _check(options: argparse.Namespace) -> None:
    folder = open_folder(options.folder)
    for problem in folder.problems:
        print(f"Hinweis: {sentence(problem)}")
    print(f"{folder.county.name}: Der Datenordner ist in Ordnung ({len(folder.problems)} Hinweise).")


def _compute(options: argparse.Namespace) -> None:
    everything = _release(options)
    release = options.narrow(options.folder, everything)
    indicators = [options.indicator] if options.indicator else list(release.catalogue)
    _refuse_indicators(indicators, everything, release)
    rows = value_rows(release, options.level, options.year, indicators)
    rows = with_unplaced_rows(rows, release, options.level, options.year, release.areas(options.level))
    options.out.write_bytes(csv_bytes(rows))


def _refuse_indicators(asked: Sequence[str], everything: Release, release: Release) -> None:
    """Raises DataError where there is none, or one that does not exist or was not decided for the readers of the file."""
    if not asked:
        raise DataError(Problem("no_indicator_decided"))
    if unknown := [each for each in asked if each not in release.catalogue]:
        facts = {"indicator": unknown[0], "known": ", ".join(release.catalogue)}
        is_there = unknown[0] in everything.catalogue
        raise DataError(Problem("indicator_not_public" if is_there else "indicator_unknown", facts=facts))


def _attention(options: argparse.Namespace) -> None:
    everything = _release(options)
    if not rule_of(everything, options.rule).indicators:
        raise DataError(Problem("rule_not_described", facts={"rule": options.rule}))
    release = options.narrow(options.folder, everything)
    if not rule_of(release, options.rule).indicators:
        raise DataError(Problem("rule_not_public", facts={"rule": options.rule}))
    varied = _assumptions(options.assumptions, rule_of(release, options.rule))
    rows = attention_rows(release, options.level, options.year, options.rule, options.draws, varied)
    options.out.write_bytes(csv_bytes(rows))


def _assumptions(asked: str, rule: Rule) -> Assumptions:
    found = assumptions_of(asked.split(","), rule) if asked else Assumptions()
    if found is None:
        facts = {"asked": asked, "known": ", ".join(names_for(rule))}
        raise DataError(Problem("assumption_unknown", facts=facts))
    return found


def _audit(options: argparse.Namespace) -> int:
    release = make_release(open_folder(options.folder))
    found = audit(release)
    print(f"{release.county.name}: {verdict(found)}")
    for line in [*figures(found), *map(recovered_sentence, found.recovered)]:
        print(f"- {line}")
    return 1 if found.recovered else 0


def _store_release(options: argparse.Namespace) -> None:
    release = make_release(open_folder(options.folder))
    protection = release.protection
    if protection.stored:
        print("Nichts hat sich geändert: Die Freigabe bleibt, wie sie ist.")
    else:
        path = write_release_file(options.folder, protection.file)
        print(f"Freigabe geschrieben: {path}")
    for line in report_lines(protection_report(release)):
        print(line)


def _areas(options: argparse.Namespace) -> None:
    areas = build_areas(options.shapefile, options.prefix)
    path = options.out / "areas" / f"{options.level}.shp"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_areas(areas, path)
    print(f"{len(areas)} Gebiete geschrieben: {path}")
    if county := write_county(options.out, options.prefix, options.level, ".shp"):
        print(f"Bitte ausfüllen: {county}")


def _counts(options: argparse.Namespace) -> None:
    measures = dict(pair.split("=", 1) for pair in options.measure)
    tidy = tidy_counts(
        options.table, options.area, options.year, measures, options.prefix, options.zero_is_missing
    )  # fmt: skip
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(tidy.to_csv(index=False, sep=";"), encoding="utf-8")
    print(f"{len(tidy)} Zeilen geschrieben: {options.out}")


def _release(options: argparse.Namespace) -> Release:
    """The release of the folder; level and year of the options are in it."""
    release = make_release(open_folder(options.folder))
    levels = [level.id for level in release.levels]
    if options.level not in levels:
        raise DataError(Problem("level_unknown", facts={"level": options.level, "known": ", ".join(levels)}))
    if options.year not in release.years:
        known = f"{release.years[0]}–{release.years[-1]}"
        raise DataError(Problem("year_unknown", facts={"year": options.year, "known": known}))
    return release


def _print_problems(problems: Sequence[Problem]) -> None:
    print(f"Die Daten können so nicht verwendet werden ({len(problems)} Fehler):", file=sys.stderr)
    for problem in problems:
        print(f"- {one_line(sentence(problem))}", file=sys.stderr)


def _parser(more: Sequence[AddCommand]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m monitor", description="Sozialraum-Monitor ohne Browser")
    commands = parser.add_subparsers(title="Befehle", required=True, metavar="BEFEHL")
    check = _command(commands, "check", _check, "Datenordner prüfen")
    check.add_argument("folder", type=Path, metavar="ORDNER")

    compute = _command(commands, "compute", _compute, "Kennzahlen berechnen")
    _add_selection(compute)
    compute.add_argument("--indicator", metavar="KENNZAHL", help="nur diese Kennzahl, zum Beispiel A2")

    attention = _command(commands, "attention", _attention, "Gebiete mit besonderem Aufmerksamkeitsbedarf")
    _add_selection(attention)
    attention.add_argument("--rule", choices=RULES, required=True, help="Kreisregel, MSS-Regel oder Signifikanzregel")
    attention.add_argument("--draws", type=_draws, default=DRAWS, metavar="ZAHL",
                           help=f"so viele Durchgänge für die Wahrscheinlichkeit (üblich: {DRAWS})")  # fmt: skip

    attention.add_argument("--assumptions", default="", metavar="ANNAHMEN",
                           help="was sich von Durchgang zu Durchgang ändert, mit Komma (üblich: zufall,gewichte); auch "
                           "alle-gewichte, massstab, weglassen, mindestzahl, einwohner, je nach Regel")  # fmt: skip

    release = _command(commands, "release", _store_release, "Geheimhaltung berechnen und als Freigabe festhalten")
    release.add_argument("folder", type=Path, metavar="ORDNER")

    checked = _command(commands, "audit", _audit, "Prüfen, ob sich geheime Zahlen errechnen lassen")
    checked.add_argument("folder", type=Path, metavar="ORDNER")

    add_scheme_commands(commands)
    for add in more:
        add(commands)

    areas = _command(commands, "areas", _areas, "Gebiete aus dem VG250-Shapefile des Bundes bauen")
    areas.add_argument("shapefile", type=Path, metavar="SHAPEFILE")
    areas.add_argument("--prefix", required=True, help="Anfang des amtlichen Schlüssels, zum Beispiel 05382")
    areas.add_argument("--level", required=True, help="Ebene, zum Beispiel gemeinde")
    areas.add_argument("--out", type=Path, required=True, metavar="ORDNER")

    counts = _command(commands, "counts", _counts, "Breite Tabelle in counts.csv umformen")
    counts.add_argument("table", type=Path, metavar="TABELLE")
    counts.add_argument("--area", required=True, help="Spalte mit dem Gebietsschlüssel")
    counts.add_argument("--year", required=True, help="Spalte mit dem Jahr")
    counts.add_argument("--measure", action="append", required=True, metavar="MERKMAL=SPALTE")
    counts.add_argument("--zero-is-missing", action="append", default=[], metavar="MERKMAL",
                        help="in diesem Merkmal steht 0 für eine fehlende Zahl")  # fmt: skip
    counts.add_argument("--prefix", default="", help="nur Gebiete, deren Schlüssel so beginnt")
    counts.add_argument("--out", type=Path, required=True, metavar="DATEI")
    return parser


def _command(commands, name: str, run: Command, text: str) -> argparse.ArgumentParser:  # type: ignore[no-untyped-def]
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(command=run)
    return parser


def _draws(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine ganze Zahl ab 1")
    return int(text)


def _add_selection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="ORDNER")
    parser.add_argument("--level", required=True, help="Ebene, zum Beispiel quartier")
    parser.add_argument("--year", required=True, type=int, metavar="JAHR")
    parser.add_argument("--out", required=True, type=Path, metavar="DATEI.csv")
