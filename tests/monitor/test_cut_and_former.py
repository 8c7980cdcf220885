"""A block that is cut from now on: the areas it was part of before stay known."""

import pandas as pd

from geodata.scheme import Scheme
from indicators.signs import Sign
from monitor.audit import How, What, audit
from monitor.memberships import former_areas
from monitor.release import at_cut, make_release
from monitor.release_file import read_release_file, write_release_file
from monitor.scheme_publish import give_numbers
from tests.monitor.test_audit import _shown
from tests.monitor.test_divisions import counts_of
from tests.monitor.test_schemes import ALFDORF, SIDES, UNITS, blocks, drawn, numbers, published, saved  # noqa: F401 a fixture


def test_the_sum_it_was_part_of_is_not_forgotten(blocks):  # noqa: F811
    # The first quarter was 10 + 2 = 12 children in need. Were both halves of the 10 shown, 12 − 5 − 5 = 2 would follow.
    counts_of(blocks, 10, 2, 30, 40)
    write_release_file(blocks.path, make_release(blocks.open()).protection.file)
    parts = pd.DataFrame(
        [(UNITS["w1"], "A", 0.5), (UNITS["w1"], "B", 0.5), (UNITS["o1"], "C", 1.0), (UNITS["w2"], "C", 0.5),
         (UNITS["w2"], "D", 0.5), (UNITS["o2"], "D", 1.0)], columns=["unit", "area", "share"],
    )  # fmt: skip
    release = published(blocks, Scheme(ALFDORF, 1, "Geteilt", pd.Series(dict(zip("ABCD", "ABCD", strict=True))), parts))
    signs = numbers(release, "sign")
    assert Sign.SHOWN not in {signs["A"], signs["B"]}
    assert audit(release).recovered == ()
    # The municipality is the same ground as before, and no former one.
    assert list(former_areas(read_release_file(blocks.path).membership)) == ["quartier"]
    assert make_release(blocks.open()).protection.stored
    # Shown all the same, the 5 of B is the other half of A as well.
    names = list(release.hierarchy.areas("quartier")["name"])
    recovered = audit(_shown(release, "quartier", names.index("B"), 5, 50)).recovered
    assert {(each.what, each.how, each.areas) for each in recovered} == {
        (What.HIDDEN, How.ELIMINATION, (area,)) for area in ("A", "C")
    }


def test_a_draft_of_whole_blocks_holds_numbers_where_a_block_was_cut(blocks):  # noqa: F811
    # 10 goes by halves; the draft has it whole again: 10 + 30 and 20 + 40.
    counts_of(blocks, 10, 20, 30, 40)
    parts = pd.DataFrame(
        [(UNITS["w1"], "A", 0.5), (UNITS["w1"], "B", 0.5), (UNITS["o1"], "A", 1.0), (UNITS["w2"], "B", 1.0),
         (UNITS["o2"], "B", 1.0)], columns=["unit", "area", "share"],
    )  # fmt: skip
    assert numbers(published(blocks, Scheme(ALFDORF, 1, "Geteilt", pd.Series({"A": "A", "B": "B"}), parts)))["A"] == 25
    draft = drawn(SIDES, 2)
    saved(blocks, draft)
    release = give_numbers(blocks.path, draft)
    assert audit(release).recovered == ()
    shown = numbers(at_cut(release, blocks.open(), {ALFDORF: draft}))
    assert (shown["Raum W"], shown["Raum O"]) == (40, 60)
