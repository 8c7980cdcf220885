"""The attacker reads every file that reports are made of: nothing of a hidden count stands in any of them.

The county, its hidden cells and the search are those of tests/browser/test_attacker.py.
"""

import io
import re
import sqlite3
import zipfile

import pandas as pd
import pytest

from reports.about import about
from reports.jobs import FORMATS, KINDS, Order, every_area, jobs
from reports.map_file import map_file
from tests.browser.attacker.attack import base_of, count_of, true
from tests.browser.attacker.county import YEARS, made_up, write_folder
from tests.browser.attacker.received import Received
from tests.browser.attacker.search import leaks, secrets
from tests.reports.conftest import loaded
from tests.reports.pdf_reading import text_of
from tests.test_gate_is_alone import hidden_cells

COUNTY = made_up()
LEVELS = ("gemeinde", "quartier", "raum")


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    folder = tmp_path_factory.mktemp("musterkreis")
    write_folder(folder, COUNTY)
    return loaded(folder)


@pytest.fixture(scope="module")
def hidden(shown):
    return hidden_cells(shown.release)


def read(name, content, received):
    """What a reader finds in a file: text of a PDF, parts of an office file, tables of a GeoPackage."""
    if name.endswith(".pdf"):
        received.add(name, text_of(content))
    elif name.endswith(".gpkg"):
        received.add(name, "\n".join(_rows(content)))
    else:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for inner in packed.namelist():
                if inner.endswith((".xml", ".rels")):
                    received.add(f"{name}: {inner}", _said(packed.read(inner).decode()))


def _said(xml):
    """Of a slide what is written and told, not where it stands; of a sheet everything."""
    if "<a:t>" not in xml:
        return xml if "<p:" not in xml else ""
    return "\n".join([*re.findall(r"<a:t>([^<]*)</a:t>", xml), *re.findall(r'descr="([^"]*)"', xml)])


def _rows(content):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
    for table in tables:
        if not table.startswith(("rtree", "gpkg_spatial", "gpkg_tile")):
            frame = pd.read_sql(f'select * from "{table}"', connection)
            yield frame.drop(columns=[each for each in frame if each == "geom"]).to_csv(sep=";", decimal=",")


def test_nothing_of_a_hidden_count_stands_in_a_report(shown, hidden):
    received, made = Received(), 0
    for kind in KINDS:
        areas = [area for level in LEVELS for area in shown.release.areas(level)]
        chosen = tuple(areas) if kind == "profile" else every_area(shown.release, kind)
        for form in (
            FORMATS if kind != "profile" else ("pdf", "pptx")
        ):  # all tables of all areas are those of the county
            for year in YEARS if form == "xlsx" else YEARS[-1:]:
                for job in jobs(shown, Order(kind, form, chosen, year)):
                    read(f"{year} {job.name}", job.make(), received)
                    made += 1
    for level in LEVELS:
        for indicator in shown.release.indicators_at(level):
            said = about(shown.release, "karte", {})
            for year in shown.release.years_of(indicator.id, level):
                read(f"{indicator.id} {level} {year}.gpkg", map_file(shown, level, indicator.id, year, said), received)
    assert made > 2 * len(areas)
    assert len(secrets(COUNTY, hidden)) > 3 * len(hidden)
    found = leaks(COUNTY, hidden, received)
    assert not found, found[:3]


@pytest.mark.parametrize("form", ["pdf", "xlsx"])
def test_what_is_shown_is_found(shown, hidden, form):
    """Else the search would find nothing whatever there is."""
    received = Received()
    values = shown.release.table("quartier", "A1", YEARS[-1])["value"].dropna()
    [job] = jobs(shown, Order("profile", form, (str(values.index[0]),), YEARS[-1]))
    read(job.name, job.make(), received)
    assert any(abs(received.numbers - round(float(values.iloc[0]), 6)) < 1e-6)


def test_what_is_planted_is_found(shown, hidden):
    cell = next(
        each
        for each in sorted(hidden, key=str)
        if (each, "rate") in secrets(COUNTY, hidden) and true(COUNTY, base_of(each)) > 100
    )
    received = Received()
    received.add("planted", f"{100 * true(COUNTY, count_of(cell)) / true(COUNTY, base_of(cell)):.6f}")
    assert leaks(COUNTY, hidden, received)
