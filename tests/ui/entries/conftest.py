import pytest

from tests.pages.conftest import components_found_once  # noqa: F401
from tests.ui.entries.entry_page import own_store


@pytest.fixture
def store(tmp_path, monkeypatch):
    return own_store(tmp_path, monkeypatch)
