"""The audit on the county of `conftest`: what can be worked out is known by hand; and on the shipped county."""

from dataclasses import replace

import numpy as np
import pytest

from indicators.signs import Sign
from monitor import cli
from monitor.audit import How, What, audit
from monitor.cli import main
from monitor.release import make_release
from tests.monitor.test_divisions import YEAR, counts_of, divided  # noqa: F401 a fixture
from tests.sample_county import sample_release
from texts.audit import figures, recovered_sentence, verdict

FIRST, SECOND = 0, 1  # the two quarters of Alfdorf


def _release(folder, **changed):
    """changed: measure → number of quarter 05999001-01 in 2024."""
    for measure, number in changed.items():
        old = {"ew": 1000, "ew_u15": 150, "sgb2_u15": 15}[measure]
        folder.replace("counts.csv", f"05999001-01;2024;{measure};;{old}", f"05999001-01;2024;{measure};;{number}")
    return make_release(folder.open())


def _shown(release, level, area, count, base, indicator="A2", years=slice(-1, None)):
    """The release with numbers of an area shown whatever the gate says; its estimates stay hidden, which helps nobody."""
    key = (indicator, level, release.plan(indicator, level).pool)
    values = release._values[key]
    changed = {"count": count, "base": base, "sign": Sign.SHOWN}
    arrays = {name: np.array(getattr(values, name)) for name in changed}
    for name, numbers in changed.items():
        arrays[name][area, years] = numbers
    return replace(release, _values={**release._values, key: replace(values, **arrays)})


def test_where_nothing_is_hidden_there_is_nothing_to_find(tiny_folder):
    found = audit(_release(tiny_folder))
    assert (found.hidden, found.recovered, found.contradictory) == (0, (), 0)
    # 7 areas × 2 years × 3 measures: each number once, however many indicators show it
    assert found.shown == 42
    assert not any("Intervall" in line for line in figures(found))


def test_a_protected_pair_withstands(tiny_folder):
    found = audit(_release(tiny_folder, sgb2_u15=2))
    # 2 and 60 children of 150 and 300: two counts are hidden, and with them their bases.
    assert (found.hidden, found.shown, found.recovered, found.too_narrow) == (2, 38, (), 0)
    # Each could be 0 to 62, and intervals of twice the width asked for (3) are wide enough not to be told apart.
    assert found.narrowest == 6
    assert verdict(found) == "Keine geheime Zahl lässt sich errechnen."


def test_a_narrow_pair_is_told(tiny_folder):
    # Were the second quarter's count 3 and Alfdorf's 5, each would lie between 0 and 5.
    release = _release(tiny_folder, sgb2_u15=2)
    release = _shown(release, "gemeinde", 0, 5, 450)
    release = _shown(release, "kreis", 0, 65, 730)
    found = audit(release)
    assert (found.narrowest, found.too_narrow, found.recovered) == (5, 0, ())
    # With 2 of them in need altogether, each lies between 0 and 2: narrower than asked, yet nobody knows it.
    narrower = audit(_shown(_shown(release, "gemeinde", 0, 2, 450), "kreis", 0, 62, 730))
    assert (narrower.narrowest, narrower.too_narrow, narrower.recovered) == (2, 2, ())


def test_a_partner_that_is_shown_again_gives_the_hidden_count_away(tiny_folder):
    broken = _shown(_release(tiny_folder, sgb2_u15=2), "quartier", SECOND, 60, 300)
    found = audit(broken)
    [recovered] = found.recovered
    assert (recovered.what, recovered.how) == (What.HIDDEN, How.ELIMINATION)
    assert (recovered.areas, recovered.level, recovered.year, recovered.pool) == (("Alfdorf 01",), "Quartier", 2024, 1)
    assert recovered_sentence(recovered) == (
        "Kinder in der Grundsicherung, Alfdorf 01 (Quartier), 2024: Diese geheime Zahl folgt durch Addieren und Subtrahieren "
        "aus gezeigten Zahlen."
    )
    assert (found.hidden, found.narrowest) == (1, 0)


def test_bounds_give_a_hidden_count_away(tiny_folder):
    # Nobody in need in Alfdorf: both quarters must be 0, which no elimination says.
    release = _release(tiny_folder, sgb2_u15=2)
    release = _shown(_shown(release, "gemeinde", 0, 0, 450), "kreis", 0, 60, 730)
    assert [(each.what, each.how) for each in audit(release).recovered] == [(What.HIDDEN, How.BOUNDS)] * 2


