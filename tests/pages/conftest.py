"""Pages as Streamlit runs them, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.unexpected import UNEXPECTED

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def open_page(monkeypatch):
    """open_page("karte", kennzahl="A2") → the page after its first run, as a link would open it."""
    monkeypatch.delenv("MONITOR_DATA", raising=False)

    def opened(page, **link):
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
