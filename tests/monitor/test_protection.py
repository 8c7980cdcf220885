"""What a county or a source asks for: wider intervals, public levels, and a reason where that cannot be had."""

import pytest

from indicators.signs import Sign
from monitor.release import make_release
from problem import DataError
from texts.problems import sentence

FIRST, SECOND = "05999001-01", "05999001-02"


def _count(folder, area, old, new):
    folder.replace("counts.csv", f"{area};2024;sgb2_u15;;{old}\n", f"{area};2024;sgb2_u15;;{new}\n")


def _source(folder, *lines):
    folder.replace("county.toml", 'name = "Einwohnermeldeamt"', "\n".join(['name = "Einwohnermeldeamt"', *lines]))


def _hidden(release, level="quartier"):
    table = release.table(level, "A2", 2024)
    return list(table.index[table["sign"] != Sign.SHOWN])


def test_a_source_is_protected_with_its_own_threshold(tiny_folder):
    _count(tiny_folder, FIRST, 15, 4)
    assert _hidden(make_release(tiny_folder.open())) == []
    _source(tiny_folder, "threshold = 5")
    assert _hidden(make_release(tiny_folder.open())) == [FIRST, SECOND]


def test_a_wider_interval_asks_for_more(tiny_folder):
    # 2 and 60 leave 0 to 62; with only 3 beside it, 0 to 5 is all that can be had, so the sum goes as well.
    _count(tiny_folder, FIRST, 15, 2)
    _count(tiny_folder, SECOND, 60, 3)
    assert _hidden(make_release(tiny_folder.open()), "gemeinde") == []
    _source(tiny_folder, "interval = 20")
    assert _hidden(make_release(tiny_folder.open()), "gemeinde") == ["05999001", "05999002"]


def test_a_public_level_is_never_hidden(tiny_folder):
    _count(tiny_folder, FIRST, 15, 2)
    _source(tiny_folder, 'public_levels = ["kreis", "gemeinde", "quartier"]')
    release = make_release(tiny_folder.open())
    assert all(_hidden(release, level) == [] for level in ("kreis", "gemeinde", "quartier"))
    assert release.table("quartier", "A2", 2024).loc[FIRST, "count"] == 2


def test_what_a_public_sum_gives_away_is_refused_with_the_reason(tiny_folder):
    _source(tiny_folder, 'public_levels = ["kreis", "gemeinde"]')
    _count(tiny_folder, FIRST, 15, 2)
    _count(tiny_folder, SECOND, 60, "–")
    with pytest.raises(DataError) as error:
        make_release(tiny_folder.open())
    told = sentence(error.value.problems[0])
    assert (
        told.startswith("Die Geheimhaltung ist nicht möglich: Merkmal „sgb2_u15“") and FIRST in told and "2024" in told
    )
    assert "public_levels" in told


def test_a_public_level_that_is_not_there(tiny_folder):
    _source(tiny_folder, 'public_levels = ["kreise"]')
    told = tiny_folder.error_sentences()
    assert any(
        "Die Ebene „kreise“ ist in county.toml nicht beschrieben. Gemeint ist vermutlich „kreis“." in each
        for each in told
    )
