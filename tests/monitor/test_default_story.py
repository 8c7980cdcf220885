"""The story of a county that has prepared none: only what its release can show."""

import pytest

from monitor.default_story import default_story
from monitor.release import make_release
from monitor.story import story_from_link, story_from_text, story_to_link, story_to_text

RULES = """
[attention]
rule = "county"

[attention.county]
indicators = ["A2"]
k = 1
"""
MSS = """
[attention]
rule = "mss"

[attention.mss]
status = ["A2"]
"""
ONE_LEVEL = """\
name = "Musterkreis"
genitive = "des Musterkreises"
key = "05999"
inhabitants = "ew"

[[levels]]
id = "quartier"
name = "Kreis"
plural = "Kreise"
file = "areas/quartier.geojson"

[sources.amt]
name = "Einwohnermeldeamt"
"""


@pytest.fixture
def told(tiny_folder):
    """Make the story of the tiny folder as it stands: page, title and view of each step."""

    def tell():
        story = default_story(make_release(tiny_folder.open()))
        assert story_from_text(story_to_text(story)) == story == story_from_link(story_to_link(story))
        return [(step.page, step.title, dict(step.view)) for step in story]

    return tell


def _years(tiny_folder, years):
    """The numbers of 2023 for other years instead."""
    rows = [row for row in tiny_folder.rows() if row[1] == "2023"]
    again = [(area, str(year), *rest) for year in years for area, _, *rest in rows]
    tiny_folder.write("counts.csv", tiny_folder.text([tiny_folder.rows()[0], *again]))


def test_four_steps(tiny_folder, told):
    tiny_folder.append("county.toml", RULES)
    assert told() == [
        ("uebersicht", "Der Kreis", {}),
        ("aufmerksamkeit", "Wo?", {"ebene": "quartier", "jahr": "2024", "regel": "county"}),
        ("karte", "Warum?", {"kennzahl": "A2", "jahr": "2024", "ebene": "quartier", "seite": "rangliste"}),
        ("karte", "Was hat sich verändert?", {"kennzahl": "A2", "jahr": "2024", "ebene": "quartier", "seit": "2023"}),
    ]


def test_the_rule_that_was_decided(tiny_folder, told):
    tiny_folder.append("county.toml", MSS)
    assert told()[1][2]["regel"] == "mss"


# years of the folder, pooled years → since
LOOKING_BACK = [
    (range(2015, 2025), 1, "2019"),
    (range(2015, 2025), 3, "2019"),  # 2017–2019 against 2022–2024
    (range(2015, 2025), 5, "2019"),  # 2015–2019 against 2020–2024: next to each other, without a common year
    (range(2020, 2025), 1, "2020"),
    ((2010, 2016, 2024), 1, "2016"),
    (range(2019, 2025), 3, "2021"),  # 2019–2021 against 2022–2024
]


@pytest.mark.parametrize(("years", "pool", "since"), LOOKING_BACK)
def test_about_five_years_back(tiny_folder, told, years, pool, since):
    tiny_folder.append("county.toml", RULES)
    tiny_folder.replace("catalogue.toml", "polarity = -1", f"polarity = -1\npool = {pool}")
    _years(tiny_folder, years)
    assert told()[-1][2] == {"kennzahl": "A2", "jahr": "2024", "ebene": "quartier", "seit": since}


def test_no_change_in_one_year(tiny_folder, told):
    tiny_folder.append("county.toml", RULES)
    _years(tiny_folder, [2024])
    assert [title for _, title, _ in told()] == ["Der Kreis", "Wo?", "Warum?"]


def test_no_change_between_pooled_years_that_overlap(tiny_folder, told):
    tiny_folder.append("county.toml", RULES)
    tiny_folder.replace("catalogue.toml", "polarity = -1", "polarity = -1\npool = 3")
    _years(tiny_folder, range(2020, 2025))  # 2020–2022 and 2022–2024 share 2022
    assert [title for _, title, _ in told()] == ["Der Kreis", "Wo?", "Warum?"]


def test_maps_where_there_is_no_rule(told):
    assert told() == [
        ("karte", "Der Kreis", {"kennzahl": "A2", "jahr": "2024", "ebene": "gemeinde"}),
        ("karte", "Wo?", {"kennzahl": "A2", "jahr": "2024", "ebene": "quartier", "seite": "rangliste"}),
        ("karte", "Was hat sich verändert?", {"kennzahl": "A2", "jahr": "2024", "ebene": "quartier", "seit": "2023"}),
    ]


def test_one_level_only(tiny_folder, told):
    whole = {"id": "05999001-01", "name": "Musterkreis", "corners": tiny_folder.square(0, 0)}
    tiny_folder.write_areas("areas/quartier.geojson", [whole])
    (tiny_folder.path / "areas/gemeinde.geojson").unlink()
    rows = [row for row in tiny_folder.rows() if row[0] in ("gebiet", "05999001-01")]
    tiny_folder.write("counts.csv", tiny_folder.text(rows))
    tiny_folder.write("county.toml", ONE_LEVEL + RULES)
    assert told() == [
        ("karte", "Der Kreis", {"kennzahl": "A2", "jahr": "2024", "ebene": "quartier"}),
        ("karte", "Was hat sich verändert?", {"kennzahl": "A2", "jahr": "2024", "ebene": "quartier", "seit": "2023"}),
    ]


def test_an_indicator_of_the_rule_without_numbers_is_passed_over(tiny_folder, told):
    tiny_folder.append("county.toml", RULES.replace('["A2"]', '["B1", "A2"]'))
    tiny_folder.append(
        "catalogue.toml",
        '[B1]\nname = "Betreuung"\ntheme = "Bildung"\nmethod = "proportion"\nnumerator = "betreut"',
        'numerator_name = "Betreute"\ndenominator = "ew_u15"\ndenominator_name = "Kinder"\npolarity = 1',
        'level = "quartier"\nsource = "amt"\nwhy = "Betreuung hilft."\npurpose = "Sozialplanung."',
    )
    tiny_folder.append("counts.csv", *(f"{area};2024;betreut;;." for area in ("05999001-01", "05999001-02")))
    steps = told()
    assert steps[1][2]["jahr"] == "2024"
    assert steps[2][2]["kennzahl"] == "A2"
