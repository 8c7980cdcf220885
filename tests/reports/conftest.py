"""What the tests of reports share: the shipped county, what the command line says of it, and an office program."""

import csv
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.folder import open_folder
from monitor.release import make_release
from reports.slides import slides
from tests.reports.slide_decks import PRINTED, STEPS, deck_of
from tests.reports.slide_reading import opened
from tests.sample_county import SAMPLE, sample_release
from views.content import content_of
from views.steps import step_maps

ROOT = Path(__file__).resolve().parents[2]
YEAR = 2024
GERMAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>de-DE</value></prop></item></oor:items>"""


def loaded(folder):
    """The content of a data folder."""
    return content_of(make_release(open_folder(folder)))


@pytest.fixture(scope="session")
def shown():
    """The shipped county."""
    return content_of(sample_release())


@contextmanager
def read_once(*modules):
    """The commands of these modules read the shipped county as `shown` has read it, other folders as always."""
    with pytest.MonkeyPatch.context() as patch:
        for module in modules:
            patch.setattr(f"{module}.open_folder", lambda path: path if Path(path) == SAMPLE else open_folder(path))
            patch.setattr(
                f"{module}.make_release", lambda read: sample_release() if read == SAMPLE else make_release(read)
            )
        yield


def rows_of(path):
    """Rows of a CSV of the command line by heading; every cell as it stands there."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert rows
    return rows


def number_in(text):
    """A number of a German CSV; None where the cell is empty."""
    return float(text.replace(",", ".")) if text else None


@pytest.fixture(scope="session")
def computed(tmp_path_factory):
    """computed(level, year, folder) → rows of `python -m monitor compute`, by indicator and area."""
    made = {}

    def of(level, year=YEAR, folder=SAMPLE):
        if (level, year, folder) not in made:
            path = tmp_path_factory.mktemp("computed") / "werte.csv"
            with read_once("monitor.cli"):
                assert main(["compute", str(folder), "--level", level, "--year", str(year), "--out", str(path)]) == 0
            made[level, year, folder] = {(row["indikator"], row["gebiet"]): row for row in rows_of(path)}
        return made[level, year, folder]

    return of


@pytest.fixture
def office(tmp_path):
    """office(content, ending, to) → files that LibreOffice makes of a document, with German settings and a fresh profile."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")

    def converted(content, ending, to):
        source, target = tmp_path / f"bericht{ending}", tmp_path / "umgewandelt"
        source.write_bytes(content)
        settings = tmp_path / "profil" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(GERMAN, encoding="utf-8")
        command = [program, f"-env:UserInstallation={settings.parents[1].as_uri()}", "--headless", "--convert-to", to,
                   "--outdir", str(target), str(source)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return sorted(target.iterdir())

    return converted


@pytest.fixture(scope="session")
def prepared(shown):
    """The prepared story of the county."""
    return opened(slides(shown, shown.release.story, PRINTED))


@pytest.fixture(scope="session")
def attention(tmp_path_factory):
    """Rows of `python -m monitor attention` by area."""

    def of(rule, year=YEAR):
        path = tmp_path_factory.mktemp("attention") / "aufmerksamkeit.csv"
        arguments = ["--level", "quartier", "--year", str(year), "--rule", rule, "--draws", "100"]
        assert main(["attention", str(SAMPLE), *arguments, "--out", str(path)]) == 0
        return {row["gebiet"]: row for row in rows_of(path)}

    return of


@pytest.fixture(scope="session")
def shapes_of_maps(shown):
    """Name → what the step shows, and its slide."""
    deck = deck_of(shown, *STEPS.values())
    return {
        name: (step_maps(shown, step), slide)
        for (name, step), slide in zip(STEPS.items(), list(deck.slides)[1:], strict=False)
    }
