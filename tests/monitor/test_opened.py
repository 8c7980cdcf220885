"""A folder is read again when its files change, and only then."""

import numpy as np
import pytest

from monitor.folder import open_folder
from monitor.opened import opened
from monitor.scheme_folder import FolderSchemes
from problem import DataError
from tests.monitor.test_divisions import counts_of, divided  # noqa: F401
from tests.monitor.test_schemes import ALFDORF, SIDES, blocks, drawn  # noqa: F401


@pytest.fixture
def folder(blocks):  # noqa: F811
    opened(blocks.path)
    return blocks


def test_what_has_not_changed_is_not_read_again(folder):
    assert opened(folder.path).read is opened(folder.path).read


def test_changed_counts_are_read(folder):
    before = opened(folder.path)
    counts_of(folder, 10, 20, 30, 45)  # 5 more in the last of Alfdorf's blocks
    now = opened(folder.path)
    assert np.nansum(now.counts.values) - np.nansum(before.counts.values) == 5


def test_a_delivery_with_a_mistyped_name_is_told(folder):
    (folder.path / "count.csv").write_text("x", encoding="utf-8")
    assert "file_not_read" in {problem.code for problem in opened(folder.path).problems}


def test_schemes_are_as_they_are_kept(folder):
    FolderSchemes(folder.path).save(drawn(SIDES), "Stadt Alfdorf", "gezeichnet", 0)
    now = opened(folder.path)
    assert [scheme.municipality for scheme in now.schemes] == [ALFDORF]
    assert now.problems == open_folder(folder.path).problems


def test_a_folder_that_has_gone_is_told(tmp_path):
    with pytest.raises(DataError):
        opened(tmp_path / "none")


def test_a_changed_division_is_read(divided):  # noqa: F811
    before = opened(divided.path)
    divided.replace("schemes/raum.csv", "05999001-02-o;R2;Rand", "05999001-02-o;R2;Ende")
    assert opened(divided.path).read is not before.read
