"""What readers put together from several releases; each by hand. Alfdorf's quarters have 15 of 150 and 60 of 300 children in
need, Bergstadt's 40 of 200 and 20 of 80, in 2023 and 2024."""

import pytest

from indicators.signs import Sign
from monitor.audit import audit
from monitor.cli import main
from monitor.release import make_release
from monitor.release_file import read_release_file
from tests.monitor.conftest import QUARTERS, counts_rows
from tests.monitor.test_divisions import counts_of
from tests.monitor.test_schemes import ALFDORF, UNITS, blocks, drawn, published  # noqa: F401 a fixture
from tests.monitor.test_schemes import YEAR as DRAWN
from tests.monitor.test_unplaced import declared

FIRST, SECOND = QUARTERS[:2]


def with_numbers(folder, changed, years=(2023, 2024)):
    """changed: (area, year, measure) → number; the rest as in the module's words. A release follows and is stored."""
    rows = [(area, int(year), measure, group, number) for area, year, measure, group, number in counts_rows()[1:]]
    lines = [
        f"{area};{year};{measure};{group};{changed.get((area, year, measure), number)}"
        for area, year, measure, group, number in rows if year in years
    ]  # fmt: skip
    folder.write("counts.csv", "\n".join(["gebiet;jahr;merkmal;gruppe;wert", *lines]) + "\n")
    return released(folder)


def released(folder):
    assert main(["release", str(folder.path)]) == 0
    return make_release(folder.open())


def shown(release, year=2024, level="quartier", what="count"):
    return release.table(level, "A2", year)[what].dropna().to_dict()


def everywhere(folder, old, new, *files):
    for file in files:
        folder.write(file, (folder.path / file).read_text("utf-8").replace(old, new))


RENAMED = {
    "an area": lambda each: everywhere(each, FIRST, f"{FIRST}a", "counts.csv", "areas/quartier.geojson"),
    "all areas": lambda each: everywhere(each, "-0", "-Q0", "counts.csv", "areas/quartier.geojson"),
    "the years": lambda each: [everywhere(each, f";{year};", f";{year + 1};", "counts.csv") for year in (2024, 2023)],
    "the level": lambda each: everywhere(each, '"quartier"', '"sozialraum"', "county.toml", "catalogue.toml"),
}


@pytest.mark.parametrize("what", RENAMED)
def test_the_same_numbers_of_other_names_are_another_release(tiny_folder, what):
    small = {(FIRST, year, "sgb2_u15"): 2 for year in (2023, 2024)}
    assert list(shown(with_numbers(tiny_folder, small))) == list(QUARTERS[2:])
    RENAMED[what](tiny_folder)
    release = make_release(tiny_folder.open())
    level, year = release.finest.id, release.years[-1]
    assert sorted(shown(release, year, level).values()) == [20, 40]


def test_pooled_years_stay_known_when_single_ones_are_shown(tiny_folder):
    # 2 + 10 = 12 is shown for two years together. Were the 10 of 2024 shown later, 2 would follow.
    pooled = "[A2]\npool = 2\n"
    tiny_folder.replace("catalogue.toml", "[A2]\n", pooled)
    few = {(FIRST, 2023, "sgb2_u15"): 2, (FIRST, 2024, "sgb2_u15"): 10}
    assert shown(with_numbers(tiny_folder, few))[FIRST] == 12
    tiny_folder.replace("catalogue.toml", pooled, "[A2]\n")
    release = released(tiny_folder)
    assert FIRST not in shown(release, 2023) and FIRST not in shown(release, 2024)
    assert make_release(tiny_folder.open()).protection.stored


def test_of_a_known_count_the_corrected_base_is_hidden(tiny_folder):
    # 147 of 150 are shown; that it is 147 of 149 now would tell of the 2 others.
    many = {(FIRST, 2024, "sgb2_u15"): 147}
    assert shown(with_numbers(tiny_folder, many))[FIRST] == 147
    release = with_numbers(tiny_folder, {**many, (FIRST, 2024, "ew_u15"): 149})
    bases = shown(release, what="base")
    assert FIRST not in shown(release) and FIRST not in bases
    # Nor may it follow from the municipality's and the other quarter's.
    assert SECOND not in bases or ALFDORF not in shown(release, level="gemeinde", what="base")


