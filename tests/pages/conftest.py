"""Pages as Streamlit runs them, without a browser."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from ui.unexpected import UNEXPECTED

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session", autouse=True)
def components_found_once() -> Iterator[None]:
    """For every page that is opened Streamlit looks through all packages; what is installed stays the same meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session", autouse=True)
def memory_is_tidied_as_usual() -> Iterator[None]:
    """After every run of a page Streamlit looks at all objects there are; Python does so by itself, and less often."""
    before = config.get_option("runner.postScriptGC")
    config.set_option("runner.postScriptGC", False)
    yield
    config.set_option("runner.postScriptGC", before)


@pytest.fixture
def open_page(monkeypatch):
    """open_page("karte", kennzahl="A2") → the page after its first run, as a link would open it. folder: of other data.

    Without a folder those of MONITOR_DATA are shown where the test has set it, else the sample.
    """
    monkeypatch.delenv("MONITOR_DATA", raising=False)

    def opened(page, folder=None, **link):
        if folder is not None:
            monkeypatch.setenv("MONITOR_DATA", str(folder))
        app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
        for name, value in link.items():
            app.query_params[name] = value
        app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
        assert UNEXPECTED not in [error.value for error in app.error]
        return app

    return opened


def texts(app):
    """Everything written on the page as one text."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.warning, app.error)
    return "\n".join(element.value for kind in kinds for element in kind)
