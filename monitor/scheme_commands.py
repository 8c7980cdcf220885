"""The commands for schemes: what the page Sozialräume does, for many municipalities and without a browser."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from geodata.scheme import CutBy, Scheme, Status
from geodata.scheme_export import to_crosswalk_csv, to_geojson, to_geopackage, to_kommonitor, to_shapefile_zip
from monitor.scheme_checking import problems_of, yardstick_of
from monitor.scheme_folder import FolderSchemes
from monitor.scheme_ground import CountyGround, open_even_with_faulty_schemes, open_ground
from monitor.scheme_import_command import import_schemes
from monitor.schemes import DELIVERED, valid_schemes
from problem import DataError, Problem, is_error
from texts.scheme_commands import check_summary, exported_line, finding_line, version_where

MakeFile = Callable[[Scheme, object], bytes]
FORMATS: dict[str, MakeFile] = {
    "gpkg": to_geopackage,
    "shp": to_shapefile_zip,
    "geojson": to_geojson,
    "kommonitor": to_kommonitor,
    "csv": lambda scheme, units: to_crosswalk_csv(scheme),
}


def check_schemes(options: argparse.Namespace) -> int:
    """Print every finding; 1 where a valid scheme has errors or keeps the folder from opening.

    Raises DataError where something cannot be read.
    """
    ground, release, unopened = open_even_with_faulty_schemes(options.folder)
    yardstick = yardstick_of(ground, release)
    chosen = _chosen(FolderSchemes(options.folder).schemes(), options, ground)
    found = [(scheme, problem) for scheme in chosen for problem in problems_of(scheme, yardstick)]
    names = ground.municipalities["name"]
    for problem in unopened:
        print(finding_line(problem))
    for scheme, problem in found:
        name = str(names.get(scheme.municipality, scheme.municipality))
        print(finding_line(problem, version_where(name, scheme.version, scheme.status.value)))
    print(check_summary(ground.county.name, len(chosen), [*unopened, *(problem for _, problem in found)]))
    wrong = any(is_error(problem) and scheme.status is not Status.DRAFT for scheme, problem in found)
    return int(wrong or bool(unopened))


def _chosen(schemes: Sequence[Scheme], options: argparse.Namespace, ground: CountyGround) -> list[Scheme]:
    """The valid ones of all municipalities; of a chosen one its drafts as well, or just the chosen version.

    Drafts without areas are only begun, or were given up.
    """
    if not options.municipality:
        if options.version is not None:
            raise DataError(Problem("scheme_version_without_municipality"))
        return [each for each in schemes if _holds(each)]
    ground.of(options.municipality)
    own = [each for each in schemes if each.municipality == options.municipality]
    if options.version is not None:
        return [_version(own, options)]
    return [each for each in own if _holds(each) or (each.status is Status.DRAFT and len(each.areas))]


def _holds(scheme: Scheme) -> bool:
    """Whether it is valid today or will be."""
    return scheme.status is not Status.DRAFT and (scheme.valid_to is None or scheme.valid_to >= dt.date.today())


def export_scheme(options: argparse.Namespace) -> None:
    """Write a version to a file: the chosen one, else the one that is valid today, else the areas as delivered."""
    county = open_ground(options.folder)
    ground = county.of(options.municipality)
    known = FolderSchemes(options.folder).schemes()
    own = [
        county.delivered_to(options.municipality),
        *(each for each in known if each.municipality == options.municipality),
    ]
    scheme = _version(own, options) if options.version is not None else _today(own)
    content = FORMATS[options.format](scheme, ground.units)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(content)
    print(exported_line(ground.name, scheme.version, options.out))


def _today(own: Sequence[Scheme]) -> Scheme:
    drawn = valid_schemes([each for each in own if each.version != DELIVERED], dt.date.today())
    return next(iter(drawn.values()), own[0])


def _version(own: Sequence[Scheme], options: argparse.Namespace) -> Scheme:
    for each in own:
        if each.version == options.version:
            return each
    facts = {"version": options.version, "known": ", ".join(str(each.version) for each in own) or "keine"}
    raise DataError(Problem("scheme_version_unknown", areas=[options.municipality], facts=facts))


def add_scheme_commands(commands) -> None:  # type: ignore[no-untyped-def]
    """`scheme check`, `scheme import` and `scheme export` as commands of the parser."""
    text = "Zuschnitte der Kommunen prüfen, einlesen, ausgeben"
    kinds = commands.add_parser("scheme", help=text, description=text).add_subparsers(
        title="Befehle", required=True, metavar="BEFEHL"
    )
    check = _command(kinds, "check", check_schemes, "Zuschnitte prüfen: alle gültigen, oder die einer Kommune")
    check.add_argument("--municipality", default="", metavar="SCHLÜSSEL", help="nur diese Kommune, auch ihre Entwürfe")
    check.add_argument("--version", type=_version_number, metavar="NUMMER", help="nur diese Fassung der Kommune")

    taken = _command(kinds, "import", import_schemes, "Grenzen, ausgegebenen Zuschnitt oder Tabelle einlesen")
    _add_import(taken)

    export = _command(kinds, "export", export_scheme, "Zuschnitt einer Kommune als Datei ausgeben")
    export.add_argument("--municipality", required=True, metavar="SCHLÜSSEL")
    export.add_argument("--version", type=_version_number, metavar="NUMMER",
                        help="diese Fassung statt der heute gültigen; 0: wie geliefert")  # fmt: skip
    export.add_argument("--format", choices=FORMATS, required=True,
                        help="GeoPackage, Shapefile (ZIP), GeoJSON, GeoJSON für KomMonitor oder Zuordnungstabelle")  # fmt: skip
    export.add_argument("--out", type=Path, required=True, metavar="DATEI")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="DATEI",
                        help="Shapefile (auch als ZIP), GeoPackage, GeoJSON, CSV oder Excel-Mappe")  # fmt: skip
    parser.add_argument("--who", type=_text, required=True, metavar="STELLE", help="wer die Sozialräume verantwortet")
    parser.add_argument("--municipality", default="", metavar="SCHLÜSSEL",
                        help="wessen Sozialräume es sind; ohne Angabe: die der Kommune, in der sie liegen")  # fmt: skip
    parser.add_argument("--name", type=_text, metavar="NAME", help="Name der Fassung")
    parser.add_argument("--note", metavar="TEXT", help="Anmerkung, zum Beispiel der Beschluss")
    parser.add_argument("--valid-from", type=_day, metavar="JJJJ-MM-TT",
                        help="von diesem Tag an gültig, alle Kommunen der Datei gemeinsam; ohne Angabe: Entwurf")  # fmt: skip
    parser.add_argument("--mend-slivers", action="store_true", help="schmale Splitter entlang der Grenzen bereinigen")
    parser.add_argument("--cut-by", type=CutBy, choices=list(CutBy), default=CutBy.INHABITANTS,
                        help="wonach Baublöcke geteilt werden, durch die eine Grenze geht (üblich: einwohner)")  # fmt: skip


def _command(kinds, name: str, run: Callable[[argparse.Namespace], int | None], text: str) -> argparse.ArgumentParser:  # type: ignore[no-untyped-def]
    parser: argparse.ArgumentParser = kinds.add_parser(name, help=text, description=text)
    parser.set_defaults(command=run)
    parser.add_argument("folder", type=Path, metavar="ORDNER")
    return parser


def _version_number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Nummer einer Fassung")
    return int(text)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Tag wie 2023-01-01") from error


def _text(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("hier fehlt der Text")
    return text
