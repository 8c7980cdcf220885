"""The vector picture of a map: every area in the fill of its class, hatched where hidden, marked where flagged."""

import io
import json
import re
from collections import Counter

import numpy as np
import pytest
from PIL import Image
from pyproj import Transformer

from reports.maps import report_map
from reports.projection import bounds_of, fitted, mercator
from reports.typesetting import png
from views.class_choice import ClassChoice
from views.indicator_layer import indicator_layer
from views.layer import FLAGGED, HIDDEN
from views.legend import legend_lines
from views.places import place_of

EARTH = 6378137  # metres, radius of Web Mercator


@pytest.fixture(scope="module")
def layer(shown):
    return indicator_layer(shown, "quartier", shown.release.catalogue["A2"], ClassChoice(), [2023, 2024])


@pytest.fixture(scope="module")
def drawn(shown, layer):
    return report_map(shown, layer, "quartier", 1, (500, 400))


def fills(svg):
    return Counter(re.findall(r'<path d="[^"]*" fill-rule="evenodd" fill="([^"]+)" stroke="#ffffff"', svg))


def test_the_projection_is_web_mercator():
    x, y = Transformer.from_crs(4326, 3857, always_xy=True).transform(7.2, 50.8)
    assert np.array(mercator(7.2, 50.8)) * EARTH == pytest.approx((x, y))


def test_a_picture_is_as_large_as_fits():
    square = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 1], [0, 1], [0, 0]]]}
    view = fitted(bounds_of([square]), 206, 300, margin=3)
    # 2 degrees across 200 points; 1 degree of latitude at the equator is 1.00005 as high as one of longitude
    assert (view.width, view.height) == pytest.approx((206, 106), abs=0.01)
    assert view.point(0, 1) == pytest.approx((3, 3)) and view.point(2, 0) == pytest.approx((203, 103), abs=0.01)


def test_every_class_has_as_many_areas_as_the_legend_counts(layer, drawn):
    found = fills(drawn.picture.svg)
    found.pop("none")  # outlines of flagged areas
    codes = Counter(layer.classes(1))
    assert found == {
        **{colour: codes[str(number)] for number, colour in enumerate(layer.colours)},
        **({"url(#hidden)": codes[HIDDEN]} if codes[HIDDEN] else {}),
        **({"url(#missing)": codes["-"]} if codes["-"] else {}),
    }
    counted = {line["text"]: line["counted"] for line in drawn.legend}
    for number, entry in enumerate(layer.legend[: len(layer.colours)]):
        assert counted[entry.text].split()[0] == str(codes[str(number)])


def test_flagged_areas_have_the_sign(layer, drawn):
    assert drawn.picture.svg.count("<circle cx=") - drawn.picture.svg.count('r="0.7"') == layer.flags(1).count("1")


def test_the_words_of_the_picture_are_those_of_the_legend(layer, drawn):
    for line in legend_lines(layer, 1):
        assert f"{line.text}: {line.counted}" in drawn.picture.alt
    assert "Kinderarmut in %, 2024" in drawn.picture.alt


def test_a_municipality_in_focus_counts_its_own_areas_alone(shown, layer):
    found = report_map(shown, layer, "quartier", 1, (500, 400), municipality="05382068")
    total = sum(
        int(line["counted"].split()[0]) for line in found.legend if line["mark"] in ("fill", "hidden", "missing")
    )
    assert total == 20
    assert fills(found.picture.svg)["#e9edee"] == 158 - 20


def test_an_entry_without_areas_is_left_out_unless_it_is_a_class(shown, layer):
    lines = legend_lines(layer, 1, shown=[])
    assert [line.mark for line in lines] == ["fill"] * len(layer.colours)
    assert all(line.counted == "0 Quartiere" for line in lines)
    assert not [line for line in lines if FLAGGED in line.text]


def test_classes_can_be_told_apart_in_grey(shown, layer, drawn):
    """Printed without colour: neighbouring classes differ by at least 20 of 255 steps of grey, and what is hidden is no
    even grey."""
    scale = 4
    grey = np.asarray(Image.open(io.BytesIO(png(drawn.picture.svg, scale))).convert("L"), dtype=float)
    features = json.loads(place_of(shown, "quartier").areas.raw)["features"]
    view = fitted(bounds_of(each["geometry"] for each in features), 500, 400)
    flags, codes = layer.flags(1), layer.classes(1)
    seen = {}
    for index, each in enumerate(features):
        if flags[index] == "1":
            continue  # its sign stands there
        x, y = (round(part * scale) for part in view.point(*each["properties"]["label"]))
        seen.setdefault(codes[index], []).append(grey[y - 3 : y + 4, x - 3 : x + 4])
    steps = [np.median(np.concatenate([patch.ravel() for patch in seen[str(number)]])) for number in range(5)]
    assert all(lighter - darker >= 20 for lighter, darker in zip(steps, steps[1:], strict=False)), steps
    hidden = max(patch.std() for patch in seen[HIDDEN])
    assert hidden > 20


def test_no_name_lies_over_another_one_or_beside_the_picture(drawn):
    texts = [
        (float(x), float(y), name)
        for x, y, name in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)<', drawn.picture.svg)
    ]
    assert len(texts) >= 15
    boxes = [(x - len(name) * 1.69, y - 5.2, x + len(name) * 1.69, y + 1.6) for x, y, name in texts]
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0 and right <= drawn.picture.width
        for l, t, r, b in boxes[number + 1 :]:  # noqa: E741
            assert right <= l or r <= left or bottom <= t or b <= top
