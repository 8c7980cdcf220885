"""What a value is held against, and its ranks, in a county small enough to count them by hand."""

from pathlib import Path

import pandas as pd
import pytest

from monitor.folder import open_folder
from monitor.release import make_release
from tests.monitor.conftest import TinyFolder
from ui.map.part import Shown, part_of
from views.benchmarks import benchmark_words, change_benchmark_words, rank_words_of, ranks_of, with_own
from views.layer import Layer, YearTexts
from views.places import Place
from views.view import read_view

ALFDORF, BERGSTADT = "05999001", "05999002"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def release(tmp_path):
    """Children in need: 15 of 150, 60 of 300, 40 of 200, 20 of 80: 10, 20, 20 and 25 %."""
    TinyFolder(tmp_path)
    return make_release(open_folder(tmp_path))


def view_of(release, **link):
    return read_view(release, lambda param: {"kennzahl": "A2", **link}.get(param, ""))


def test_county_and_municipality_are_sums_of_counts(release):
    # 75 of 450 in Alfdorf, 135 of 730 in the county: never the mean of 10 and 20 %
    view = view_of(release, kommune=ALFDORF)
    assert benchmark_words(release, view, view.indicator, 2024) == [("Kreis", "18,5 %"), ("Alfdorf", "16,7 %")]
    view = view_of(release)
    assert benchmark_words(release, view, view.indicator, 2024) == [("Kreis", "18,5 %")]
    view = view_of(release, kommune=ALFDORF, ebene="gemeinde")
    assert benchmark_words(release, view, view.indicator, 2024) == [("Kreis", "18,5 %")]


def test_changes_of_county_and_municipality(tmp_path):
    """30 of 300 instead of 60 in the year before: 45 and then 75 of 450 in Alfdorf, 105 and then 135 of 730 in the county."""
    folder = TinyFolder(tmp_path)
    folder.replace("counts.csv", f"{ALFDORF}-02;2023;sgb2_u15;;60", f"{ALFDORF}-02;2023;sgb2_u15;;30")
    release = make_release(open_folder(tmp_path))
    view = view_of(release, kommune=ALFDORF, seit="2023")
    told = [("Kreis", "+4,1 Prozentpunkte"), ("Alfdorf", "+6,7 Prozentpunkte")]
    assert change_benchmark_words(release, view, view.indicator, 2024) == told


def test_ranks_within_the_municipality_and_in_the_county(release):
    within, county = ranks_of(release, view_of(release, kommune=ALFDORF), release.catalogue["A2"], 2024)
    assert within.rank.to_dict() == {f"{ALFDORF}-01": 2, f"{ALFDORF}-02": 1} and within.of == 2
    assert county.rank.tolist() == [4, 2, 2, 1] and county.of == 4


def test_rank_words(release):
    words = rank_words_of(release, view_of(release, kommune=ALFDORF), f"{ALFDORF}-02")
    assert words == "Rang 1 von 2 in Alfdorf · Rang 2 von 4 im Kreis (1 = am ungünstigsten)"
    words = rank_words_of(release, view_of(release, kommune=BERGSTADT), f"{ALFDORF}-02")  # selected outside of it
    assert words == "Rang 2 von 4 im Kreis (1 = am ungünstigsten)"
    words = rank_words_of(release, view_of(release, kommune=ALFDORF, ebene="gemeinde"), ALFDORF)
    assert words == "Rang 2 von 2 im Kreis (1 = am ungünstigsten)"


def test_a_hidden_value_has_no_rank_and_takes_none(tmp_path):
    folder = TinyFolder(tmp_path)
    folder.replace("counts.csv", f"{ALFDORF}-01;2024;sgb2_u15;;15", f"{ALFDORF}-01;2024;sgb2_u15;;2")
    release = make_release(open_folder(tmp_path))
    hidden = release.table("quartier", "A2", 2024)["value"].isna()
    assert hidden[f"{ALFDORF}-01"]
    within, county = ranks_of(release, view_of(release, kommune=ALFDORF), release.catalogue["A2"], 2024)
    assert pd.isna(within.rank[f"{ALFDORF}-01"]) and county.of == int((~hidden).sum())
    assert rank_words_of(release, view_of(release, kommune=ALFDORF), f"{ALFDORF}-01") == ""


class Areas:
    """What `part_of` asks of published areas."""

    name, raw, gzipped, ids = "0123456789abcdef", b"{}", b"\x1f\x8b", ("a",)


def empty_layer():
    return Layer(
        key="test", name="A", heading="A", labels=["2023", "2024"], colours=["#fff"], legend=[], unit=("Q", "Qs"),
        classes=lambda _: "0", texts=lambda _: YearTexts([]),
    )  # fmt: skip


def test_the_map_is_told_the_municipality_s_own_values(release):
    view = view_of(release, kommune=ALFDORF)
    layer = with_own(release, empty_layer(), view, view.indicator, [2023, 2024])
    assert part_of(Shown(layer, Place(Areas), 1))["own"] == {"name": "Alfdorf", "values": ["16,7 %", "16,7 %"]}
    view = view_of(release, kommune=ALFDORF, seit="2023")
    layer = with_own(release, empty_layer(), view, view.indicator, [2023, 2024])
    assert layer.own.values[1] == "0,0 Prozentpunkte"
    count = view_of(release, kommune=ALFDORF, kennzahl="D1")
    assert with_own(release, empty_layer(), count, count.indicator, [2024]).own == ("Alfdorf", [])


@pytest.mark.parametrize("link", [{}, {"kommune": ALFDORF, "ebene": "gemeinde"}])
def test_nothing_travels_where_no_part_of_a_municipality_is_shown(release, link):
    view = view_of(release, **link)
    assert "own" not in part_of(Shown(with_own(release, empty_layer(), view, view.indicator, [2024]), Place(Areas), 1))
