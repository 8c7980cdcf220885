"""People of whom nobody knows where they live: Alfdorf's quarters have 75 of 450 children in need, Bergstadt's 60 of 280.

Alfdorf as a whole delivers more, and its source says that this is meant.
"""

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from indicators.counts import Counts
from indicators.signs import Sign
from monitor.audit import How, What, audit
from monitor.cli import main
from monitor.drafts import DRAFTS
from monitor.release import make_release
from monitor.release_file import read_release_file
from monitor.scheme_publish import give_numbers
from monitor.unplaced import Unplaced, unplaced
from monitor.unplaced_measures import unplaced_measures
from problem import DataError
from tests.monitor.conftest import counts_rows
from tests.monitor.test_audit import _shown
from tests.monitor.test_divisions import QUARTERS, counts_of
from tests.monitor.test_divisions import YEAR as DRAWN_YEAR
from tests.monitor.test_schemes import SIDES, blocks, drawn, published  # noqa: F401 a fixture
from texts.audit import recovered_sentence
from texts.problems import sentence

ALFDORF, BERGSTADT, COUNTY, YEAR = "05999001", "05999002", "05999", 2024
FIRST, SECOND = "05999001-01", "05999001-02"


def released(folder, **alfdorf):
    """The release with numbers of Alfdorf as a whole in 2024 that are not the sums of its quarters."""
    delivered(folder, ALFDORF, **alfdorf)
    return make_release(folder.open())


def delivered(folder, area, **measures):
    declared(folder)
    folder.append("counts.csv", *(f"{area};{YEAR};{measure};;{number}" for measure, number in measures.items()))


def declared(folder):
    if "unplaced" not in (folder.path / "county.toml").read_text("utf-8"):
        folder.replace("county.toml", 'name = "Einwohnermeldeamt"', 'name = "Einwohnermeldeamt"\nunplaced = true')


def changed(folder, area, **measures):
    """Other numbers of a quarter in 2024."""
    old = {(row[0], row[2]): row[4] for row in counts_rows() if row[1] == str(YEAR)}
    for measure, number in measures.items():
        cell = f"{area};{YEAR};{measure};;"
        folder.replace("counts.csv", f"{cell}{old[area, measure]}\n", f"{cell}{number}\n")


def contradicting(folder, **alfdorf):
    """As `released`, with fewer people in the whole than in its parts; these cannot be read from a file."""
    own = {(ALFDORF, str(YEAR), measure, ""): number for measure, number in alfdorf.items()}
    rows = {row[:4]: float(row[4]) for row in counts_rows()[1:]} | own
    table = pd.DataFrame([(*cell, value) for cell, value in rows.items()],
                         columns=["area", "year", "measure", "group", "value"])  # fmt: skip
    counts = Counts.from_tidy(table.assign(year=table["year"].astype(int), sign=np.uint8(Sign.SHOWN)))
    return make_release(replace(folder.open(), counts=counts))


@pytest.fixture
def folder(tiny_folder):
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
    changed(folder, FIRST, sgb2_u15=2)
    release = released(folder, sgb2_u15=70, ew_u15=462)
    assert (release.table("quartier", "A2", YEAR)["sign"].iloc[:2] != Sign.SHOWN).any()
    assert unplaced(release, "quartier", ALFDORF, "A2", YEAR) is None


def test_nothing_is_said_of_numbers_that_contradict_each_other(folder):
    assert unplaced(contradicting(folder, sgb2_u15=70, ew_u15=462), "quartier", ALFDORF, "A2", YEAR) is None


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


def test_all_sums_are_right_with_it(folder):
    delivered(folder, COUNTY, sgb2_u15=146, ew_u15=750)
    release = released(folder, sgb2_u15=82, ew_u15=462)
    # 146 = 82 + 60 + 4 and 750 = 462 + 280 + 8; 146 = 15 + 60 + 40 + 20 + 11.
    assert unplaced(release, "gemeinde", COUNTY, "A2", YEAR) == Unplaced(4, 8)
    assert unplaced(release, "quartier", COUNTY, "A2", YEAR) == Unplaced(4 + 7, 8 + 12)
    assert unplaced(release, "quartier", ALFDORF, "A2", YEAR) == Unplaced(7, 12)
    assert unplaced(release, "quartier", BERGSTADT, "A2", YEAR) is None
    # 82 of 462 and 146 of 750: the wholes are those that were delivered.
    assert release.table("gemeinde", "A2", YEAR)["value"][ALFDORF] == pytest.approx(100 * 82 / 462)
    assert release.benchmark("A2", YEAR, "quartier")["value"] == pytest.approx(100 * 146 / 750)


