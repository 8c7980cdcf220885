"""A county's own base map: nobody is asked until somebody switches it on, then only the host that is named."""

from __future__ import annotations

import base64
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.app_page import AppPage
from tests.browser.chromium import ROOT, running

pytestmark = pytest.mark.finer

A_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def tiles() -> Iterator[tuple[str, list[str]]]:
    """Address of a server of pictures on this machine, and the paths it was asked for."""
    asked: list[str] = []

    class Pictures(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(A_PIXEL)

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pictures)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


@pytest.fixture
def with_base_map(tiles: tuple[str, list[str]], tmp_path: Path, monkeypatch: Any) -> Iterator[str]:
    """The app on a copy of the sample whose county.toml names the server of pictures."""
    folder = tmp_path / "daten"
    shutil.copytree(ROOT / "sample_data", folder, ignore=shutil.ignore_patterns("making", "__pycache__", "*.py"))
    section = (
        f'\n[basemap]\nkind = "wms"\nurl = "{tiles[0]}/wms"\nlayers = "karte"\n'
        'name = "Probekarte"\nattribution = "Amt für Proben"\n'
    )
    with (folder / "county.toml").open("a", encoding="utf-8") as file:
        file.write(section)
    monkeypatch.setenv("MONITOR_DATA", str(folder))
    with running(ROOT / "app.py") as address:
        yield address


def test_nobody_is_asked_before_it_is_switched_on(with_base_map: str, tiles: tuple[str, list[str]], page: Any) -> None:
    address, asked = tiles
    app = AppPage(page, with_base_map).open("karte?kennzahl=A2")
    assert asked == []
    page.get_by_role("button", name="Fläche").click()
    expect(page.get_by_text(f"lädt Bilder von {address.removeprefix('http://')}")).to_be_visible()
    page.get_by_text("Grundkarte: Probekarte").click()
    expect(app.frame.locator(".map-attribution")).to_have_text("Amt für Proben")
    expect(app.frame.locator("img.leaflet-tile-loaded").first).to_be_attached()
    assert asked and all(path.startswith("/wms?") and "layers=karte" in path.lower() for path in asked)
    assert "grundkarte=1" in page.url
    page.get_by_text("Grundkarte: Probekarte").click()
    expect(app.frame.locator("img.leaflet-tile")).to_have_count(0)
    assert "grundkarte" not in page.url
