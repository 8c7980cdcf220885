"""The ramps of the map as people with a colour deficiency see them.

Deficiencies simulated with the matrices for complete protanopia, deuteranopia and tritanopia of Machado, Oliveira and
Fernandes (2009), IEEE TVCG 15(6), 1291–1298, table 1; differences in CIELAB (D65).
"""

import numpy as np
import pytest

from views.colours import class_colours, diverging_colours

SEEN = {
    "all colours": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = TO_XYZ.sum(axis=1)


def _lab(colour, matrix):
    rgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.asarray(matrix) @ linear, 0, 1)
    ratio = TO_XYZ @ seen / WHITE
    x, y, z = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_white_and_black_by_hand():
    assert _lab("#ffffff", np.eye(3)) == pytest.approx([100, 0, 0], abs=0.01)
    assert _lab("#000000", np.eye(3)) == pytest.approx([0, 0, 0], abs=0.01)


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("polarity", [-1, 0])
@pytest.mark.parametrize("classes", range(2, 8))
def test_classes_stay_apart_and_in_order(classes, polarity, seen):
    labs = np.array([_lab(colour, SEEN[seen]) for colour in class_colours(classes, polarity)])
    lightness = labs[:, 0]
    assert (np.diff(lightness) < -5).all()  # 2 is just noticeable side by side; 5 also across a map
    assert np.linalg.norm(np.diff(labs, axis=0), axis=1).min() > 6


def test_dark_is_unfavourable_whatever_is_good():
    unfavourable_high, favourable_high = class_colours(5, -1), class_colours(5, 1)
    assert unfavourable_high == favourable_high[::-1]


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize("polarity", [-1, 0, 1])
@pytest.mark.parametrize("classes", [3, 5, 7])
def test_changes_stay_apart_and_darken_from_the_middle(classes, polarity, seen):
    labs = np.array([_lab(colour, SEEN[seen]) for colour in diverging_colours(classes, polarity)])
    middle, lightness = classes // 2, labs[:, 0]
    assert (np.diff(lightness[: middle + 1]) > 5).all() and (np.diff(lightness[middle:]) < -5).all()
    assert np.linalg.norm(np.diff(labs, axis=0), axis=1).min() > 6
    arms = labs[:middle], labs[:middle:-1]
    assert np.linalg.norm(arms[0] - arms[1], axis=1).min() > 10  # twice what is asked of neighbours in lightness
    assert np.abs(arms[0][:, 0] - arms[1][:, 0]).max() < 7  # no arm looks the stronger one


def test_warm_is_unfavourable_whatever_is_good():
    rise_is_bad, rise_is_good = diverging_colours(5, -1), diverging_colours(5, 1)
    assert rise_is_bad == rise_is_good[::-1]
    red, _, blue = (int(rise_is_bad[-1][i : i + 2], 16) for i in (1, 3, 5))
    assert red > blue


def test_the_middle_is_the_same_in_every_number_of_classes():
    middles = {
        diverging_colours(classes, polarity)[classes // 2] for classes in (1, 3, 5, 7) for polarity in (-1, 0, 1)
    }
    assert len(middles) == 1 and diverging_colours(0, 0) == []
