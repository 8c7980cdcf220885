"""The map of one indicator as a GeoPackage: the areas with their values, and a table of what must be said about them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from geodata.scheme_export import WRITTEN
from indicators.attention import Attention
from indicators.catalogue import Indicator
from monitor.release import Release
from monitor.unplaced_rows import left_of_wholes
from problem import DataError
from reports.about import About
from reports.areas import chosen_areas, municipality_names
from reports.signed_rows import signed_rows
from texts.report_tables import ABOUT_TABLE, ATTRIBUTION, NOT_JUDGED, NOTICE, as_of_words, source_words
from texts.treatment import period
from texts.unplaced import how_many, unplaced_in
from views.content import Content
from views.flags import flags_at

FIELDS = (
    "gebiet", "name", "kommune", "kennzahl", "zeitraum", "einheit", "wert", "unten95", "oben95", "geglaettet", "zaehler",
    "nenner", "vergleich", "zeichen", "bedeutung", "zuschnitt", "auffaellig",
)  # fmt: skip


def map_file(
    shown: Content, level: str, indicator: str, year: int, about: About, areas: pd.Index | None = None
) -> bytes:
    """Layer named by indicator and level, in the coordinates of the areas; a value that is not shown is NULL there, and its
    sign says why. areas: None = all of the level. The same map makes the same bytes."""
    release, told = shown.release, shown.release.catalogue[indicator]
    chosen = chosen_areas(release, level, areas)
    frame = _frame(shown, level, told, year, chosen)
    said = [*_about_rows(release, told, about), *_unplaced_rows(release, level, told, year, chosen)]
    rows = pd.DataFrame(said, columns=["schluessel", "wert"])
    with tempfile.TemporaryDirectory(prefix="karte-") as folder:
        path = Path(folder) / "karte.gpkg"
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": WRITTEN})
        try:
            pyogrio.write_dataframe(frame, path, layer=layer_name(indicator, level), geometry_type="MultiPolygon",
                                    promote_to_multi=True)  # fmt: skip
            pyogrio.write_dataframe(rows, path, layer=ABOUT_TABLE)
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
        return path.read_bytes()


def layer_name(indicator: str, level: str) -> str:
    """ "A2_quartier"."""
    return f"{indicator}_{level}"


def _frame(shown: Content, level: str, indicator: Indicator, year: int, areas: pd.Index) -> gpd.GeoDataFrame:
    """The areas in the order of their level, with `FIELDS`."""
    release = shown.release
    rows = signed_rows(release, level, year, [indicator]).set_index("gebiet", drop=False).loc[areas]
    drawn, above = release.hierarchy.areas(level).loc[areas], municipality_names(release, level)
    table = rows.assign(
        name=drawn["name"],
        kommune=None if above is None else above.reindex(areas),
        kennzahl=indicator.id,
        zeitraum=period(year, release.plan(indicator.id, level).pool),
        einheit=indicator.unit,
        auffaellig=_verdicts(_flags(shown, level, year), areas),
    )
    return gpd.GeoDataFrame(table[list(FIELDS)], geometry=drawn.geometry.to_numpy(), crs=drawn.crs)


def _flags(shown: Content, level: str, year: int) -> Attention | None:
    """What the map marks: by the county's own rule."""
    try:
        return flags_at(shown, level, year)
    except DataError:
        return None


def _verdicts(found: Attention | None, areas: pd.Index) -> list[str]:
    if found is None:
        return [NOT_JUDGED] * len(areas)
    table = found.table.reindex(areas)
    pairs = zip(table["evaluated"], table["flagged"], strict=True)
    return [("ja" if flagged else "nein") if evaluated else NOT_JUDGED for evaluated, flagged in pairs]


def _unplaced_rows(
    release: Release, level: str, indicator: Indicator, year: int, areas: pd.Index
) -> list[tuple[str, str]]:
    """What lies in none of the areas has no place on a map."""
    found = left_of_wholes(release, level, indicator.id, year, areas)
    return [(unplaced_in(release.hierarchy.names[whole]), how_many(*left)) for whole, left in found.items()]


def _about_rows(release: Release, indicator: Indicator, about: About) -> list[tuple[str, str]]:
    source = release.county.sources.get(indicator.source)
    return [
        *((NOTICE, each) for each in about.notices),
        *about.rows,
        ("Kennzahl", f"{indicator.id} {indicator.name}"),
        ("Zähler", indicator.numerator_name),
        ("Nenner", indicator.denominator_name or "–"),
        ("Quelle", source_words(source)),
        ("Stand der Quelle", as_of_words(source.as_of if source else None)),
        *((ATTRIBUTION, each) for each in release.county.attribution),
    ]
