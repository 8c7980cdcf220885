"""The order in which files begin: what takes longest comes first, so that no worker is left alone with it at the end.

What is marked `slow` runs where MONITOR_SLOW_TESTS=1: before a release, and after a change of what it is about.
"""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.quick_stores import quick_stores

TESTS = Path(__file__).parent
STORE = "MONITOR_STORE"  # what people enter; without it the shipped county would get a database of the tests
LONGEST = (
    "browser/test_schemes.py",
    "browser/test_attacker.py",
    "browser/test_sign_in.py",
    "browser/test_from_flag_to_report.py",
    "browser/test_map_component.py",
    "browser/test_links.py",
    "browser/test_pages.py",
    "browser/test_strategies.py",
    "browser/test_steering.py",
    "browser/test_participation.py",
    "geodata/test_scheme_upload_hostile.py",
    "pages/test_attention_page.py",
    "monitor/test_scheme_commands.py",
    "reports/test_workbook.py",
    "reports/test_reports.py",
    "reports/test_slides.py",
    "pages/test_municipality.py",
    "pages/test_participation_page.py",
    "reports/test_no_secret.py",
    "reports/test_command.py",
    "pages/test_schemes.py",
    "pages/test_steering_page.py",
    "store/test_rights.py",
    "reports/test_slides_look.py",
    "sample_data/test_areas_sample.py",
    "sample_data/test_schemes_sample.py",
    "reports/test_committee_report.py",
    "store/test_killed.py",
    "pages/test_strategies_page.py",
    "ui/sign_in/test_refusals.py",
    "monitor/test_audit.py",
    "monitor/test_former_areas.py",
    "pages/test_profile_page.py",
    "indicators/test_certainty_calibrated.py",
    "pages/test_before_after.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {TESTS / name: place for place, name in enumerate(LONGEST)}
    if not os.environ.get("MONITOR_SLOW_TESTS"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="set MONITOR_SLOW_TESTS=1"))
    items.sort(key=lambda item: places.get(item.path, len(LONGEST)))


def pytest_collection_finish() -> None:
    """What is loaded by now stays: whoever tidies up the memory later need not look at it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def store_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One for all tests of this process that look at entries without making any; it begins as the sample does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(STORE, f"sqlite:///{tmp_path_factory.mktemp('eintraege') / 'eintraege.sqlite'}")
        yield


@pytest.fixture(scope="session", autouse=True)
def every_store_is_quick() -> Iterator[None]:
    with quick_stores():
        yield