def test_what_was_hidden_is_not_forgotten_where_a_year_is_missing_for_once(tiny_folder):
    # 2 and 60 are hidden. After a delivery without 2023 they still are, whatever else is corrected when it comes back.
    small = {(FIRST, 2023, "sgb2_u15"): 2}
    with_numbers(tiny_folder, small)
    with_numbers(tiny_folder, small, years=(2024,))
    cells = read_release_file(tiny_folder.path).cells
    kept = cells[(cells["year"] == 2023) & (cells["measure"] == "sgb2_u15") & cells["number"].isna()]
    assert set(kept["area"]) == {FIRST, SECOND} and not kept["shown"].any()
    release = with_numbers(tiny_folder, {**small, (QUARTERS[2], 2023, "sgb2_u15"): 41})
    assert FIRST not in shown(release, 2023) and SECOND not in shown(release, 2023)


def test_that_a_whole_was_its_parts_once_is_remembered(blocks):  # noqa: F811
    # Blocks of 1, 1 | 1, 59: quarters of 2 and 60, both hidden, Alfdorf 62. Then Alfdorf delivers 82, and nobody knows of 20
    # where they live. Then 1 + 1 + 59 = 61 and 1 are drawn: 62 - 61 = 1.
    counts_of(blocks, 1, 1, 1, 59)
    declared(blocks)
    assert ALFDORF in shown(released(blocks), DRAWN, "gemeinde")
    blocks.append("counts.csv", f"{ALFDORF};{DRAWN};sgb2_u15;;82", f"{ALFDORF};{DRAWN};ew_u15;;500")
    assert shown(released(blocks), DRAWN, "gemeinde")[ALFDORF] == 82
    release = published(blocks, drawn({"w1": "X", "o1": "X", "w2": "Y", "o2": "X"}))
    signs = release.table("quartier", "A2", DRAWN)["sign"]
    assert signs[[area for area in signs.index if area.startswith(ALFDORF)]].ne(Sign.SHOWN).all()
    assert audit(release).recovered == ()


def test_where_nobody_lives_everybody_knows_it(blocks):  # noqa: F811
    # Inhabitants 0, 30 | 2, 30: quarters of 30 and 32. Then 30 + 2 = 32 and 0 + 30 = 30 are drawn: 32 - 30 = 2 - 0, and the map
    # of inhabited ground says where the 0 is.
    counts_of(blocks, 10, 20, 30, 40)
    people = dict(zip(UNITS.values(), (0, 30, 2, 30), strict=True))
    lines = (blocks.path / "counts.csv").read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(ALFDORF)]
    blocks.write(
        "counts.csv", "\n".join([*kept, *(f"{unit};{DRAWN};ew;;{number}" for unit, number in people.items())]) + "\n"
    )
    release = released(blocks)
    assert list(release.uninhabited) == [UNITS["w1"]]
    assert sorted(release.inhabitants("quartier", DRAWN)[[FIRST, SECOND]]) == [30, 32]
    release = published(blocks, drawn({"w1": "Y", "o1": "X", "w2": "X", "o2": "Y"}))
    told = release.inhabitants("quartier", DRAWN)
    assert told[[area for area in told.index if area.startswith(ALFDORF)]].isna().all()


def test_what_was_left_of_the_county_binds_as_well(tiny_folder):
    # Nothing is left at first, then 3 of the county. Then one more is left of Bergstadt, 61 in place of 60: it is hidden, and
    # were the county shown, 140 - 76 - 3 = 61 would follow.
    declared(tiny_folder)
    tiny_folder.replace("counts.csv", "05999001-01;2024;sgb2_u15;;15\n", "05999001-01;2024;sgb2_u15;;16\n")
    released(tiny_folder)
    plain = (tiny_folder.path / "counts.csv").read_text("utf-8")
    first = "05999;2024;sgb2_u15;;139\n05999;2024;ew_u15;;750\n"
    tiny_folder.write("counts.csv", plain + first)
    assert shown(released(tiny_folder), level="kreis") == {"05999": 139}
    then = "05999;2024;sgb2_u15;;140\n05999;2024;ew_u15;;755\n05999002;2024;sgb2_u15;;61\n05999002;2024;ew_u15;;285\n"
    tiny_folder.write("counts.csv", plain + then)
    release = released(tiny_folder)
    assert "05999002" not in shown(release, level="gemeinde") and not shown(release, level="kreis")
