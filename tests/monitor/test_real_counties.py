"""Real deliveries become data folders, by the commands a county would use: boundaries VG250, unemployment INKAR."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from monitor.cli import main
from monitor.folder import open_folder
from monitor.release import make_release

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
INKAR = DATA / "rhein-sieg" / "inkar_nrw_gemeinden_arbeitslose.csv"
pytestmark = pytest.mark.skipif(not INKAR.is_file(), reason="real open data in ../shared/data are not there")

CATALOGUE = """
[A5]
name = "Arbeitslosenanteil"
theme = "Arbeit"
method = "proportion"
numerator = "arbeitslose"
numerator_name = "Arbeitslose"
denominator = "ew_15_64"
denominator_name = "Personen von 15 bis 64 Jahren"
unit = "%"
per = 100
decimals = 2
polarity = -1
level = "gemeinde"
source = "quelle"
why = "Arbeit sichert Einkommen und Teilhabe."
reading = "5 % heißt: 5 von 100 Personen sind arbeitslos gemeldet."
limits = "Stichtag."
purpose = "Sozialplanung."
effect_level = "outcome"
"""


# INKAR prints 0 persons of 15–64 for six municipalities in 2016: a missing number, not an empty municipality.


def _folder(path, boundaries, prefix):
    assert main(["areas", str(DATA / "boundaries" / boundaries), "--prefix", prefix, "--level", "gemeinde",
                 "--out", str(path)]) == 0  # fmt: skip
    assert main(["counts", str(INKAR), "--area", "ags", "--year", "year", "--measure", "arbeitslose=arbeitslose",
                 "--measure", "ew_15_64=bev_15_64", "--zero-is-missing", "ew_15_64", "--prefix", prefix, "--out", str(path / "counts.csv")]) == 0  # fmt: skip
    (path / "catalogue.toml").write_text(CATALOGUE, encoding="utf-8")
    return path


def _values_2021(folder):
    out = folder / "values.csv"
    assert main(["compute", str(folder), "--level", "gemeinde", "--year", "2021", "--out", str(out)]) == 0
    return pd.read_csv(out, sep=";", decimal=",", dtype={"gebiet": str}).set_index("gebiet")


def test_the_nineteen_municipalities(tmp_path):
    folder = _folder(tmp_path, "vg250_rhein_sieg.zip", "05382")
    values = _values_2021(folder)
    assert len(values) == 19
    assert values.loc["05382072", "wert"] == pytest.approx(3.10, abs=0.005)  # Wachtberg
    assert values.loc["05382060", "wert"] == pytest.approx(6.93, abs=0.005)  # Siegburg
    whole = make_release(open_folder(folder)).benchmark("A5", 2021, "gemeinde")
    assert (whole["count"], whole["base"]) == (18302, 379009)
    assert whole["value"] == pytest.approx(4.83, abs=0.005)


def test_all_396_municipalities_of_the_state(tmp_path):
    folder = _folder(tmp_path, "vg250_nrw.zip", "05")
    values = _values_2021(folder)
    assert len(values) == 396 and values["wert"].notna().all()
    published = pd.read_csv(INKAR, dtype={"ags": str}).query("year == 2021").set_index("ags")["alo_je_100_15_64"]
    assert (values["wert"] - published.reindex(values.index)).abs().max() < 1e-9


@pytest.mark.parametrize(("boundaries", "prefix", "share"), [("vg250_rhein_sieg.zip", "05382", "4,83 %"),
                                                             ("vg250_nrw.zip", "05", None)])  # fmt: skip
def test_the_app_opens_them(tmp_path, monkeypatch, boundaries, prefix, share):
    monkeypatch.setenv("MONITOR_DATA", str(_folder(tmp_path, boundaries, prefix)))
    for page in ("uebersicht", "karte", "aufmerksamkeit", "daten", "methodik"):
        app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
        app.query_params["jahr"] = "2021"
        app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
        assert not app.exception and not app.error, page
        assert app.title[0].value
        if page == "karte" and share:
            assert app.metric[0].value == share
