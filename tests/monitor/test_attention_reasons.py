"""Reasons of an area, by hand on the small county, and against scipy on the sample."""

import pytest
from scipy.stats import median_abs_deviation

from monitor.attention import RULES, attention
from monitor.attention_reasons import reasons_of
from monitor.changes import change_table
from monitor.folder import open_folder
from monitor.release import make_release
from tests.monitor.test_attention import FIRST, HIDDEN_TWO, SECOND, SETTINGS
from tests.sample_county import sample_release
from texts.reasons import CHECK

LAST = "05999002-02"


@pytest.fixture
def folder(tiny_folder):
    tiny_folder.append("county.toml", SETTINGS)
    return tiny_folder


@pytest.fixture(scope="module")
def sample():
    return sample_release()


def _reasons(folder, rule="county"):
    release = make_release(open_folder(folder.path))
    found = attention(release, "quartier", 2024, rule)
    return reasons_of(release, "quartier", 2024, rule, found, found.table.index)


def test_for_against_and_neither(folder):
    """40 instead of 20 of 80 children: 50 % in a county with 155 of 730."""
    folder.replace("counts.csv", f"{LAST};2024;sgb2_u15;;20", f"{LAST};2024;sgb2_u15;;40")
    found = _reasons(folder)
    assert found[LAST].speak_for == (
        "Kinderarmut 50,0 % (Kreis 21,2 %), gesichert, seit 2023 um 25,0 Punkte gestiegen",
    )
    assert found[FIRST].speak_against == ("Kinderarmut 10,0 % (Kreis 21,2 %), gesichert",)
    assert found[SECOND].neither == ("Kinderarmut 20,0 % (Kreis 21,2 %), nicht gesichert",)
    assert found[LAST].warnings == (f"Allein Kinderarmut macht hier die Hervorhebung aus. {CHECK}",)
    assert found[FIRST].warnings == found[SECOND].warnings == ()


@pytest.mark.parametrize("rule", RULES)
def test_a_hidden_value_is_named_and_stands_in_no_order(folder, rule):
    folder.replace("counts.csv", *HIDDEN_TWO)
    found = _reasons(folder, rule)[FIRST]
    assert found.speak_for == found.speak_against == found.neither == ()
    taken = "zählt weder dafür noch dagegen" if rule == "county" else "dafür steht der Wert der Kommune"
    assert found.hidden == f"Kinderarmut: Wert geheim, {taken}" and found.missing == ""


@pytest.mark.parametrize("rule", RULES)
def test_nothing_is_said_that_depends_on_a_hidden_number(folder, rule):
    folder.replace("counts.csv", *HIDDEN_TWO)
    first = _reasons(folder, rule)
    folder.replace("counts.csv", f"{FIRST};2024;sgb2_u15;;2", f"{FIRST};2024;sgb2_u15;;1")
    folder.replace("counts.csv", f"{SECOND};2024;sgb2_u15;;60", f"{SECOND};2024;sgb2_u15;;61")
    assert _reasons(folder, rule) == first


@pytest.mark.parametrize("rule", RULES)
def test_every_indicator_is_told_once(sample, rule):
    found = attention(sample, "quartier", 2024, rule)
    names = [sample.catalogue[name].name for name in found.rule.indicators]
    for told in reasons_of(sample, "quartier", 2024, rule, found, found.table.index).values():
        words = "; ".join((*told.speak_for, *told.speak_against, *told.neither, told.hidden, told.missing))
        assert [words.count(f"{name} ") + words.count(f"{name}:") + words.count(f"{name}, ") for name in names] == [
            1
        ] * len(names)


def test_the_strongest_reason_stands_first(sample):
    found = attention(sample, "quartier", 2024, "county")
    area = found.worst_first().index[0]
    told = reasons_of(sample, "quartier", 2024, "county", found, [area])[area]
    names = [sample.catalogue[name].name for name in found.reasons(area, 8)]
    assert [sentence.startswith(name) for sentence, name in zip(told.speak_for, names, strict=True)] == [True] * 7


def test_a_jump_asks_to_check_who_is_counted(sample):
    """Troisdorf 09 in 2022: 4.2 points more in a year in which most areas hardly changed."""
    area = "05382068-09"
    change = change_table(sample, "quartier", "A1", 2022, 2021)["value"]
    away = (change[area] - change.median()) / median_abs_deviation(change.dropna(), scale="normal")
    values = sample.table("quartier", "A1", 2022)["value"]
    assert away > 3.5 and change[area] > median_abs_deviation(values.dropna(), scale="normal")
    found = attention(sample, "quartier", 2022, "county")
    before, now = (sample.table("quartier", "A1", year).loc[area, "value"] for year in (2021, 2022))
    [warning] = reasons_of(sample, "quartier", 2022, "county", found, [area])[area].warnings
    said = f"SGB-II-Quote springt von {before:.1f} % (2021) auf {now:.1f} % (2022). ".replace(".", ",", 2)
    assert warning == said + CHECK and "Troisdorf" not in warning
