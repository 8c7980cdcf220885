"""What the tests of reports share: the shipped county, what the command line says of it, and an office program."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.folder import open_folder
from monitor.release import make_release
from views.content import content_of

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sample_data"
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
    return loaded(SAMPLE)


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
