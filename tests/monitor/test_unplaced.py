"""People of whom nobody knows where they live: Alfdorf's quarters have 75 of 450 children in need, Bergstadt's 60 of 280."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from indicators.counts import Counts
from indicators.signs import Sign
from monitor.release import make_release
from monitor.unplaced import Unplaced, unplaced
from tests.monitor.conftest import counts_rows

ALFDORF, COUNTY, YEAR = "05999001", "05999", 2024


def released(folder, **alfdorf):
    """The release with numbers of Alfdorf as a whole that are not the sums of its quarters. They are put in after the
    reading, which takes every difference for a mistake."""
    own = {(ALFDORF, str(YEAR), measure, ""): number for measure, number in alfdorf.items()}
    rows = {row[:4]: float(row[4]) for row in counts_rows()[1:]} | own | folder.changed
    table = pd.DataFrame([(*cell, value) for cell, value in rows.items()],
                         columns=["area", "year", "measure", "group", "value"])  # fmt: skip
    counts = Counts.from_tidy(table.assign(year=table["year"].astype(int), sign=np.uint8(Sign.SHOWN)))
    return make_release(replace(folder.open(), counts=counts))


@pytest.fixture
def folder(tiny_folder):
    tiny_folder.changed = {}
    return tiny_folder


def test_it_is_what_the_whole_counts_more_than_its_areas(folder):
    release = released(folder, sgb2_u15=82, ew_u15=462)
    found = unplaced(release, "quartier", ALFDORF, "A2", YEAR)
    assert found == Unplaced(count=82 - (15 + 60), base=462 - (150 + 300))
    shown = release.table("quartier", "A2", YEAR).loc[["05999001-01", "05999001-02"]]
    whole = release.table("gemeinde", "A2", YEAR).loc[ALFDORF]
    assert shown["count"].sum() + found.count == whole["count"] and shown["base"].sum() + found.base == whole["base"]
    # The county is the sum of its municipalities, not of their quarters.
    assert unplaced(release, "quartier", COUNTY, "A2", YEAR) == Unplaced(7, 12)
    assert unplaced(release, "gemeinde", COUNTY, "A2", YEAR) is None


def test_counts_have_no_base(folder):
    found = unplaced(released(folder, ew=3004), "quartier", ALFDORF, "D1", YEAR)
    assert found is not None and found.count == 4 and np.isnan(found.base)


def test_nothing_is_said_where_everything_is_placed(folder):
    release = released(folder)
    assert unplaced(release, "quartier", ALFDORF, "A2", YEAR) is None
    assert unplaced(release, "gemeinde", ALFDORF, "A2", YEAR) is None
    assert unplaced(release, "quartier", COUNTY, "D1", YEAR) is None


def test_nothing_is_said_where_a_part_is_hidden(folder):
    folder.changed = {("05999001-01", str(YEAR), "sgb2_u15", ""): 2.0}
    release = released(folder, sgb2_u15=70, ew_u15=462)
    assert (release.table("quartier", "A2", YEAR)["sign"].iloc[:2] != Sign.SHOWN).any()
    assert unplaced(release, "quartier", ALFDORF, "A2", YEAR) is None


def test_nothing_is_said_of_numbers_that_contradict_each_other(folder):
    assert unplaced(released(folder, sgb2_u15=70, ew_u15=462), "quartier", ALFDORF, "A2", YEAR) is None


def test_nothing_is_said_of_rounded_counts(folder):
    folder.replace("county.toml", "as_of = 2024-12-31", "as_of = 2024-12-31\nrounding = 10")
    # 82 is shown as 80, 15 and 60 as 20 and 60: the difference would be chance. The base is not rounded.
    found = unplaced(released(folder, sgb2_u15=82, ew_u15=462), "quartier", ALFDORF, "A2", YEAR)
    assert found is not None and np.isnan(found.count) and found.base == 12


def test_pooled_years_are_taken_together(folder):
    folder.replace("catalogue.toml", "polarity = -1", "polarity = -1\npool = 2")
    # 2023 has the sums of its quarters: 75 + 82 − 2 · 75
    assert unplaced(released(folder, sgb2_u15=82), "quartier", ALFDORF, "A2", YEAR) == Unplaced(7, 0)


def test_the_whole_is_pooled_as_its_parts_are(folder):
    # Half of the quarters have fewer than 175 children, of the municipalities 365: only quarters are pooled.
    folder.replace("catalogue.toml", "polarity = -1", "polarity = -1\npool = 2\npool_below = 300")
    release = released(folder, sgb2_u15=82)
    assert [release.plan("A2", level).pool for level in ("gemeinde", "quartier")] == [1, 2]
    assert unplaced(release, "quartier", ALFDORF, "A2", YEAR) == Unplaced(7, 0)
