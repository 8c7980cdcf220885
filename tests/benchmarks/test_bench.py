"""The benchmark without a browser: its areas and values, its arithmetic on pictures, its tables."""

import io

import numpy as np
import pytest
import shapely
from PIL import Image

from benchmarks.browser import Rect, step_key
from benchmarks.change import Change, median_of
from benchmarks.heap import Heap
from benchmarks.measure import REAL_PAGE, Findings
from benchmarks.pictures import cut, first_final, is_empty
from benchmarks.polygons import HEIGHT, WIDTH, cells
from benchmarks.report import case_part, goal_part, markdown, report, times
from benchmarks.sessions import Sessions
from benchmarks.targets import goals
from benchmarks.values import make_values
from benchmarks.wire import Wire


@pytest.fixture(scope="module")
def areas():
    return cells(400)


def test_areas_are_the_same_at_every_call(areas):
    again = cells(400)
    assert list(again.index) == list(areas.index)
    assert [shape.wkb for shape in again.geometry] == [shape.wkb for shape in areas.geometry]


def test_areas_fill_the_rectangle_without_gap_or_overlap(areas):
    shapes = areas.geometry.to_numpy()
    assert len(shapes) == 400
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    assert shapely.area(shapes).sum() == pytest.approx(WIDTH * HEIGHT)


def test_areas_have_as_many_vertices_as_real_ones(areas):
    # A cell has six neighbours on average (Euler), an inner border 2^5 pieces: a little less than 192 with the rim.
    vertices = shapely.get_num_coordinates(areas.geometry.to_numpy())
    assert 180 <= vertices.mean() <= 193


def test_more_areas_are_drawn_with_fewer_vertices_each():
    vertices = shapely.get_num_coordinates(cells(3000).geometry.to_numpy())
    assert 90 <= vertices.mean() <= 97  # 6 · 2^4 and the closing one


@pytest.fixture(scope="module")
def values(areas):
    return make_values(shapely.get_coordinates(shapely.centroid(areas.geometry.to_numpy())))


def test_one_area_in_seven_changes_its_class_from_year_to_year(values):
    assert 0.12 <= (values.classes[:, 1:] != values.classes[:, :-1]).mean() <= 0.18


def test_classes_are_fifths_of_all_years(values):
    for classes in values.classes:
        shares = np.bincount(classes.ravel(), minlength=5) / classes.size
        assert shares == pytest.approx([0.2] * 5, abs=0.02)


def test_neighbours_resemble_each_other(areas, values):
    shapes = areas.geometry.to_numpy()
    one, other = shapely.STRtree(shapes).query(shapes, predicate="touches")
    of_neighbours = np.corrcoef(values.values[0, -1, one], values.values[0, -1, other])[0, 1]
    assert of_neighbours > 0.4  # strangers: 0


def test_values_are_the_same_at_every_call(areas, values):
    again = make_values(shapely.get_coordinates(shapely.centroid(areas.geometry.to_numpy())))
    assert (again.values == values.values).all()


def picture(*colours):
    """Two halves; kept as JPEG and read again."""
    pixels = np.repeat(np.array(colours, dtype=np.uint8), 32, axis=0)[None].repeat(64, axis=0)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "jpeg", quality=80)
    return cut(file.getvalue(), Rect(0, 0, pixels.shape[1], 64))


RED, BLUE, GREY = (200, 30, 30), (30, 30, 200), (221, 221, 221)


def test_last_repaint_is_the_first_picture_after_which_nothing_changes():
    before, empty, after = picture(RED, RED), picture(GREY, GREY), picture(RED, BLUE)
    assert first_final([before, before, empty, after, after]) == 3
    assert first_final([before, after, before, after]) == 3  # in between the old one came back
    assert first_final([before, before]) == 0
    assert first_final([before]) == 0


def test_map_of_one_colour_is_empty():
    assert is_empty(picture(GREY, GREY))
    assert not is_empty(picture(GREY, BLUE))


