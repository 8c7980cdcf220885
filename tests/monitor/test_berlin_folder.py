"""Berlin's published indicators as a data folder of given values: classes and flags as published, through the gate."""

from pathlib import Path

import pandas as pd
import pytest

from monitor.attention import attention
from monitor.cli import main
from monitor.folder import open_folder
from monitor.release import make_release

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "berlin-mss"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="published table in ../shared/data/berlin-mss is not there")

STATUS = {1.0: "hoch", 2.0: "mittel", 3.0: "niedrig", 4.0: "sehr niedrig"}
DYNAMICS = {"+": "positiv", "+/-": "stabil", "-": "negativ"}
INDICATORS = [f"{letter}{number}" for letter in "SD" for number in (1, 2, 3, 4)]

COUNTY = """
name = "Berlin"
genitive = "Berlins"
key = "11"
inhabitants = "ew"

[[levels]]
id = "stadt"
name = "Stadt"
plural = "Städte"

[[levels]]
id = "planungsraum"
name = "Planungsraum"
plural = "Planungsräume"
file = "areas/planungsraum.geojson"

[protection]
threshold = 3
minimum_base = 30
zeros_sensitive = false
minimum_inhabitants = 300

[attention]
rule = "mss"
decided_by = "Senatsverwaltung für Stadtentwicklung"
decided_on = "2013"

[attention.mss]
status = ["S1", "S2", "S3", "S4"]
dynamics = ["D1", "D2", "D3", "D4"]
dynamics_years = 0
outliers = ["10010203"]

[sources.mss]
name = "Monitoring Soziale Stadtentwicklung"
office = "Senatsverwaltung für Stadtentwicklung Berlin"
"""

INDICATOR = """
[{id}]
name = "{name}"
theme = "MSS"
method = "given"
numerator = "{measure}"
numerator_name = "{name}"
unit = "{unit}"
decimals = 2
polarity = -1
level = "planungsraum"
signed = {signed}
source = "mss"
effect_level = "impact"
why = "Statusindikator."
reading = "Je höher, desto ungünstiger."
limits = "Gelieferter Wert."
purpose = "Stadtentwicklung."
"""


@pytest.fixture(scope="module")
def berlin(tmp_path_factory):
    folder = tmp_path_factory.mktemp("berlin")
    table = pd.read_csv(DATA / "mss_2013_2015.csv", dtype={"id": str})
    (folder / "areas").mkdir()
    # One area has a different id in the two publications.
    areas = (DATA / "lor_planungsraeume_until_2020.geojson").read_text(encoding="utf-8")
    (folder / "areas" / "planungsraum.geojson").write_text(areas.replace('"09041403"', '"04030417"'), encoding="utf-8")
    columns = {name: next(c for c in table if c.startswith(f"{name.lower()}_")) for name in INDICATORS}
    parts = [table[["id", "edition", column]].set_axis(["gebiet", "jahr", "wert"], axis=1).assign(merkmal=name.lower())
             for name, column in {**columns, "ew": "inhabitants"}.items()]  # fmt: skip
    pd.concat(parts).assign(gruppe="").to_csv(folder / "counts.csv", sep=";", index=False)
    (folder / "county.toml").write_text(COUNTY, encoding="utf-8")
    sections = [
        INDICATOR.format(id=name, name=column.replace("_", " "), measure=name.lower(), unit="%",
                         signed="true" if name.startswith("D") else "false")
        for name, column in columns.items()
    ]  # fmt: skip
    (folder / "catalogue.toml").write_text("\n".join(sections), encoding="utf-8")
    return folder, table


@pytest.mark.parametrize(("edition", "with_index", "flagged"), [(2013, 434, 51), (2015, 435, 43)])
def test_published_classes_of_every_area(berlin, edition, with_index, flagged):
    folder, table = berlin
    found = attention(make_release(open_folder(folder)), "planungsraum", edition, "mss").table
    published = table.query("edition == @edition").set_index("id")
    rated = published[published["status_index"] > 0]
    assert found["evaluated"].sum() == with_index == len(rated)
    assert found.loc[rated.index, "status"].tolist() == [STATUS[number] for number in rated["status_index"]]
    assert found.loc[rated.index, "dynamics"].tolist() == [DYNAMICS[sign] for sign in rated["dynamic_index"]]
    assert found["flagged"].sum() == flagged


def test_the_same_on_the_command_line(berlin, tmp_path):
    out = tmp_path / "flags.csv"
    assert main(["attention", str(berlin[0]), "--level", "planungsraum", "--year", "2015", "--rule", "mss",
                 "--out", str(out)]) == 0  # fmt: skip
    flags = pd.read_csv(out, sep=";", decimal=",", dtype={"gebiet": str})
    assert (flags["auffaellig"] == "ja").sum() == (flags["abstand"] > 0).sum() == 43
    assert flags["wahrscheinlichkeit"].notna().sum() == 435
