"""The map's message, legend and elements, without a browser."""

import gzip
import json
import re
from dataclasses import dataclass, replace

import pytest

from ui.map import geometry
from ui.map.assets import HERE, SCRIPTS, asset_names, asset_url, script_bundle
from ui.map.compact import coded, common_ending, joined
from ui.map.documents import lookup
from ui.map.local_map import LocalMap
from ui.map.part import Shown, compact_texts, part_of
from ui.map.stage import Event, Stage, new_event, view_message
from views.layer import AreaText, Card, Layer, LegendEntry, YearTexts
from views.places import Place

COLOURS = ["#ffffff", "#000000"]


@dataclass(frozen=True)
class Published:
    name: str = "0123456789abcdef"
    raw: bytes = b"{}"
    gzipped: bytes = b"\x1f\x8b"
    ids: tuple[str, ...] = ("a", "b", "c")


CLASSES = ["0-*", "0-1", "1a1"]


def texts(position):
    areas = [AreaText("31,2 %", "27,8–34,9 %", "ungünstiger als der Kreis"), AreaText(reason="nicht geliefert"),
             AreaText(f"{position},0 %")]  # fmt: skip
    return YearTexts(areas, "14,0 %", "Kreis", [Card(2, ["Kinderarmut 31,2 %"])])


LAYER = Layer(
    key="test", name="Kinderarmut", heading="Kinderarmut in %", labels=["2022", "2023", "2024"], colours=COLOURS,
    legend=[LegendEntry("0a", "bis 10")], unit=("Quartier", "Quartiere"), classes=CLASSES.__getitem__, texts=texts,
    flags=lambda position: ["", "000", "101"][position],
)  # fmt: skip


def document(address):
    """What the browser gets at the address of a message."""
    return json.loads(gzip.decompress(lookup(re.search(r"/werte/(\w+)\.json$", address).group(1))))


@pytest.fixture(autouse=True)
def empty_registry(monkeypatch):
    monkeypatch.setattr(geometry, "_store", {})


# Short spellings


def test_words_travel_once_with_a_code_per_area():
    assert coded(["gleich", "", "höher", "gleich"]) == (["gleich", "höher"], "0-10")


def test_more_words_than_codes_are_refused():
    with pytest.raises(ValueError, match="62"):
        coded([str(number) for number in range(63)])


def test_shared_unit_is_written_once():
    assert joined(["31,2 %", "", "4,0 %"]) == ("31,2||4,0", " %")
    assert joined(["27,8–34,9 je 1 000", "1,0–2,0 je 1 000"]) == ("27,8–34,9 je 1 000|1,0–2,0 je 1 000", "")


def test_unit_never_takes_digits_from_the_numbers():
    assert common_ending(["31,0", "4,0"]) == ""
    assert common_ending([]) == ""
    assert common_ending(["7 %"]) == " %"


def test_values_holding_the_separator_are_refused():
    with pytest.raises(ValueError, match="separates"):
        joined(["1|2"])


# One map of a message


def shown(**changes):
    return Shown(replace(LAYER, **changes), Place(Published()), 2)


def test_a_message_holds_the_year_shown_and_addresses_of_the_rest():
    part = part_of(shown())
    assert (part["classes"], part["flags"], part["position"]) == ("1a1", "101", 2)
    assert part["url"] == "../../anlagen/geo/0123456789abcdef.json"
    assert part["outlines"] == part["ground"] == ""
    assert geometry.lookup("0123456789abcdef") == (b"{}", b"\x1f\x8b")
    series = document(part["series"])
    # "*" is two steps before "1" in the circle of 19 codes, "-" is the last one; 0 → 1 one step, "-" → "a" eleven
    assert (series["first"], series["gaps"], series["steps"]) == ("0-*", ["2", "00"], ["3", "1b"])
    assert series["flags"] == [None, [], [0, 2]]
    assert len(set(series["texts"])) == 3
    assert part["texts"] == "" and series["latest"]["values"] == "31,2||2,0"


def test_texts_of_an_earlier_year_have_their_own_address():
    part = part_of(shown()._replace(position=0))
    assert part["texts"] == document(part["series"])["texts"][0]
    assert document(part["texts"])["values"] == "31,2||0,0"


def test_classes_of_many_areas_do_not_travel_twice(monkeypatch):
    monkeypatch.setattr("ui.map.part.MOST_AT_ONCE", 2)
    part = part_of(shown(key="many areas"))
    assert part["classes"] == part["flags"] == ""
    series = document(part["series"])
    assert series["first"] == "0-*" and series["latest"] is None
    assert document(part["texts"])["values"] == "31,2||2,0"