def test_bytes_count_between_two_moments():
    wire = Wire()
    wire.passed += [(1.0, 10), (2.0, 200), (3.0, 3000)]
    assert wire.between(1.5, 3.0) == 3200


def test_steps_go_down_the_list_and_up_again():
    at, seen = 0, []
    for number in range(8):
        at += {"ArrowDown": 1, "ArrowUp": -1}[step_key(number, 4)]
        seen.append(at)
    assert seen == [1, 2, 3, 2, 1, 0, 1, 2]


def test_median_takes_each_part_by_itself_and_the_worst_of_empty_pictures():
    changes = [Change(0.3, 5, 9, 0), Change(0.1, 7, 8, 2), Change(0.2, 6, 7, 0)]
    assert median_of(changes) == Change(0.2, 6, 8, 2)


def test_table_is_markdown_with_numbers_to_the_right():
    assert markdown(["Karte", "kB"], [["diese App", "4,6"], ["pydeck", "8.993,0"]]) == (
        "| Karte     |      kB |\n| --------- | ------: |\n| diese App |     4,6 |\n| pydeck    | 8.993,0 |"
    )


@pytest.mark.parametrize(
    ("value", "own", "expected"),
    [(3.658, 0.098, "37 ×"), (0.12, 0.1, "1,2 ×"), (0.1, 0.1, "1,0 ×"), (1.7, 55, "0,03 ×"), (1.0, None, "–")],
)
def test_ratio_in_words(value, own, expected):
    assert times(value, own) == expected


@pytest.fixture
def found():
    """Numbers of an earlier measurement."""
    changes = {
        ("own", "400"): Change(0.098, 4.6, 4.6, 0),
        ("folium_choropleth", "400"): Change(3.658, 3100, 3101, 11),
        ("own", "158"): Change(0.091, 4.2, 5.2, 0),
        (REAL_PAGE, "158"): Change(0.2, 20, 20, 1),
        ("floor", "158"): Change(0.06, 1.7, 1.7, 0),
    }
    return Findings(
        changes, {"158": None, "11000": 0.0983}, 1.6, Sessions(0.49, {20: 0.235, 50: 0.798}), Heap(20.4, 30.0)
    )


def test_table_names_every_way_and_its_ratio(found):
    lines = case_part(found, "400").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[4:]]
    assert cells == [
        ["Sozialraum-Monitor", "0,098", "1,0 ×", "4,6", "4,6", "1,0 ×", "0"],
        ["folium.Choropleth in st_folium", "3,66", "37 ×", "3.100", "3.101", "674 ×", "11"],
        ["nur Auswahlfeld und eine Zeile", "0,060", "0,6 ×", "1,7", "1,7", "0,4 ×", "0"],
    ]


def test_goals_are_judged_by_what_was_measured(found):
    reached = {goal.words: goal.is_reached for goal in goals(found) if goal.value is not None}
    assert reached == {
        "Kennzahl wechseln, 158": True,
        "Bytes bis zum letzten Malen, 158": True,
        "Bytes bis Ruhe, mit Jahren und Texten, 158": False,  # 5.2 kB
        "mindestens so viel schneller als folium.Choropleth, 400": True,
        "leere Bilder bei einem Wechsel": False,  # one on the app's own page
        "Jahr wechseln im Browser, 11.000": True,
        "Seite Karte, erste Karte": True,
        "Wachstum des Browsers über 200 Wechsel": False,
    }


def test_what_was_not_measured_is_no_success(found):
    text = goal_part(found)
    assert [line.split("|")[-2].strip() for line in text.splitlines() if "wechseln, 11.000" in line] == [
        "nicht gemessen"
    ]


def test_report_says_everything_in_german(found):
    text = report(found)
    assert "Jahr wechseln im Browser, 158 Quartiere: noch nicht angeboten" in text
    assert "Jahr wechseln im Browser, 11.000 Gebiete: 98 ms" in text
    assert "50 Sitzungen klicken zugleich (400 Gebiete): Antwort nach 0,80 s" in text
    assert "nach 20 Wechseln 20,4 MB, nach 220 Wechseln 30,0 MB" in text