def test_a_base_matters_only_where_it_is_small(tiny_folder):
    # 2 children, none in need, beside 300: the bases follow as well, and 2 is small.
    broken = _shown(_release(tiny_folder, ew_u15=2, sgb2_u15=0), "quartier", SECOND, 60, 300)
    found = audit(broken).recovered
    assert [(each.what, each.measure) for each in found] == [
        (What.HIDDEN, "Kinder in der Grundsicherung"),
        (What.SMALL, "Kinder unter 15 Jahren"),
        (What.REST, "Kinder in der Grundsicherung"),
    ]
    assert "„Kinder unter 15 Jahren“ ohne „Kinder in der Grundsicherung“, Alfdorf 01" in recovered_sentence(found[2])


def test_nobody_among_nobody_is_no_secret(tiny_folder):
    # The count and its base are not shown (there is no rate of 0), and anybody can work out both: 0 of 0.
    found = audit(_release(tiny_folder, ew_u15=0, sgb2_u15=0))
    assert (found.hidden, found.recovered) == (1, ())


def test_a_number_delivered_as_secret_stays_secret(tiny_folder):
    for area, name, number in (("05999001", "sgb2_u15", 75), ("05999001", "ew_u15", 450)):
        tiny_folder.append("counts.csv", f"{area};2024;{name};;{number}")
    tiny_folder.replace("counts.csv", "05999001-01;2024;sgb2_u15;;15", "05999001-01;2024;sgb2_u15;;•")
    found = audit(make_release(tiny_folder.open()))
    assert (found.hidden, found.recovered) == (2, ())


def test_sums_that_contradict_their_parts_are_left_out(tiny_folder):
    # 60 of the second quarter are more than the 50 of Alfdorf, so the first would be −10.
    release = _shown(_release(tiny_folder, sgb2_u15=2), "quartier", SECOND, 60, 300)
    release = _shown(_shown(release, "gemeinde", 0, 50, 450), "kreis", 0, 110, 730)
    found = audit(release)
    assert (found.contradictory, found.recovered) == (1, ())
    assert "Eine Summe widerspricht ihren Teilen; die Prüfung hat ohne sie gerechnet." in figures(found)


POOLED_YEARS = range(2018, 2025)
# Of the first quarter. Sums of three years are 5, 4, 3, 0, 0: the last two tell that 2021 to 2024 are 0, so 2020 is 3,
# 2019 is 4 − 3 = 1, and 2018 is 5 − 4 = 1. These two are small, and nobody shows them.
IN_NEED, WINDOWS = (1, 1, 3, 0, 0, 0, 0), (5, 4, 3, 0, 0)


@pytest.fixture
def pooled(tiny_folder):
    rows = [("gebiet", "jahr", "merkmal", "gruppe", "wert")]
    for area, children in (("05999001-01", 100), ("05999001-02", 300), ("05999002-01", 200), ("05999002-02", 80)):
        for year, few in zip(POOLED_YEARS, IN_NEED, strict=True):
            number = few if area == "05999001-01" else 20
            rows += [
                (area, str(year), name, "", str(n))
                for name, n in (("ew", 900), ("ew_u15", children), ("sgb2_u15", number))
            ]
    tiny_folder.write("counts.csv", tiny_folder.text(rows))
    tiny_folder.replace(
        "catalogue.toml", 'polarity = -1\nlevel = "quartier"', 'polarity = -1\nlevel = "quartier"\npool = 3'
    )
    return make_release(tiny_folder.open())


def test_single_years_behind_pooled_ones_are_attacked(pooled):
    shown = _shown(pooled, "quartier", FIRST, WINDOWS, 300, years=slice(2, None))
    # What the release hides to prevent this follows as well.
    found = [each for each in audit(shown).recovered if each.what is What.SMALL]
    assert [(each.what, each.areas[0], each.year, each.pool) for each in found] == [
        (What.SMALL, "Alfdorf 01", 2018, 1),
        (What.SMALL, "Alfdorf 01", 2019, 1),
    ]


def test_the_release_itself_does_not_let_them_follow(pooled):
    assert audit(pooled).recovered == ()


def test_pooled_sums_are_told_with_their_years(pooled):
    # The window of 2018–2020 hidden while both that follow and all of Alfdorf are shown.
    signs = pooled.series("quartier", "A2").sign
    assert (signs[:, :2] == Sign.ABSENT).all()
    hidden = _hidden_again(
        _shown(pooled, "quartier", slice(None), np.array([[5], [60], [60], [60]]), 300, years=slice(2, 3))
    )
    [recovered] = [each for each in audit(hidden).recovered if each.what is What.HIDDEN]
    assert recovered.pool == 3 and "Alfdorf 01 (Quartier), 2018–2020: Diese geheime Zahl" in recovered_sentence(
        recovered
    )


