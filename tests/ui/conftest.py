"""Parts of pages are tried on pages."""

from tests.pages.conftest import components_found_once, memory_is_tidied_as_usual  # noqa: F401 fixtures
