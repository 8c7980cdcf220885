"""A municipality draws its own social spaces: Alfdorf's four blocks w1, o1, w2, o2 count 10, 20, 30, 40 children in need
of 100 each; they came as two quarters, w1 + o1 = 30 and w2 + o2 = 70."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from geodata.scheme import CutBy, Scheme, Status, scheme_of_units
from indicators.signs import Sign
from monitor.audit import audit
from monitor.before_after import Verdict, before_after
from monitor.drafts import DRAFTS
from monitor.folder import open_folder
from monitor.release import at_cut, make_release
from monitor.release_file import read_release_file
from monitor.scheme_folder import FolderSchemes
from monitor.scheme_publish import delivered_of, give_numbers, holds_numbers, make_valid
from monitor.schemes import next_version, settled, valid_schemes
from problem import DataError
from tests.monitor.test_divisions import LEVEL, QUARTERS, YEAR, counts_of

ALFDORF = "05999001"
UNITS = {"w1": "05999001-01-w", "o1": "05999001-01-o", "w2": "05999001-02-w", "o2": "05999001-02-o"}
DAY = dt.date(2023, 1, 1)


def drawn(areas, version=1, **more):
    """A draft; areas: block → area."""
    area_of = pd.Series({UNITS[block]: area for block, area in areas.items()})
    names = pd.Series({area: f"Raum {area}" for area in sorted(set(areas.values()))})
    return replace(scheme_of_units(ALFDORF, version, "Neu", area_of, names), **more)


SIDES = {"w1": "W", "o1": "O", "w2": "W", "o2": "O"}


@pytest.fixture
def blocks(tiny_folder):
    """The county with blocks below its quarters."""
    tiny_folder.replace("county.toml", "[sources.amt]", LEVEL)
    halves = [
        {"id": f"{key}-{half}", "name": f"Block {half}", "parent": key,
         "corners": tiny_folder.square(at // 2 + shift, at % 2, 0.5)}
        for at, key in enumerate(QUARTERS) for half, shift in (("w", 0), ("o", 0.5))
    ]  # fmt: skip
    tiny_folder.write_areas("areas/block.geojson", halves)
    counts_of(tiny_folder, 10, 20, 30, 40)
    return tiny_folder


def saved(folder, scheme, after=0):
    return FolderSchemes(folder.path).save(scheme, "Stadt Alfdorf", "gezeichnet", after)


def published(folder, scheme, day=DAY):
    entry = saved(folder, scheme)
    return make_valid(folder.path, scheme, day, "Stadt Alfdorf", "Ratsbeschluss", entry.number)


def numbers(release, measure="count"):
    table = release.table("quartier", "A2", YEAR)
    return dict(zip(release.hierarchy.areas("quartier")["name"], table[measure], strict=True))


def test_a_valid_scheme_is_the_layer_of_the_county(blocks):
    release = published(blocks, drawn(SIDES))
    assert numbers(release) == {"Raum O": 60, "Raum W": 40, "Bergstadt 01": 30, "Bergstadt 02": 30}
    assert numbers(release, "base") == {"Raum O": 200, "Raum W": 200, "Bergstadt 01": 200, "Bergstadt 02": 200}
    assert release.table("gemeinde", "A2", YEAR)["count"].to_dict() == {ALFDORF: 100, "05999002": 60}
    areas = release.hierarchy.areas("quartier")
    own = areas[areas["parent"] == ALFDORF]
    # Two blocks of half a square kilometre each, one above the other.
    assert own.geometry.area.tolist() == pytest.approx([1_000_000, 1_000_000])
    assert own["valid_from"].tolist() == [DAY, DAY]
    assert numbers(make_release(blocks.open())) == numbers(release)
    assert make_release(blocks.open()).protection.stored


def test_a_scheme_holds_from_its_first_day_on(blocks):
    published(blocks, drawn(SIDES), dt.date(2030, 1, 1))
    names = [list(open_folder(blocks.path, day).hierarchy.areas("quartier")["name"])[:2] for day in
             (dt.date(2029, 12, 31), dt.date(2030, 1, 1))]  # fmt: skip
    assert names == [["Alfdorf 01", "Alfdorf 02"], ["Raum O", "Raum W"]]


def test_the_next_version_ends_the_one_before(blocks):
    published(blocks, drawn(SIDES))
    published(blocks, drawn(dict.fromkeys(UNITS, "A"), 2), dt.date(2024, 7, 1))
    first, second = FolderSchemes(blocks.path).schemes()
    assert (first.status, first.valid_to, second.status, second.valid_to) == (
        Status.REPLACED, dt.date(2024, 6, 30), Status.VALID, None,
    )  # fmt: skip
    assert valid_schemes([first, second], dt.date(2024, 6, 30)) == {ALFDORF: first}
    assert valid_schemes([first, second], dt.date(2024, 7, 1)) == {ALFDORF: second}
    assert next_version([first, second], ALFDORF) == 3 and next_version([first], "05999002") == 1


def test_the_past_of_a_published_division_is_not_rewritten(blocks):
    published(blocks, drawn(SIDES))
    with pytest.raises(DataError) as raised:
        published(blocks, drawn(dict.fromkeys(UNITS, "A"), 2), DAY)
    assert [problem.code for problem in raised.value.problems] == ["scheme_valid_too_early"]
    assert [each.status for each in FolderSchemes(blocks.path).schemes()] == [Status.VALID, Status.DRAFT]


def test_an_id_always_means_the_same_ground(blocks):
    delivered = delivered_of(blocks.open(), ALFDORF)
    # The first quarter as it came keeps its id; the second one, in two parts, has two new ones.
    scheme = settled(drawn({"w1": "A", "o1": "A", "w2": "05999001-02", "o2": "B"}), [delivered])
    ground = scheme.parts.groupby("area")["unit"].agg(sorted).to_dict()
    assert ground["05999001-01"] == [UNITS["o1"], UNITS["w1"]] and "05999001-02" not in ground
    assert sorted(set(ground) - {"05999001-01"}) == ["05999001-03", "05999001-04"]
    assert scheme.areas["05999001-01"] == "Raum A"


def test_a_small_difference_between_two_versions_is_protected(blocks):
    # 12 − 10 = 2: whoever kept w1 + w2 must not be shown w1.
    counts_of(blocks, 10, 20, 2, 30)
    assert numbers(published(blocks, drawn(SIDES))) == {
        "Raum O": 50,
        "Raum W": 12,
        "Bergstadt 01": 30,
        "Bergstadt 02": 30,
    }
    release = published(blocks, drawn({"w1": "W", "o1": "O", "w2": "O", "o2": "O"}, 2), dt.date(2024, 1, 1))
    own = release.table("quartier", "A2", YEAR)["sign"].to_numpy()[
        release.hierarchy.areas("quartier")["parent"].eq(ALFDORF).to_numpy()
    ]
    assert (own != Sign.SHOWN).all() and audit(release).recovered == ()


def test_a_draft_holds_numbers_under_the_same_rules(blocks):
    draft = drawn(SIDES)
    assert not holds_numbers(make_release(blocks.open()), draft)
    release = give_numbers(blocks.path, draft)
    assert holds_numbers(release, draft) and [level.id for level in release.levels] == ["kreis", "gemeinde", "quartier"]
    cut = at_cut(release, blocks.open(), {ALFDORF: draft})
    assert numbers(cut) == {"Raum O": 60, "Raum W": 40, "Bergstadt 01": 30, "Bergstadt 02": 30}
    assert numbers(release)["Alfdorf 01"] == 30 and audit(release).recovered == ()


def test_a_draft_that_keeps_an_area_says_nothing_of_the_whole(blocks):
    # A is the quarter w1 + o1 as it is published: the draft's own areas B and C are not all of Alfdorf.
    counts_of(blocks, 10, 20, 2, 30)
    release = give_numbers(blocks.path, drawn({"w1": "A", "o1": "A", "w2": "B", "o2": "C"}))
    assert audit(release).contradictory == 0


def test_what_one_municipality_draws_leaves_the_sums_of_the_others_as_they_were(blocks):
    release = published(blocks, drawn(SIDES))
    pieces = max(nesting.inner for nesting in release.nestings)
    # Alfdorf's four blocks, each of them a piece of an old and a new area; none of Bergstadt.
    assert {nesting.outer_of.size for nesting in release.nestings if nesting.inner == pieces} == {4}


def test_asking_many_drafts_in_turn_gains_nothing(blocks):
    # w1 + w2 = 12 is shown to the municipality; with w1 = 10 in the next draft w2 = 2 would follow.
    counts_of(blocks, 10, 20, 2, 30)
    give_numbers(blocks.path, drawn(SIDES))
    second = drawn({"w1": "W", "o1": "O", "w2": "O", "o2": "O"})
    release = give_numbers(blocks.path, second)
    shown = numbers(at_cut(release, blocks.open(), {ALFDORF: second}))
    assert pd.isna(shown["Raum W"]) and pd.isna(shown["Raum O"])
    assert audit(release).recovered == ()
    # Without the first draft nothing would have to be hidden.
    (blocks.path / "freigabe.parquet").unlink()
    counts_of(blocks, 10, 20, 5, 30)
    alone = give_numbers(blocks.path, second)
    assert numbers(at_cut(alone, blocks.open(), {ALFDORF: second}))["Raum W"] == 10


def test_only_one_draft_of_a_municipality_holds_numbers(blocks):
    first, second = drawn(SIDES), drawn({"w1": "A", "o1": "B", "w2": "B", "o2": "B"})
    give_numbers(blocks.path, first)
    release = give_numbers(blocks.path, second)
    current = {units for area, units in release.protection.file.membership[DRAFTS].items() if "@" not in area}
    assert current == {(UNITS["w1"],), tuple(sorted(UNITS[block] for block in ("o1", "w2", "o2")))}


def test_what_a_draft_has_shown_is_known_when_it_becomes_valid(blocks):
    draft = drawn(SIDES)
    give_numbers(blocks.path, draft)
    release = published(blocks, draft)
    membership = read_release_file(blocks.path).membership
    assert not membership.get(DRAFTS) and numbers(release)["Raum W"] == 40


def test_the_former_division_shows_what_it_showed(blocks):
    make_release(blocks.open())
    release = published(blocks, drawn(SIDES))
    before = at_cut(release, blocks.open(), {})
    assert numbers(before) == {"Alfdorf 01": 30, "Alfdorf 02": 70, "Bergstadt 01": 30, "Bergstadt 02": 30}
    never = at_cut(release, blocks.open(), {ALFDORF: drawn({"w1": "A", "o1": "B", "w2": "B", "o2": "A"})})
    assert pd.isna(numbers(never)["Raum A"]), "of ground that was never released nothing is shown"


def test_a_flag_that_depends_on_the_division_alone(blocks):
    blocks.append("county.toml", "[attention.county]", 'indicators = ["A2"]', "k = 1")
    # By quarters 50 of 200 each, as in the county; by sides 10 of 200 and 90 of 200: only the eastern one stands out.
    counts_of(blocks, 5, 45, 5, 45)
    release = published(blocks, drawn(SIDES))
    sides = before_after(at_cut(release, blocks.open(), {}), release, ALFDORF, "quartier", YEAR, "county")
    assert [side.flagged for side in sides] == [0, 1]
    east = sides[1].areas.set_index("name").loc["Raum O"]
    assert (east["verdict"], east["units"], east["supported"]) == (Verdict.OF_THIS_CUT_ALONE, 2, 0)
    assert sides[1].of_this_cut_alone == ["Raum O"] and sides[0].of_this_cut_alone == []


def test_a_block_that_is_cut_is_shared_out_and_sums_stay_whole(blocks):
    # The northern quarter's western block, 30 children in need of 100, goes by 0.3 and 0.7.
    parts = pd.DataFrame(
        [(UNITS["w1"], "W", 1.0), (UNITS["o1"], "O", 1.0), (UNITS["w2"], "W", 0.3), (UNITS["w2"], "O", 0.7),
         (UNITS["o2"], "O", 1.0)], columns=["unit", "area", "share"],
    )  # fmt: skip
    scheme = Scheme(ALFDORF, 1, "Geteilt", pd.Series({"O": "Raum O", "W": "Raum W"}), parts, cut_by=CutBy.AREA)
    release = published(blocks, scheme)
    assert numbers(release)["Raum W"] == 10 + 9 and numbers(release)["Raum O"] == 20 + 21 + 40
    assert release.table("gemeinde", "A2", YEAR)["count"].to_dict() == {ALFDORF: 100, "05999002": 60}
    assert numbers(make_release(blocks.open())) == numbers(release)
    with pytest.raises(DataError) as raised:
        give_numbers(blocks.path, replace(scheme, version=2))
    assert raised.value.problems[0].code == "scheme_draft_cut"


def test_a_block_is_never_cut_in_two_ways(blocks):
    def cut(share, version):
        parts = pd.DataFrame(
            [(unit, "W", 1.0) for unit in UNITS.values() if unit != UNITS["w2"]]
            + [(UNITS["w2"], "W", share), (UNITS["w2"], "O", 1 - share)], columns=["unit", "area", "share"],
        )  # fmt: skip
        return Scheme(ALFDORF, version, "Geteilt", pd.Series({"O": "Raum O", "W": "Raum W"}), parts)

    published(blocks, cut(0.3, 1))
    with pytest.raises(DataError) as raised:
        published(blocks, cut(0.4, 2), dt.date(2024, 1, 1))
    assert raised.value.problems[0].code == "scheme_cut_again"
    # Whole again it may be.
    assert numbers(published(blocks, drawn(SIDES, 3), dt.date(2024, 1, 1)))["Raum W"] == 40


def test_a_scheme_that_leaves_a_block_out_does_not_open(blocks):
    saved(blocks, drawn({"w1": "A", "o1": "A", "w2": "A"}, status=Status.VALID, valid_from=DAY))
    assert blocks.error_sentences() == [
        "schemes/05999001/1: In diesem Zuschnitt gehören Baublöcke zu keinem Sozialraum (1): 05999001-02-o (Block o). So kann "
        "er nicht gelten."
    ]


def test_a_county_without_base_units_cannot_be_drawn(tiny_folder):
    saved(tiny_folder, drawn(SIDES))
    assert any("Sozialräume lassen sich hier nicht zeichnen" in words for words in tiny_folder.warnings())


def test_totals_stay_where_only_the_former_areas_were_delivered(blocks):
    # 2023 was delivered by quarters alone: no new area has a number, the municipality and the county have the old ones.
    rows = [f"{quarter};2023;{measure};;{number}" for quarter, number in zip(QUARTERS, (11, 22, 33, 44), strict=True)
            for measure, number in (("ew", 500), ("ew_u15", 200), ("sgb2_u15", number))]  # fmt: skip
    blocks.append("counts.csv", *rows)
    release = published(blocks, drawn(SIDES))
    assert release.table("gemeinde", "A2", 2023)["count"].to_dict() == {ALFDORF: 33, "05999002": 77}
    assert release.table("kreis", "A2", 2023)["count"].tolist() == [110]
    own = release.hierarchy.areas("quartier")["parent"] == ALFDORF
    table = release.table("quartier", "A2", 2023)
    assert table.loc[own, "count"].isna().all() and table.loc[~own, "count"].tolist() == [33, 44]
    assert audit(release).recovered == ()
