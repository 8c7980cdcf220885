"""The order in which files begin: what takes longest comes first, so that no worker is left alone with it at the end.

What is marked `slow` runs where MONITOR_SLOW_TESTS=1: before a release, and after a change of what it is about.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
STORE = "MONITOR_STORE"  # what people enter; without it the shipped county would get a database of the tests
LONGEST = (
    "browser/test_schemes.py",
    "browser/test_attacker.py",
    "geodata/test_scheme_upload_hostile.py",
    "monitor/test_scheme_commands.py",
    "pages/test_attention_page.py",
    "sample_data/test_schemes_sample.py",
    "pages/test_municipality.py",
    "pages/test_schemes.py",
    "indicators/test_certainty_calibrated.py",
    "pages/test_before_after.py",
    "monitor/test_audit.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {TESTS / name: place for place, name in enumerate(LONGEST)}
    if not os.environ.get("MONITOR_SLOW_TESTS"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="set MONITOR_SLOW_TESTS=1"))
    items.sort(key=lambda item: places.get(item.path, len(LONGEST)))


@pytest.fixture(scope="session", autouse=True)
def store_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One for all tests of this process that look at entries without making any; it begins as the sample does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(STORE, f"sqlite:///{tmp_path_factory.mktemp('eintraege') / 'eintraege.sqlite'}")
        yield