def _hidden_again(release):
    values = release._values["A2", "quartier", 3]
    arrays = {name: np.array(getattr(values, name)) for name in ("count", "base", "sign")}
    for name, number in (("count", np.nan), ("base", np.nan), ("sign", Sign.PRIMARY)):
        arrays[name][FIRST, 2] = number
    return replace(release, _values={**release._values, ("A2", "quartier", 3): replace(values, **arrays)})


# Divisions of the same ground


def test_what_two_divisions_have_in_common_is_attacked(divided):  # noqa: F811
    # Quarters 30 and 32, areas 32 and 30, all shown: 32 − 30 = 2 is the western block of the second quarter.
    counts_of(divided, 10, 20, 2, 30)
    release = make_release(divided.open())
    assert audit(release).recovered == ()
    for level, numbers, bases in (("quartier", [30, 32, 30, 30], 200), ("raum", [32, 30], [300, 100])):
        bases = np.broadcast_to(bases, len(numbers))
        for area, (count, base) in enumerate(zip(numbers, bases, strict=True)):
            release = _shown(release, level, area, count, base)
    [recovered] = audit(release).recovered
    assert (recovered.what, recovered.areas) == (What.SMALL, ("Alfdorf 02", "Mitte"))
    assert recovered_sentence(recovered).startswith(
        "Kinder in der Grundsicherung, gemeinsamer Teil von Alfdorf 02 und Mitte, 2024: Diese kleine Zahl"
    )


def test_a_piece_of_few_square_kilometres_is_no_small_number(divided):  # noqa: F811
    # Two quarters of 0.9 km² each, areas of 1.35 and 0.45 km²: the pieces follow, and count nobody.
    path = divided.path / "catalogue.toml"
    density = (
        path.read_text("utf-8")
        .partition("[D1]")[2]
        .replace('"count"', '"ratio"\ndenominator = "km2"\ndenominator_name = "km²"')
    )
    path.write_text(f"{path.read_text('utf-8')}\n[D9]{density}", "utf-8")
    counts = (divided.path / "counts.csv").read_text("utf-8")
    units = dict.fromkeys(line.split(";")[0] for line in counts.splitlines()[1:])
    divided.write("counts.csv", counts + "".join(f"{unit};{YEAR};km2;;0.45\n" for unit in units))
    release = make_release(divided.open())
    assert release.table("raum", "D9", YEAR)["base"].tolist() == pytest.approx([1.35, 0.45])
    assert audit(release).recovered == ()


# Command line


def test_the_command_says_in_words_that_all_is_well(tiny_folder, capsys):
    tiny_folder.replace("counts.csv", "05999001-01;2024;sgb2_u15;;15", "05999001-01;2024;sgb2_u15;;2")
    assert main(["audit", str(tiny_folder.path)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Musterkreis: Keine geheime Zahl lässt sich errechnen.")
    assert "Gezeigte Zahlen: 38" in said and "Geheime Zahlen: 2, davon errechenbar: 0." in said and "Sekunden" in said


def test_the_command_names_what_can_be_worked_out_and_ends_with_one(tiny_folder, capsys, monkeypatch):
    broken = _shown(_release(tiny_folder, sgb2_u15=2), "quartier", SECOND, 60, 300)
    monkeypatch.setattr(cli, "make_release", lambda folder: broken)
    assert main(["audit", str(tiny_folder.path)]) == 1
    said = capsys.readouterr().out
    assert (
        "Eine Zahl, die niemand erfahren darf, lässt sich errechnen." in said and "Alfdorf 01 (Quartier), 2024" in said
    )


def test_the_command_lists_faults_of_the_folder(tiny_folder, capsys):
    tiny_folder.append("counts.csv", "99999999;2024;ew;;5")
    assert main(["audit", str(tiny_folder.path)]) == 1
    assert "99999999" in capsys.readouterr().err


# The shipped county


@pytest.fixture(scope="module")
def sample():
    return audit(sample_release())


def test_no_hidden_count_of_the_sample_can_be_worked_out(sample):
    assert [each for each in sample.recovered if each.what is What.HIDDEN] == []
    assert sample.hidden > 500 and sample.shown > 50_000
    assert sample.too_narrow == 0 and sample.narrowest >= 3 and sample.contradictory == 0


def test_no_small_number_of_the_sample_can_be_worked_out(sample):
    assert sample.recovered == ()