# What is declared


def test_a_whole_may_not_count_more_where_its_source_does_not_say_so(folder):
    folder.append("counts.csv", f"{ALFDORF};{YEAR};ew;;3004")
    assert folder.error_sentences() == [
        "counts.csv, Zeile 26: Die Teile ergeben nicht das Ganze: ew, 2024, Gebiet 05999001 (Alfdorf): geliefert 3.004, Summe "
        "der Teile 3.000. Bitte berichtigen oder nur eine der beiden Ebenen liefern. Zählt das Ganze auch Menschen, die sich "
        "keinem seiner Gebiete zuordnen lassen, bitte in county.toml bei [sources.amt] „unplaced = true“ ergänzen."
    ]


def test_a_whole_never_counts_less_than_its_parts(folder):
    delivered(folder, ALFDORF, ew=2999)
    [told] = folder.error_sentences()
    assert "geliefert 2.999, Summe der Teile 3.000" in told and "unplaced" not in told


def test_the_finest_areas_have_no_such_people(blocks):  # noqa: F811
    # A quarter that counts more than its blocks: when it is drawn anew, nobody knows where they belong.
    delivered(blocks, FIRST, ew=900)
    [told] = blocks.error_sentences()
    assert "Gebiet 05999001-01 (Alfdorf 01): geliefert 900, Summe der Teile 800" in told and "unplaced" not in told


OTHER = """
[D2]
name = "Kinder"
theme = "Bevölkerung"
method = "count"
numerator = "ew_u15"
numerator_name = "Kinder unter 15 Jahren"
per = 1
polarity = 0
level = "quartier"
source = "schule"
why = "Grundlage."
purpose = "Sozialplanung."
"""


def test_every_source_of_a_measure_must_say_so(folder):
    folder.append("catalogue.toml", OTHER)
    folder.append("county.toml", "[sources.schule]", 'name = "Schulamt"')
    declared(folder)
    opened = folder.open()
    assert unplaced_measures(opened.catalogue, opened.county) == {"ew", "sgb2_u15"}
    folder.append("counts.csv", f"{ALFDORF};{YEAR};ew_u15;;462")
    assert "bei [sources.schule] „unplaced = true“ ergänzen" in folder.error_sentences()[0]
    folder.append("county.toml", "unplaced = true")
    assert unplaced_measures(folder.open().catalogue, folder.open().county) == {"ew", "sgb2_u15", "ew_u15"}


@pytest.mark.parametrize("value", ['"ja"', "1"])
def test_the_key_is_true_or_false(folder, value):
    folder.replace("county.toml", 'name = "Einwohnermeldeamt"', f'name = "Einwohnermeldeamt"\nunplaced = {value}')
    assert any("„unplaced“" in told and "true oder false" in told for told in folder.error_sentences())


# What may be known of it


def _hidden(release, level="quartier", indicator="A2"):
    table = release.table(level, indicator, YEAR)
    return list(table.index[table["sign"] != Sign.SHOWN])


def test_a_single_person_cannot_be_worked_out(folder):
    # 76 − 15 − 60 = 1: one quarter is hidden, and with it nothing is said.
    release = released(folder, sgb2_u15=76, ew_u15=462)
    assert len(_hidden(release)) == 1 and _hidden(release)[0] in (FIRST, SECOND) and not _hidden(release, "gemeinde")
    assert unplaced(release, "quartier", ALFDORF, "A2", YEAR) is None
    assert unplaced(release, "quartier", COUNTY, "A2", YEAR) is None
    assert audit(release).recovered == ()


def test_neither_can_a_single_one_of_the_base(folder):
    release = released(folder, ew=3001)
    assert len(_hidden(release, indicator="D1")) == 1
    assert audit(release).recovered == ()


