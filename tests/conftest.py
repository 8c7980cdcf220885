"""The order in which files begin: what takes longest comes first, so that no worker is left alone with it at the end.

What is marked `slow` runs where MONITOR_SLOW_TESTS=1: before a release, and after a change of what it is about.
"""

import os
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
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
