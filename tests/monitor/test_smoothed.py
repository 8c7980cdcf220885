"""Smoothed rates of the county made to be checked by hand: 15, 60, 40, 20 of 150, 300, 200, 80 children."""

import numpy as np
import pytest

from indicators.catalogue import Smoothing
from monitor.release import make_release

FIRST, SECOND = "05999001-01", "05999001-02"


def _release(folder, *lines):
    folder.replace("catalogue.toml", "polarity = -1", "\n".join(["polarity = -1", *lines]))
    return make_release(folder.open())


def test_towards_the_mean_of_all_areas(tiny_folder):
    release = _release(tiny_folder, 'smoothing = "global"')
    table = release.table("quartier", "A2", 2024)
    # esda 2.9, Empirical_Bayes
    assert table["smoothed"].tolist() == pytest.approx([14.5109135, 19.45514584, 19.30785365, 20.57606071])
    assert table["value"].tolist() == [10, 20, 20, 25]
    assert release.smoothed_over_years("quartier", "A2")[2024].tolist() == table["smoothed"].tolist()


def test_a_hidden_count_says_nothing_through_the_others(tiny_folder):
    tiny_folder.replace("counts.csv", f"{FIRST};2024;sgb2_u15;;15", f"{FIRST};2024;sgb2_u15;;2")
    table = _release(tiny_folder, 'smoothing = "global"').table("quartier", "A2", 2024)
    # 40 of 200 and 20 of 80 are shown: no further apart than chance makes them, so both are 60 of 280.
    assert table["smoothed"].tolist()[2:] == pytest.approx([100 * 60 / 280] * 2)
    assert table.loc[[FIRST, SECOND], "smoothed"].isna().all()


def test_from_the_neighbours(tiny_folder):
    # Squares: 01 borders on 02 above it and on the first one of the other municipality, not on the one across the corner.
    table = _release(tiny_folder, 'smoothing = "local"').table("quartier", "A2", 2024)
    # The first quarter with its two neighbours, 15, 60, 40 of 150, 300, 200: m = 115/650; esda 2.9, Empirical_Bayes.
    assert table.loc[FIRST, "smoothed"] == pytest.approx(14.24354244)


def test_only_where_the_base_is_small(tiny_folder):
    # Median of 150, 300, 200, 80 is 175, of the municipalities 365
    release = _release(tiny_folder, 'smoothing = "global"', "smooth_below = 200")
    assert release.plan("A2", "quartier").smoothing is Smoothing.GLOBAL
    assert release.plan("A2", "gemeinde").smoothing is Smoothing.NONE
    assert release.table("gemeinde", "A2", 2024)["smoothed"].isna().all()
    assert np.array_equal(release.smoothed_over_years("gemeinde", "A2"), release.over_years("gemeinde", "A2"))
