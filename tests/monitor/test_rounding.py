"""A source whose counts are rounded to 10, and one whose sums few contribute to, from the folder to what readers get."""

import numpy as np
import pytest

from indicators.signs import Sign
from monitor.audit import How, What, audit
from monitor.outside import outside_view
from monitor.release import make_release
from monitor.release_file import read_release_file, write_release_file
from texts.audit import figures, recovered_sentence
from texts.treatment import treatment, why_treated

FIRST, SECOND, THIRD, FOURTH = "05999001-01", "05999001-02", "05999002-01", "05999002-02"
LEVELS = ("kreis", "gemeinde", "quartier")
# children in need in 2024, where the folder has 15, 60, 40, 20
IN_NEED = {FIRST: 3, SECOND: 64, THIRD: 47, FOURTH: 0}


@pytest.fixture
def rounding(tiny_folder):
    """Children in need come from a source of their own, which rounds to 10."""
    for area, number in IN_NEED.items():
        old = {FIRST: 15, SECOND: 60, THIRD: 40, FOURTH: 20}[area]
        _count(tiny_folder, area, old, number)
    tiny_folder.append("county.toml", "[sources.ba]", 'name = "Bundesagentur für Arbeit"', "rounding = 10")
    tiny_folder.replace("catalogue.toml", 'source = "amt"', 'source = "ba"')
    return tiny_folder


def _count(folder, area, old, new, measure="sgb2_u15"):
    folder.replace("counts.csv", f"{area};2024;{measure};;{old}\n", f"{area};2024;{measure};;{new}\n")


def _public(folder, *levels):
    listed = ", ".join(f'"{level}"' for level in levels)
    folder.replace("county.toml", "rounding = 10", f"rounding = 10\npublic_levels = [{listed}]")


def _keep(folder, release):
    write_release_file(folder.path, release.protection.file)


def test_only_multiples_are_shown_and_small_counts_are_hidden(rounding):
    release = make_release(rounding.open())
    table = release.table("quartier", "A2", 2024)
    # 3 of 150, 64 of 300, 47 of 200, 0 of 80
    assert table["count"].fillna(-1).tolist() == [-1, 60, 50, 0]
    assert table["sign"].tolist() == [Sign.PRIMARY, Sign.SHOWN, Sign.SHOWN, Sign.SHOWN]
    assert table["value"].tolist()[1:] == [20, 25, 0]
    # 3 + 64 = 67, 47 + 0 = 47, 114 of 730
    assert release.table("gemeinde", "A2", 2024)["count"].tolist() == [70, 50]
    assert release.table("kreis", "A2", 2024)["count"].tolist() == [110]
    assert release.benchmark("A2", 2024, "quartier")["value"] == pytest.approx(110 / 730 * 100)


def test_no_exact_number_leaves_the_gate(rounding):
    release = make_release(rounding.open())
    for level in LEVELS:
        values = release.series(level, "A2")
        shown = values.count[np.isfinite(values.count)]
        assert shown.size and (shown % 10 == 0).all()
        assert np.allclose(values.estimate.value, values.count / values.base * 100, equal_nan=True)
    numbers = [each.ravel() for values in release._values.values() for each in (values.count, values.base)]
    held = np.concatenate([*numbers, release.protection.file.cells["number"].to_numpy()])
    assert not np.isin(held, [3, 15, 64, 47, 67, 114, 55, 75, 135]).any()


def test_the_audit_finds_nothing(rounding):
    found = audit(make_release(rounding.open()))
    assert (found.recovered, found.too_narrow, found.contradictory) == ((), 0, 0)
    # K in two years, 2 municipalities, 4 quarters less the hidden one: 13 of its counts, and 28 of the other two measures
    # less the hidden one's base
    assert (found.hidden, found.shown) == (1, 13 + 27)
    assert found.narrowest >= 5


def test_a_rounded_number_that_a_public_sum_would_tell_is_hidden(rounding):
    # Bergstadt's 47 is public: with the 0 beside it, what the 50 stands for would be 47, and without it 45 to 47.
    _public(rounding, "kreis", "gemeinde")
    release = make_release(rounding.open())
    table = release.table("quartier", "A2", 2024)
    assert table["sign"].tolist() == [Sign.PRIMARY, Sign.SHOWN, Sign.SECONDARY, Sign.SECONDARY]
    assert table["count"].fillna(-1).tolist() == [-1, 60, -1, -1]
    assert audit(release).recovered == ()