def test_texts_are_compact():
    found = compact_texts(texts(2))
    assert (found["values"], found["unit"], found["whole"]) == ("31,2||2,0", " %", "14,0")
    assert (found["intervals"], found["intervalUnit"]) == ("27,8–34,9||", " %")
    assert (found["comparisons"], found["comparisonWords"]) == ("0--", ["ungünstiger als der Kreis"])
    assert (found["reasons"], found["reasonWords"]) == ("-0-", ["nicht geliefert"])
    assert found["cards"] == [[2, ["Kinderarmut 31,2 %"]]]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"flags": lambda _: "1"}, "flags has 1"),
        ({"classes": lambda _: "01"}, "classes has 2 entries for 3 areas"),
        ({"classes": lambda _: "012"}, "without a colour"),
        ({"classes": lambda _: "01c"}, "without a colour"),
    ],
)
def test_a_map_refuses_what_does_not_fit(changes, message):
    with pytest.raises(ValueError, match=message):
        part_of(shown(**changes))


def test_two_maps_need_the_same_areas_and_years():
    other = Shown(LAYER, Place(Published(ids=("a", "c", "b"))), 0)
    with pytest.raises(ValueError, match="same areas"):
        view_message([shown(), other], years=["1", "2", "3"])
    with pytest.raises(ValueError, match="2 positions"):
        view_message([shown()], years=["1", "2"])


def test_a_document_that_nobody_offered_is_not_there():
    assert lookup("0" * 32) is None


def test_names_of_published_geometry_are_content_hashes():
    with pytest.raises(ValueError, match="16"):
        geometry.publish(Published(name="../../etc/passwd"))


# Elements


def rendered_scripts(label="Karte", selected="", **changes):
    from streamlit_folium import _get_feature_group_string, _get_map_string

    area_map = LocalMap(label)
    area_map.get_root().render()
    message = view_message([shown(**changes)], years=["1", "2", "3"], selected=selected)
    return _get_map_string(area_map), _get_feature_group_string(Stage(message), area_map)


def test_script_of_the_map_never_changes():
    assert rendered_scripts()[0] == rendered_scripts(name="anders", selected="x")[0]


def test_map_asks_only_its_own_server():
    urls = [url for _, url in LocalMap.default_js + LocalMap.default_css]
    assert len(urls) == 2
    assert all(url.startswith("../../anlagen/") for url in urls)
    assert "http" not in rendered_scripts()[0]


def test_words_cannot_leave_the_message():
    _, script = rendered_scripts(name="</script>'\"; alert(1) //")
    message = json.loads(re.search(r"\.stage\.show\((.*)\);", script).group(1))
    assert message["maps"][0]["name"] == "</script>'\"; alert(1) //"
    assert "</script>" not in script


def test_bundle_holds_every_script_under_a_name_of_its_content():
    folder = sorted(path.name for path in __import__("pathlib").Path(geometry.__file__).parent.glob("*.js"))
    assert sorted(SCRIPTS) == folder
    name = asset_url(".js").rsplit("/", 1)[1]
    assert re.fullmatch(r"karte-[0-9a-f]{16}\.js", name)
    assert asset_names()[name] == script_bundle()


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_write_text_and_no_markup(name):
    """innerHTML would turn names of areas into code; Leaflet's `html:` is used for our own mark and elements."""
    script = (HERE / name).read_bytes()
    assert b"innerHTML" not in script
    assert b"insertAdjacentHTML" not in script


# Events


@pytest.fixture
def session(monkeypatch):
    state = {}
    monkeypatch.setattr("ui.map.stage.st.session_state", state)
    return state


def answer(number, area="a"):
    return {"area": area, "number": number}


def test_an_event_is_reported_in_one_run_only(session):
    assert new_event(answer(1), "karte") == Event("area", "a")
    assert new_event(answer(1), "karte") is None


def test_a_second_click_on_the_same_area_is_noticed(session):
    assert new_event(answer(1), "karte") == new_event(answer(2), "karte") == Event("area", "a")


def test_a_new_frame_may_number_its_events_as_an_old_one_did(session):
    assert new_event(answer(1), "karte") == Event("area", "a")
    assert new_event({}, "karte") is None
    assert new_event(answer(1, "b"), "karte") == Event("area", "b")


def test_two_frames_number_their_own_events(session):
    assert new_event(answer(1), "links") == Event("area", "a")
    assert new_event(answer(1, "b"), "rechts") == Event("area", "b")


def test_years_and_steps_are_events_and_nothing_else_is(session):
    assert new_event({"year": "2018", "number": 1}, "karte") == Event("year", "2018")
    assert new_event({"step": "2", "number": 2}, "karte") == Event("step", "2")
    assert new_event({"rm": "-rf", "number": 3}, "karte") is None
