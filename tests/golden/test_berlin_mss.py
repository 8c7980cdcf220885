"""Published status and dynamics classes of Berlin's Monitoring Soziale Stadtentwicklung 2013 and 2015."""

from pathlib import Path

import pandas as pd
import pytest

from indicators.attention import mss_rule

TABLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "berlin-mss" / "mss_2013_2015.csv"
pytestmark = pytest.mark.skipif(not TABLE.is_file(), reason="published table in ../shared/data/berlin-mss is not there")
STATUS = {1.0: "hoch", 2.0: "mittel", 3.0: "niedrig", 4.0: "sehr niedrig"}
DYNAMICS = {"+": "positiv", "+/-": "stabil", "-": "negativ"}
OUTLIER = "10010203"  # left out by name in both editions


@pytest.mark.parametrize(("edition", "with_index", "flagged"), [(2013, 434, 51), (2015, 435, 43)])
def test_classes_of_every_area(edition, with_index, flagged):
    published = pd.read_csv(TABLE, dtype={"id": str}).query("edition == @edition").set_index("id")
    values = published.filter(regex=r"^s\d_")
    changes = published.filter(regex=r"^d\d_")
    considered = (published["inhabitants"] >= 300) & (published.index != OUTLIER)
    polarity = pd.Series(-1, index=[*values.columns, *changes.columns])

    found = mss_rule(values, changes, polarity, considered).table
    assert found["evaluated"].sum() == with_index
    assert found["flagged"].sum() == flagged
    rated = published[published["status_index"] > 0]
    assert found.loc[rated.index, "status"].tolist() == [STATUS[number] for number in rated["status_index"]]
    assert found.loc[rated.index, "dynamics"].tolist() == [DYNAMICS[sign] for sign in rated["dynamic_index"]]