def test_a_count_that_goes_with_its_base_is_no_secret(folder):
    # One child is left, none in need: a base is hidden, and with it 15 or 60 children in need, which Alfdorf's 75 tell.
    release = released(folder, ew_u15=451)
    assert len(_hidden(release)) == 1
    assert (found := audit(release)).recovered == () and found.hidden == 0 and found.too_narrow == 0


def test_the_audit_finds_who_is_not_protected(folder):
    release = released(folder, sgb2_u15=76, ew_u15=462)
    for area, count, base in ((0, 15, 150), (1, 60, 300)):
        release = _shown(release, "quartier", area, count, base)
    [recovered] = audit(release).recovered
    assert (recovered.what, recovered.how, recovered.level) == (What.SMALL, How.ELIMINATION, "Kommune")
    assert recovered_sentence(recovered) == (
        "Kinder in der Grundsicherung, räumlich nicht zuordenbar in Alfdorf (Kommune), 2024: Diese kleine Zahl wird nirgends "
        "gezeigt und folgt durch Addieren und Subtrahieren aus gezeigten Zahlen."
    )


def test_the_audit_finds_who_is_left_of_the_county(folder):
    delivered(folder, COUNTY, sgb2_u15=137)
    release = make_release(folder.open())
    assert audit(release).recovered == ()
    for area, count, base in ((0, 75, 450), (1, 60, 280)):
        release = _shown(release, "gemeinde", area, count, base)
    # With the hidden municipality its hidden quarter follows as well.
    small = [each.areas for each in audit(release).recovered if each.what is What.SMALL]
    assert small == [("räumlich nicht zuordenbar in Musterkreis",)]


def test_those_who_are_left_hide_an_area_alone(folder):
    # 2 + 60 + 20 = 82: the first quarter may be anything up to 22, and the second one needs not be hidden.
    changed(folder, FIRST, sgb2_u15=2)
    release = released(folder, sgb2_u15=82, ew_u15=480)
    assert _hidden(release) == [FIRST]
    assert (found := audit(release)).recovered == () and found.too_narrow == 0 and found.narrowest >= 3


def test_where_nobody_is_left_two_areas_are_hidden_as_ever(folder):
    changed(folder, "05999002-01", sgb2_u15=2)
    release = released(folder, sgb2_u15=82, ew_u15=480)
    assert _hidden(release) == ["05999002-01", "05999002-02"]
    assert audit(release).recovered == ()


# Earlier releases


def _stored(folder):
    assert main(["release", str(folder.path)]) == 0
    release = make_release(folder.open())
    assert release.protection.stored
    return release


def test_the_file_says_which_wholes_count_more(folder):
    delivered(folder, ALFDORF, sgb2_u15=82, ew_u15=480)
    _stored(folder)
    assert read_release_file(folder.path).unplaced == {
        "ew_u15": {"quartier": (ALFDORF,)}, "sgb2_u15": {"quartier": (ALFDORF,)},
    }  # fmt: skip


def test_a_corrected_number_elsewhere_changes_nothing(folder):
    changed(folder, FIRST, sgb2_u15=2)
    delivered(folder, ALFDORF, sgb2_u15=82, ew_u15=480)
    assert _hidden(_stored(folder)) == [FIRST]
    changed(folder, "05999002-01", ew=1600)
    release = _stored(folder)
    assert _hidden(release) == [FIRST] and audit(release).recovered == ()


def test_readers_of_a_release_without_them_know_the_sums_of_the_parts(folder):
    # 2 and 60 were hidden, 62 was shown as their sum. Shown 63 now, everybody would know of the one who is new.
    changed(folder, FIRST, sgb2_u15=2)
    assert _hidden(_stored(folder)) == [FIRST, SECOND]
    delivered(folder, ALFDORF, sgb2_u15=63)
    release = _stored(folder)
    assert set(_hidden(release)) >= {FIRST, SECOND} and ALFDORF in _hidden(release, "gemeinde")


def test_of_many_who_are_new_they_may_know(folder):
    changed(folder, FIRST, sgb2_u15=2)
    _stored(folder)
    delivered(folder, ALFDORF, sgb2_u15=82)
    release = _stored(folder)
    assert _hidden(release) == [FIRST, SECOND] and not _hidden(release, "gemeinde")


