"""The numbers of the sample county: a faultless delivery but for the gaps it shows, with the official sums in it."""

import re
from pathlib import Path

import numpy as np
import pytest

from indicators.signs import Sign
from monitor.attention import attention
from tests.sample_county import sample_folder, sample_release
from texts.problems import sentence

ROOT = Path(__file__).resolve().parents[2]
SHARED_LIST = ROOT.parent / "shared" / "indicators.md"


@pytest.fixture(scope="module")
def folder():
    return sample_folder()


@pytest.fixture(scope="module")
def release():
    return sample_release()


def test_the_only_warnings_are_the_gaps_that_were_made(folder):
    assert [sentence(problem) for problem in folder.problems] == [
        "Haushalte mit Wohngeld (wohngeld_hh): 2016 fehlt für Much (30 Baublöcke).",
        "Kinder mit naturgesundem Gebiss (zahn_gesund): 2021 fehlt für alle 1.198 Baublöcke.",
        "Zahnärztlich untersuchte Kinder (zahn_untersucht): 2021 fehlt für alle 1.198 Baublöcke.",
    ]


def test_ten_years_on_three_published_levels(release):
    assert release.years == tuple(range(2015, 2025))
    assert [level.id for level in release.levels] == ["kreis", "gemeinde", "quartier"]
    assert [len(release.areas(level.id)) for level in release.levels] == [1, 19, 158]


def test_official_unemployment_of_2021(release):
    whole = release.benchmark("A5", 2021, "gemeinde")
    assert (whole["count"], whole["base"]) == (18_302, 379_009)
    troisdorf = release.table("gemeinde", "A5", 2021).loc["05382068"]
    assert (troisdorf["count"], troisdorf["base"]) == (3_092, 48_486)


def test_official_inhabitants_of_2022(release):
    assert release.inhabitants("kreis", 2022).item() == 608_335
    assert release.inhabitants("gemeinde", 2022)["05382068"] == 76_251


@pytest.mark.skipif(not SHARED_LIST.is_file(), reason="the list of indicators in ../shared is not there")
def test_every_indicator_of_the_list_is_in_the_catalogue(folder):
    wanted = re.findall(r"^\| ([A-Z]\d) \|", SHARED_LIST.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(wanted) == 26
    assert set(wanted) <= set(folder.catalogue)


def test_every_indicator_has_numbers_at_its_finest_level(release):
    for indicator in release.catalogue.values():
        if indicator.level in ("gemeinde", "quartier"):
            assert release.years_of(indicator.id, indicator.level), indicator.id


def test_proportions_lie_between_nothing_and_everything(folder, release):
    for indicator in folder.catalogue.values():
        if indicator.unit == "%":
            values = release.over_years("gemeinde", indicator.id).to_numpy()
            assert np.nanmin(values) >= 0, indicator.id
            assert np.nanmax(values) <= 100, indicator.id


def test_small_numbers_are_hidden_somewhere(release):
    signs = release.signs_over_years("quartier", "A2").to_numpy()
    assert 0 < np.isin(signs, [Sign.PRIMARY, Sign.SECONDARY, Sign.SMALL_BASE]).sum() < 0.2 * signs.size


def test_a_demo_has_a_few_areas_to_talk_about(release):
    flagged = attention(release, "quartier", 2024, "county").table["flagged"]
    assert 5 <= flagged.sum() <= 25


@pytest.mark.parametrize(("above", "below"), [("kreis", "gemeinde"), ("gemeinde", "quartier")])
def test_subtracting_what_is_shown_gives_no_hidden_number(release, above, below):
    """A whole minus its visible parts leaves either several hidden parts or one where nobody is counted (0 of 0)."""
    parents = release.hierarchy.parents(below).reindex(release.areas(below))
    attacked = 0
    for indicator in release.catalogue:
        for year in release.years:
            whole = release.table(above, indicator, year, pooled_as=below)
            parts = release.table(below, indicator, year)
            for column in ("count", "base"):
                alone = parts[column].isna().groupby(parents).sum().eq(1) & whole[column].notna()
                attacked += int(parts[column].isna().sum())
                rest = whole[column] - parts[column].groupby(parents).sum()
                assert not rest[alone[alone].index].any(), (indicator, year, column)
    assert attacked > 500