def test_the_audit_sees_a_rounded_number_that_can_be_one_only(rounding):
    _public(rounding, "kreis", "gemeinde")
    release = make_release(rounding.open())
    values = release._values["A2", "quartier", 1]
    for array, numbers in ((values.count, (50, 0)), (values.base, (200, 80)), (values.sign, (0, 0))):
        array[2:, 1] = numbers
    [recovered] = audit(release).recovered
    # 47 − 0 = 47 is what the 50 stands for
    assert (recovered.what, recovered.how, recovered.areas) == (What.ROUNDED, How.ELIMINATION, ("Bergstadt 01",))
    assert recovered_sentence(recovered).endswith(
        "Diese Zahl wird nur gerundet gezeigt, die genaue aber folgt durch Addieren und Subtrahieren aus gezeigten Zahlen."
    )
    assert "Zahlen, die nur gerundet gezeigt werden und doch genau errechenbar sind: 1." in figures(audit(release))


def test_the_audit_sees_what_bounds_tell_of_rounded_numbers(rounding):
    # Were 118 public for Bergstadt, shown as 64 at most and as 54 at most: both would be as large as they can be.
    _public(rounding, "kreis", "gemeinde")
    _count(rounding, FOURTH, 0, 58)
    release = make_release(rounding.open())
    assert audit(release).recovered == ()
    release._values["A2", "gemeinde", 1].count[1, 1] = 118
    release._values["A2", "kreis", 1].count[0, 1] = 118 + 67
    found = [(each.how, each.areas) for each in audit(release).recovered]
    assert found == [(How.BOUNDS, ("Bergstadt 01",)), (How.BOUNDS, ("Bergstadt 02",))]


def test_an_outsider_knows_between_which_numbers_a_rounded_one_lies(rounding):
    sums = outside_view(make_release(rounding.open())).sums
    bounds = set(zip(sums.low[sums.rounded], sums.high[sums.rounded], strict=True))
    # 60, 50, 110, 70 in 2024
    assert {(55.0, 64.0), (45.0, 54.0), (105.0, 114.0), (65.0, 74.0)} <= bounds
    assert not sums.rounded[sums.low == 0].any()


def test_public_levels_are_exact(rounding):
    _public(rounding, "kreis")
    release = make_release(rounding.open())
    assert release.table("kreis", "A2", 2024)["count"].tolist() == [114]
    assert release.table("gemeinde", "A2", 2024)["count"].tolist() == [70, 50]
    assert audit(release).recovered == ()


def test_a_rounded_release_is_stored_and_read_again(rounding):
    release = make_release(rounding.open())
    _keep(rounding, release)
    cells = read_release_file(rounding.path).cells
    of_count = cells[cells["measure"].str.startswith("sgb2_u15")]
    assert set(of_count["measure"]) == {"sgb2_u15 ~10"}
    assert (of_count["number"].dropna() % 10 == 0).all()
    again = make_release(rounding.open())
    assert again.protection.stored
    for level in LEVELS:
        assert again.table(level, "A2", 2024).equals(release.table(level, "A2", 2024))


def test_the_next_delivery_may_change_a_rounded_number(rounding):
    _keep(rounding, make_release(rounding.open()))
    _count(rounding, SECOND, 64, 61)
    _count(rounding, THIRD, 47, 2)
    release = make_release(rounding.open())
    assert not release.protection.stored
    table = release.table("quartier", "A2", 2024)
    assert table["count"].fillna(-1).tolist() == [-1, 60, -1, 0]
    assert audit(release).recovered == ()


def test_numbers_that_were_shown_exactly_are_known_when_rounding_begins(tiny_folder):
    _keep(tiny_folder, make_release(tiny_folder.open()))
    tiny_folder.replace("county.toml", "as_of = 2024-12-31", "as_of = 2024-12-31\nrounding = 10")
    release = make_release(tiny_folder.open())
    assert release.table("quartier", "A2", 2024)["count"].tolist() == [20, 60, 40, 20]
    _keep(tiny_folder, release)
    cells = read_release_file(tiny_folder.path).cells
    old = cells[cells["measure"] == "sgb2_u15"]
    assert not old["shown"].any() and 15 in old["number"].tolist()


def test_readers_are_told(rounding):
    release = make_release(rounding.open())
    indicator, plan = release.catalogue["A2"], release.plan("A2", "quartier")
    assert treatment(indicator, plan, 2024) == ["Anzahl auf 10 gerundet"]
    [why] = why_treated(indicator, plan, "Quartiere")
    assert "darum müssen Teile nicht genau ihre Summe ergeben" in why
    _public(rounding, "kreis", "gemeinde")
    indicator = make_release(rounding.open()).catalogue["A2"]
    assert treatment(indicator, plan, 2024) == ["Anzahl auf 10 gerundet (außer: Kreis, Kommune)"]