def test_what_cannot_be_protected_names_the_whole(folder):
    # 76, 15 and 60 have been shown while nothing was secret; now the 1 that is left would be.
    folder.replace("county.toml", 'name = "Einwohnermeldeamt"', 'name = "Einwohnermeldeamt"\nthreshold = 0')
    delivered(folder, ALFDORF, sgb2_u15=76)
    assert not _hidden(_stored(folder))
    folder.replace("county.toml", "\nthreshold = 0", "")
    with pytest.raises(DataError) as error:
        make_release(folder.open())
    told = sentence(error.value.problems[0])
    assert "Die Geheimhaltung ist nicht möglich" in told and ALFDORF in told


# Areas drawn anew


def test_a_new_cut_leaves_as_many_as_the_old_one(blocks):  # noqa: F811
    # Blocks 10, 20, 30, 40 of 100 each: 100 of 400 in the quarters as they came and in those drawn anew.
    declared(blocks)
    blocks.append("counts.csv", f"{ALFDORF};{DRAWN_YEAR};sgb2_u15;;107", f"{ALFDORF};{DRAWN_YEAR};ew_u15;;412")
    before = unplaced(make_release(blocks.open()), "quartier", ALFDORF, "A2", DRAWN_YEAR)
    release = published(blocks, drawn(SIDES), dt.date(2023, 1, 1))
    table = release.table("quartier", "A2", DRAWN_YEAR)
    assert table.loc[~table.index.isin(QUARTERS), "count"].sum() == 10 + 20 + 30 + 40
    assert before == unplaced(release, "quartier", ALFDORF, "A2", DRAWN_YEAR) == Unplaced(7, 12)
    assert audit(release).recovered == ()


def test_one_person_stays_unknown_through_a_new_cut(blocks):  # noqa: F811
    declared(blocks)
    blocks.append("counts.csv", f"{ALFDORF};{DRAWN_YEAR};sgb2_u15;;101", f"{ALFDORF};{DRAWN_YEAR};ew_u15;;412")
    release = make_release(blocks.open())
    assert unplaced(release, "quartier", ALFDORF, "A2", DRAWN_YEAR) is None and audit(release).recovered == ()
    release = published(blocks, drawn(SIDES), dt.date(2023, 1, 1))
    assert unplaced(release, "quartier", ALFDORF, "A2", DRAWN_YEAR) is None
    found = audit(release)
    assert found.recovered == () and found.contradictory == 0


def test_a_draft_of_some_areas_holds_numbers_beside_it(blocks):  # noqa: F811
    # One draft area is the first quarter as it is published; of the others, 30 and 40, the rest is 107 − 70 = 37.
    declared(blocks)
    blocks.append("counts.csv", f"{ALFDORF};{DRAWN_YEAR};sgb2_u15;;107", f"{ALFDORF};{DRAWN_YEAR};ew_u15;;412")
    give_numbers(blocks.path, drawn({"w1": "A", "o1": "A", "w2": "B", "o2": "C"}))
    release = make_release(blocks.open())
    assert release.table(DRAFTS, "A2", DRAWN_YEAR)["count"].tolist() == [30, 40]
    assert unplaced(release, "quartier", ALFDORF, "A2", DRAWN_YEAR) == Unplaced(7, 12)
    found = audit(release)
    assert found.recovered == () and found.contradictory == 0


def test_the_audit_names_the_areas_of_drafts(blocks):  # noqa: F811
    counts_of(blocks, 10, 20, 2, 30)
    give_numbers(blocks.path, drawn({"w1": "A", "o1": "A", "w2": "B", "o2": "C"}))
    release = make_release(blocks.open())
    drafts = list(release.areas(DRAFTS))
    assert release.table(DRAFTS, "A2", DRAWN_YEAR)["sign"].ne(Sign.SHOWN).all()
    told = [recovered_sentence(each) for each in audit(_shown(release, DRAFTS, 1, 30, 100)).recovered]
    assert any(drafts[0] in each and "(Entwurf)" in each for each in told)
