"""The rules on a release: what-if, side by side, through the years, and nothing of it tells a hidden number."""

from dataclasses import replace

import pytest
from pandas.testing import assert_frame_equal

from indicators.assumptions import Assumptions
from monitor.attention import (
    RULES,
    attention,
    certainty,
    history,
    is_decided,
    rule_of,
    rule_years,
    rules_of,
    side_by_side,
)
from monitor.attention_evidence import evidence_key, evidence_of
from monitor.folder import open_folder
from monitor.release import make_release
from monitor.results import attention_rows
from tests.monitor.conftest import attention_settings
from tests.sample_county import sample_release

SETTINGS = attention_settings("version = 2", "confidence = 95", "dynamics_years = 1", "confidence = 95")
FIRST, SECOND = "05999001-01", "05999001-02"
HIDDEN_TWO = (f"{FIRST};2024;sgb2_u15;;15", f"{FIRST};2024;sgb2_u15;;2")


@pytest.fixture(scope="module")
def sample():
    return sample_release()


@pytest.fixture
def folder(tiny_folder):
    tiny_folder.append("county.toml", SETTINGS)
    return tiny_folder


def _released(folder):
    return make_release(open_folder(folder.path))


def test_the_evidence_is_what_is_published(folder):
    release = _released(folder)
    found = evidence_of(release, "quartier", 2024, rule_of(release, "mss"))
    assert found.counts["A2"].tolist() == [15, 60, 40, 20] and found.bases["A2"].tolist() == [150, 300, 200, 80]
    assert found.values["A2"].tolist() == [10, 20, 20, 25]
    assert found.benchmark["A2"] == pytest.approx(100 * 135 / 730)
    assert found.inhabitants.tolist() == [1000, 2000, 1500, 500]
    # Wilson of 15 of 150: 6.1541–15.8435; twice, by the method of Zou and Donner, √2 times as wide
    assert found.change_errors["A2"].iloc[0] == pytest.approx(
        2 * ((10 - 6.1541) ** 2 + (15.8435 - 10) ** 2) ** 0.5 / 3.919928, abs=1e-4
    )
    assert found.changes["A2"].tolist() == [0, 0, 0, 0]


def test_a_hidden_value_has_no_count_and_a_stand_in(folder):
    folder.replace("counts.csv", *HIDDEN_TWO)
    release = _released(folder)
    found = evidence_of(release, "quartier", 2024, rule_of(release, "mss"))
    assert (
        found.counts["A2"].isna().tolist() == found.published.value["A2"].isna().tolist() == [True, True, False, False]
    )
    assert found.values["A2"].round(4).tolist() == [13.7778, 13.7778, 20, 25]
    assert found.change_errors["A2"].isna().tolist() == [True, True, False, False]


@pytest.mark.parametrize("rule", RULES)
def test_no_result_depends_on_a_hidden_number(folder, rule):
    """2 and 60 of one municipality, or 1 and 61: the same is published, so the same must come out."""
    folder.replace("counts.csv", *HIDDEN_TWO)
    first = _released(folder)
    folder.replace("counts.csv", f"{FIRST};2024;sgb2_u15;;2", f"{FIRST};2024;sgb2_u15;;1")
    folder.replace("counts.csv", f"{SECOND};2024;sgb2_u15;;60", f"{SECOND};2024;sgb2_u15;;61")
    second = _released(folder)
    rows = [attention_rows(release, "quartier", 2024, rule, 200) for release in (first, second)]
    assert_frame_equal(*rows)
    assert_frame_equal(*(certainty(each, "quartier", 2024, rule, 200).influences for each in (first, second)))


def test_what_if_is_another_rule(sample):
    decided = rule_of(sample, "county")
    softer = replace(decided, k=3, indicators=decided.indicators[:6])
    before, after = (attention(sample, "quartier", 2024, each).table["flagged"] for each in ("county", softer))
    assert after.sum() > before.sum()
    assert is_decided(sample, "county") and is_decided(sample, replace(decided))
    assert not is_decided(sample, softer) and not is_decided(sample, "mss")
    assert set(attention_rows(sample, "quartier", 2024, softer)["verfahren"]) == {""}
    heavier = replace(rule_of(sample, "mss"), weights=(("G1", 5.0),))
    moved = (
        attention(sample, "quartier", 2024, heavier).table["index"]
        - attention(sample, "quartier", 2024, "mss").table["index"]
    )
    assert moved.abs().max() > 0.5
    sure = certainty(sample, "quartier", 2024, heavier, 100, assumptions=Assumptions(weights="dirichlet"))
    assert sure.rule == heavier and sure.table["probability"].between(0, 1).sum() == 156


def test_rules_with_the_same_key_read_the_same(sample):
    for rule, same, other in (
        ("county", {"k": 2, "confidence": 95}, {"indicators": ("A1",)}),
        ("mss", {"low": 0.5, "weights": (("G1", 5.0),)}, {"dynamics_years": 3}),
        ("significance", {"weights": (("G1", 5.0),), "method": "bh"}, {"indicators": ("A1",)}),
    ):
        decided = rule_of(sample, rule)
        alike, unlike = replace(decided, **same), replace(decided, **other)
        assert evidence_key(alike) == evidence_key(decided) != evidence_key(unlike)
        pair = [evidence_of(sample, "quartier", 2024, each) for each in (decided, alike)]
        assert_frame_equal(*(each.values for each in pair))
        assert_frame_equal(*(each.changes for each in pair))


def test_three_rules_side_by_side(sample):
    found = side_by_side(sample, "quartier", 2024)
    assert list(found.columns) == [*RULES, "flagged_by", "judged_by"] == [*rules_of(sample), "flagged_by", "judged_by"]
    for rule in RULES:
        assert found[rule].tolist() == attention(sample, "quartier", 2024, rule).table["flagged"].tolist()


def test_years_with_changes_begin_later(sample):
    assert rule_years(sample, "quartier", "county")[0] == 2017  # three years pooled from 2015 on
    assert rule_years(sample, "quartier", replace(rule_of(sample, "mss"), dynamics_years=5))[0] == 2020


def test_history_compares_with_the_year_before(sample):
    found = history(sample, "quartier", 2024, "mss")
    now, before = (attention(sample, "quartier", year, "mss").table["flagged"] for year in (2024, 2023))
    assert found["entered"].tolist() == (now & ~before).tolist() and found["left"].tolist() == (before & ~now).tolist()
    assert found["since"].notna().tolist() == now.tolist()
    assert (found.loc[found["entered"], "since"] == 2024).all()


def test_every_result_carries_the_version(folder):
    release = _released(folder)
    assert attention(release, "quartier", 2024, "county").rule.version == 2
    assert certainty(release, "quartier", 2024, "significance", 20).rule.version == 2
    assert set(attention_rows(release, "quartier", 2024, "county")["verfahren"]) == {"2"}