# Sums that few contribute to

PLACES = """
[P3]
name = "Pflegeplätze"
theme = "Pflege"
method = "count"
numerator = "plaetze"
numerator_name = "Plätze in Pflegeheimen"
per = 1
polarity = 0
level = "quartier"
source = "heime"
why = "Versorgung."
purpose = "Pflegeplanung."
largest = "plaetze_groesster"
second = "plaetze_zweitgroesster"
"""
# 8 others of 100 are less than 10 % of 85; 60 of 200, 90 of 300 and 40 of 120 leave more
CONTRIBUTIONS = {FIRST: (100, 85, 7), SECOND: (200, 60, 50), THIRD: (300, 90, 90), FOURTH: (120, 40, 30)}


@pytest.fixture
def few(tiny_folder):
    tiny_folder.append("county.toml", "[sources.heime]", 'name = "Heimaufsicht"', "threshold = 0", "dominance = 10")
    tiny_folder.append("catalogue.toml", PLACES)
    endings = ("", "_groesster", "_zweitgroesster")
    tiny_folder.append(
        "counts.csv",
        *(
            f"{area};{year};plaetze{ending};;{number}"
            for area, numbers in CONTRIBUTIONS.items()
            for year in (2023, 2024)
            for ending, number in zip(endings, numbers, strict=True)
        ),
    )
    return tiny_folder


def test_a_sum_that_one_provider_decides_is_secret(few):
    release = make_release(few.open())
    table = release.table("quartier", "P3", 2024)
    assert table["sign"].tolist() == [Sign.SECRET, Sign.SECONDARY, Sign.SHOWN, Sign.SHOWN]
    assert table["value"].isna().tolist() == [True, True, False, False]
    assert release.table("gemeinde", "P3", 2024)["value"].tolist() == [300, 420]
    assert audit(release).recovered == ()
    assert not any("groesster" in name for name in release.protection.file.cells["measure"])


DOMINANCE_FAULTS = {
    "no rule": ("county.toml", "dominance = 10", "", "ab wann eine Summe geheim ist"),
    "no second": ("catalogue.toml", 'second = "plaetze_zweitgroesster"\n', "", 'Bitte second = "plaetze_zweitgroesster" ergänzen'),
    "second alone": ("catalogue.toml", 'largest = "plaetze_groesster"\n', "", "Der Schlüssel „second“ wirkt nur zusammen mit „largest“."),
    "name": ("catalogue.toml", '"plaetze_groesster"', '"groesstes_heim"', "Das Merkmal muss „plaetze_groesster“ heißen"),
    "shown": ("catalogue.toml", 'numerator = "ew"', 'numerator = "plaetze_groesster"', "Es wird nie gezeigt und kann nicht Teil einer Kennzahl sein."),
    "share": ("county.toml", "dominance = 10", "dominance_share = 100", "der größte erlaubte Wert ist 99."),
}  # fmt: skip


@pytest.mark.parametrize("case", DOMINANCE_FAULTS)
def test_faults_of_dominance(few, case):
    file, old, new, expected = DOMINANCE_FAULTS[case]
    few.replace(file, old, new)
    told = few.error_sentences()
    assert any(expected in each for each in told), told


def test_faults_of_rounding(tiny_folder):
    tiny_folder.replace("county.toml", "as_of = 2024-12-31", "as_of = 2024-12-31\nrounding = 1")
    assert "Bei „rounding“ steht „1“, der kleinste erlaubte Wert ist 2." in tiny_folder.error_sentences()[0]


def test_no_standardised_rate_of_rounded_counts(tiny_folder):
    tiny_folder.replace("county.toml", "as_of = 2024-12-31", "as_of = 2024-12-31\nrounding = 10")
    tiny_folder.replace("catalogue.toml", '"proportion"', '"standardised"\nstandard = "ESP2013"')
    told = tiny_folder.error_sentences()
    assert any("lässt sich keine altersstandardisierte Rate bilden" in each for each in told), told


def test_rounding_of_0_is_none(tiny_folder):
    plain = make_release(tiny_folder.open())
    tiny_folder.replace("county.toml", "as_of = 2024-12-31", "as_of = 2024-12-31\nrounding = 0")
    release = make_release(tiny_folder.open())
    assert release.protection.file.fingerprint == plain.protection.file.fingerprint
    assert release.table("quartier", "A2", 2024)["count"].tolist() == [15, 60, 40, 20]
