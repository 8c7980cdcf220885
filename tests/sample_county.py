"""The shipped county, read and released once per process: for every test that only reads it."""

from functools import cache
from pathlib import Path

from monitor.folder import Folder, open_folder
from monitor.release import Release, make_release

SAMPLE = Path(__file__).resolve().parents[1] / "sample_data"


@cache
def sample_folder() -> Folder:
    return open_folder(SAMPLE)


@cache
def sample_release() -> Release:
    return make_release(sample_folder())
