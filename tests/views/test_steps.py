"""What a step shows, against its link parameters and against the pages that show the same."""

import pytest

from monitor.folder import open_folder
from monitor.release import make_release
from monitor.story import Step
from tests.monitor.conftest import TinyFolder, attention_settings
from ui.data import content
from views.content import content_of
from views.steps import page_link, source_of, step_maps
from views.view import View

TROISDORF = "05382068"


@pytest.fixture(scope="module")
def shown():
    return content()


def tiny(tmp_path, settings=""):
    folder = TinyFolder(tmp_path)
    if settings:
        folder.append("county.toml", settings)
    return folder


def loaded(folder):
    return content_of(make_release(open_folder(folder.path)))


def karte(**view):
    return Step("karte", "Titel", "", view)


def test_one_map_in_the_year_of_the_step(shown):
    found = step_maps(
        shown, karte(kennzahl="A2", jahr="2021", ebene="quartier", kommune=TROISDORF, gebiet="05382068-07")
    )
    [only] = found.maps
    assert (only.indicator.id, found.years[only.position], only.fixed) == ("A2", 2021, False)
    assert (found.level, found.municipality, found.selected) == ("quartier", TROISDORF, "05382068-07")
    assert found.found is None
    assert only.layer.labels[only.position] == "2021" and only.layer.name == "Kinderarmut"


def test_the_same_indicator_in_another_year(shown):
    found = step_maps(shown, karte(kennzahl="A2", jahr="2024", zweite="jahr", jahr2="2016"))
    first, second = found.maps
    assert [found.years[each.position] for each in found.maps] == [2024, 2016]
    assert second.layer is first.layer and second.fixed


def test_another_indicator_in_the_same_years(shown):
    found = step_maps(shown, karte(kennzahl="A2", jahr="2024", zweite="kennzahl", kennzahl2="G5"))
    assert [each.indicator.id for each in found.maps] == ["A2", "G5"]
    assert [len(each.layer.labels) for each in found.maps] == [len(found.years)] * 2


def test_the_shape_of_the_step_is_its_place(shown):
    tiles, ground, whole = (step_maps(shown, karte(flaeche=each)).place for each in ("kacheln", "bewohnt", "ganz"))
    assert tiles.schematic and ground.ground is not None
    assert not whole.schematic and whole.ground is None


def test_a_rule_with_its_result(shown):
    found = step_maps(shown, Step("aufmerksamkeit", "Wo?", "", {"regel": "mss", "jahr": "2023", "ebene": "quartier"}))
    assert found.found.rule.name == "mss" and found.view.year == 2023
    [only] = found.maps
    assert only.indicator is None
    flags = dict(zip(shown.ids("quartier"), only.layer.flags(only.position), strict=True))
    assert {area for area, flag in flags.items() if flag == "1"} == set(found.found.worst_first().index)


def test_how_many_rules_agree(shown):
    plain, agreed = (step_maps(shown, Step("aufmerksamkeit", "Wo?", "", view)) for view in ({}, {"einig": "1"}))
    assert len(plain.maps[0].layer.colours) == 4  # none, one, some, as many as the rule asks
    assert [entry.text for entry in agreed.maps[0].layer.legend][:4] == [
        "Keine Regel", "Eine Regel", "Zwei Regeln", "Alle drei Regeln",
    ]  # fmt: skip


def test_the_start_page_knows_only_its_own_parameters(shown):
    step = Step(
        "uebersicht", "Der Kreis", "", {"regel": "mss", "ebene": "gemeinde", "jahr": "2022", "kommune": TROISDORF}
    )
    found = step_maps(shown, step)
    assert (found.view.rule, found.level, found.view.year) == ("county", "quartier", 2022)
    assert page_link(step, found) == {"jahr": "2022", "kommune": TROISDORF}
    assert source_of(step)("regel") == ""


def test_the_link_of_a_step_makes_the_same_view_again(shown):
    step = karte(kennzahl="A2", jahr="2024", ebene="quartier", seit="2019", klassen="natural", anzahl="3", seite="ohne")
    found = step_maps(shown, step)
    link = page_link(step, found)
    assert {name: link[name] for name in step.view} == step.view
    again = step_maps(shown, Step("karte", "Titel", "", link))
    assert isinstance(again.view, View) and again.view == found.view


def test_what_does_not_exist_falls_back(shown):
    found = step_maps(shown, karte(kennzahl="Z9", jahr="1066", gebiet="nirgends"))
    assert (found.view.indicator.id, found.view.year, found.selected) == ("A1", 2024, "")


def test_without_a_rule_there_is_nothing_to_show(tmp_path):
    shown = loaded(tiny(tmp_path))
    assert step_maps(shown, Step("aufmerksamkeit", "Wo?", "", {})) is None
    assert step_maps(shown, Step("uebersicht", "Der Kreis", "", {})) is None
    assert step_maps(shown, karte()) is not None


def test_without_numbers_at_a_level_there_is_nothing_to_show(tmp_path):
    folder = tiny(tmp_path)
    text = (folder.path / "catalogue.toml").read_text(encoding="utf-8")
    folder.write("catalogue.toml", text.replace('level = "quartier"', 'level = "gemeinde"'))
    shown = loaded(folder)
    assert step_maps(shown, karte(ebene="quartier")) is None
    assert step_maps(shown, karte(ebene="gemeinde")) is not None


def test_a_rule_that_cannot_be_applied_is_shown_without_a_result(tmp_path):
    """The index of four areas that are all alike has no spread."""
    folder = tiny(tmp_path, attention_settings("", "", "", "").replace('rule = "county"', 'rule = "mss"'))
    rows = [(area, year, name, group, {"sgb2_u15": "60", "ew_u15": "200"}.get(name, value))
            for area, year, name, group, value in folder.rows()[1:]]  # fmt: skip
    folder.write("counts.csv", folder.text([folder.rows()[0], *rows]))
    found = step_maps(loaded(folder), Step("aufmerksamkeit", "Wo?", "", {"regel": "mss"}))
    assert found.found is None
    assert set(found.maps[0].layer.classes(found.maps[0].position)) == {"-"}
