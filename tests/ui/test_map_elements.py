"""The map's message, legend and elements, without a browser."""

import json
import re
from dataclasses import dataclass

import pytest

from ui.map import geometry
from ui.map.area_layer import AreaLayer
from ui.map.assets import SCRIPTS, asset_names, asset_url, script_bundle
from ui.map.compact import coded, common_ending, joined
from ui.map.legend import LegendEntry, legend_html
from ui.map.local_map import LocalMap
from ui.map.paint import AreaText, Paint
from ui.map.show import address_paint, new_click

COLOURS = ["#ffffff", "#000000"]


@dataclass(frozen=True)
class Published:
    name: str = "0123456789abcdef"
    raw: bytes = b"{}"
    gzipped: bytes = b"\x1f\x8b"
    ids: tuple[str, ...] = ("a", "b", "c")


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


# Paint


def test_paint_is_compact():
    paint = Paint(
        title="Kinderarmut 2024",
        classes="0-*",
        colours=COLOURS,
        flags="100",
        texts=[
            AreaText("31,2 %", "27,8–34,9 %", "ungünstiger als der Kreis, gesichert"),
            AreaText(reason="nicht geliefert"),
            AreaText(reason="• geheim: zu kleine Zahl"),
        ],
    )
    assert paint.message["values"] == "31,2||"
    assert paint.message["unit"] == " %"
    assert paint.message["intervals"] == "27,8–34,9||"
    assert paint.message["comparisons"] == "0--"
    assert paint.message["reasons"] == "-01"
    assert paint.message["reasonWords"] == ["nicht geliefert", "• geheim: zu kleine Zahl"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"flags": "1"}, "flags has 1"),
        ({"texts": [AreaText()]}, "texts has 1"),
        ({"classes": "012"}, "without a colour"),
        ({"classes": "0?1"}, "without a colour"),
    ],
)
def test_paint_refuses_what_does_not_fit(change, message):
    with pytest.raises(ValueError, match=message):
        Paint(**{"title": "", "classes": "010", "colours": COLOURS} | change)


def test_paint_for_other_areas_is_refused():
    with pytest.raises(ValueError, match="2 classes for 3 areas"):
        address_paint(Paint(title="", classes="01", colours=COLOURS), Published(), None, "karte")


def test_paint_names_its_geometry_and_publishes_it():
    paint = Paint(title="", classes="010", colours=COLOURS)
    address_paint(paint, Published(), None, "karte")
    assert paint.message["url"] == "../../anlagen/geo/0123456789abcdef.json"
    assert paint.message["outlines"] == ""
    assert geometry.lookup("0123456789abcdef") == (b"{}", b"\x1f\x8b")


def test_names_of_published_geometry_are_content_hashes():
    with pytest.raises(ValueError, match="16"):
        geometry.publish(Published(name="../../etc/passwd"))


# Elements


def rendered_scripts(label="Karte", **paint_changes):
    from streamlit_folium import _get_feature_group_string, _get_map_string

    area_map = LocalMap(label)
    area_map.add_child(AreaLayer("karte"))
    area_map.get_root().render()
    paint = Paint(**{"title": "t", "classes": "01", "colours": COLOURS} | paint_changes)
    return _get_map_string(area_map), _get_feature_group_string(paint, area_map)


def test_script_of_the_map_never_changes():
    assert rendered_scripts()[0] == rendered_scripts(title="anders", selected="x")[0]


def test_map_asks_only_its_own_server():
    urls = [url for _, url in LocalMap.default_js + LocalMap.default_css]
    assert len(urls) == 4
    assert all(url.startswith("../../anlagen/") for url in urls)
    assert "http" not in rendered_scripts()[0]


def test_words_cannot_leave_the_message():
    _, script = rendered_scripts(title="</script>'\"; alert(1) //")
    message = json.loads(re.search(r'areaLayers\["karte"\]\.paint\((.*)\);', script).group(1))
    assert message["title"] == "</script>'\"; alert(1) //"
    assert "</script>" not in script


def test_bundle_holds_every_script_under_a_name_of_its_content():
    folder = sorted(path.name for path in __import__("pathlib").Path(geometry.__file__).parent.glob("*.js"))
    assert sorted(SCRIPTS) == folder
    name = asset_url(".js").rsplit("/", 1)[1]
    assert re.fullmatch(r"karte-[0-9a-f]{16}\.js", name)
    assert asset_names()[name] == script_bundle()


def test_scripts_write_text_and_no_markup():
    """innerHTML would turn names of areas into code; Leaflet's `html:` is used for our own mark and elements."""
    assert b"innerHTML" not in script_bundle()
    assert b"insertAdjacentHTML" not in script_bundle()


# Clicks


@pytest.fixture
def session(monkeypatch):
    state = {}
    monkeypatch.setattr("ui.map.show.st.session_state", state)
    return state


def answer(count, area="a"):
    return {"last_object_clicked_count": count, "last_active_drawing": area and {"id": area}}


def test_click_is_reported_in_one_run_only(session):
    assert new_click(answer(1), "karte") == "a"
    assert new_click(answer(1), "karte") is None


def test_second_click_on_the_same_area_is_noticed(session):
    assert new_click(answer(1), "karte") == "a"
    assert new_click(answer(2), "karte") == "a"


def test_first_click_on_a_new_map_counts_from_one_again(session):
    assert new_click(answer(1), "karte") == "a"
    assert new_click({}, "karte") is None
    assert new_click(answer(1, "b"), "karte") == "b"


def test_two_maps_count_their_own_clicks(session):
    assert new_click(answer(1), "links") == "a"
    assert new_click(answer(1, "b"), "rechts") == "b"


# Legend


def test_legend_is_a_list_with_ranges_and_numbers():
    html = legend_html(
        [LegendEntry("bis 12,4 %", "#f2f0f7", 23), LegendEntry("geheim", areas=1, mark="hidden")],
        title="Kinderarmut",
        unit=("Quartier", "Quartiere"),
    )
    text = re.sub(r"<style>.*?</style>|<[^>]+>", "", html, flags=re.S)
    assert text == "Kinderarmutbis 12,4 % · 23 Quartieregeheim · 1 Quartier"
    assert html.count("<li>") == 2


def test_legend_escapes_and_refuses_foreign_style():
    assert "<b>" not in legend_html([LegendEntry("<b>", "#ffffff")])
    with pytest.raises(ValueError, match="colour"):
        legend_html([LegendEntry("x", "red;background:url(//x)")])
