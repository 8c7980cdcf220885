"""Headers, language and files of the server, asked as an ASGI app without network or browser."""

import asyncio
import gzip
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route
from streamlit import net_util
from streamlit.web.server import server_util

from ui.map import documents, geometry
from ui.map.assets import asset_names
from ui.server import preload
from ui.server.headers import EXCEPTION_HANDLERS, SECURITY_HEADERS, SecurityHeaders
from ui.server.language import GermanDocuments
from ui.server.no_lookups import forbid_address_lookup
from ui.server.routes import FAVICON, routes

ENGLISH = '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body><noscript>You need</noscript>'
NAME = "0123456789abcdef"
GEOJSON = b'{"type":"FeatureCollection","features":[]}'


def document(request):
    return HTMLResponse(ENGLISH + " " * 1000, headers={"ETag": '"english"'})


def fault(request):
    raise RuntimeError("inner words")


@pytest.fixture
def app(monkeypatch):
    monkeypatch.setattr(geometry, "_store", {NAME: geometry.StoredGeometry(GEOJSON, gzip.compress(GEOJSON))})
    return make_app("")


def make_app(base):
    others = [Route("/data.json", lambda request: JSONResponse({})), Route("/fault", fault), Route("/karte", document)]
    middleware = [Middleware(SecurityHeaders), Middleware(GermanDocuments), Middleware(GZipMiddleware)]
    return Starlette(routes=routes(base) + others, middleware=middleware, exception_handlers=EXCEPTION_HANDLERS)


def ask(app, path, method="GET", **headers):
    """Status, headers and body of one request."""
    sent = []
    raw_headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b"",
             "headers": raw_headers, "http_version": "1.1", "scheme": "http", "server": ("127.0.0.1", 80)}  # fmt: skip

    requests = [{"type": "http.request", "body": b""}]

    async def receive():
        return requests.pop() if requests else await asyncio.Event().wait()  # the client stays connected

    async def send(message):
        sent.append(message)

    async def call():
        with suppress(RuntimeError):  # Starlette answers a fault and then raises it for the log
            await app(scope, receive, send)

    with ThreadPoolExecutor(1) as pool:  # a thread of its own: browser tests leave an event loop in this one
        pool.submit(lambda: asyncio.run(call())).result()
    found = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize("path", ["/karte", "/fault", "/nothing", f"/anlagen/geo/{NAME}.json"])
def test_every_answer_carries_the_security_headers(app, path):
    _, headers, _ = ask(app, path)
    assert {name.lower(): value for name, value in SECURITY_HEADERS.items()}.items() <= headers.items()


def test_numbers_for_a_script_may_load_nothing_at_all(app):
    _, headers, _ = ask(app, "/data.json")
    assert headers["content-security-policy"] == "default-src 'none'"
    assert headers["x-content-type-options"] == "nosniff"


def test_policy_names_no_other_host():
    policy = SECURITY_HEADERS["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert not {"http:", "https:", "*"} & set(policy.replace(";", " ").split())
    assert "." not in policy


def test_fault_is_answered_in_german_without_inner_words(app):
    status, _, body = ask(app, "/fault")
    assert status == 500
    assert "Der Server hat einen Fehler gemacht." in body.decode()
    assert b"inner words" not in body


def test_document_is_german_also_for_a_browser_that_takes_gzip(app):
    _, headers, body = ask(app, "/karte", accept_encoding="gzip", if_none_match='"english"')
    assert b'<html lang="de"' in body
    assert b"<title>Sozialraum-Monitor</title>" in body
    assert b"You need" not in body
    assert int(headers["content-length"]) == len(body)
    assert "etag" not in headers


def test_data_stay_compressed(app):
    stored = ask(app, f"/anlagen/geo/{NAME}.json", accept_encoding="gzip, br")
    assert stored[1]["content-encoding"] == "gzip"
    assert gzip.decompress(stored[2]) == GEOJSON


def test_geometry_is_kept_for_ever(app):
    status, headers, body = ask(app, f"/anlagen/geo/{NAME}.json")
    assert (status, body) == (200, GEOJSON)
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["vary"] == "Accept-Encoding"
    assert headers["content-type"] == "application/geo+json"


@pytest.mark.parametrize("name", ["fedcba9876543210", "..", "0"])
def test_unknown_geometry_is_not_found(app, name):
    assert ask(app, f"/anlagen/geo/{name}.json")[0] == 404


def test_documents_are_made_once_and_kept_by_the_browser_alone(app):
    made = []
    address = documents.offer(("a key", 1), lambda: made.append(1) or {"wert": "31,2 %"})
    path = address.replace("../..", "")
    for _ in range(2):
        status, headers, body = ask(app, path)
        assert (status, body.decode()) == (200, '{"wert":"31,2 %"}')
        assert headers["cache-control"].startswith("private, ")
    status, headers, body = ask(app, path, accept_encoding="gzip")
    assert gzip.decompress(body) == b'{"wert":"31,2 %"}' and headers["content-encoding"] == "gzip"
    assert made == [1]


def test_an_address_of_a_document_cannot_be_worked_out(app, monkeypatch):
    address = documents.offer(("a key", 1), dict)
    monkeypatch.setattr(documents, "_SECRET", b"another process.")
    assert documents.offer(("a key", 1), dict) != address
    assert ask(app, "/anlagen/werte/00000000000000000000000000000000.json")[0] == 404


def test_leaflet_and_the_scripts_of_the_map_are_served(app):
    for path in ["vendor/leaflet-1.9.4/leaflet.js", *(f"karte/{name}" for name in asset_names())]:
        status, headers, body = ask(app, f"/anlagen/{path}")
        assert status == 200, path
        assert len(body) > 1000
        assert "immutable" in headers["cache-control"]


def test_paths_out_of_the_folder_are_not_found(app):
    assert ask(app, "/anlagen/../app.py")[0] == 404


def test_files_lie_below_the_base_path(monkeypatch):
    app = make_app("/sozialatlas/")
    assert ask(app, "/sozialatlas/anlagen/vendor/leaflet-1.9.4/leaflet.css")[0] == 200
    assert ask(app, "/anlagen/vendor/leaflet-1.9.4/leaflet.css")[0] == 404


def test_streamlit_looks_up_nothing_on_the_internet(monkeypatch):
    """Without this, a WebSocket of another origin makes it ask checkip.amazonaws.com for its own address."""
    asked = []
    monkeypatch.setattr(net_util, "_make_blocking_http_get", lambda url, timeout=5: asked.append(url))
    monkeypatch.setattr(net_util, "get_external_ip", net_util.get_external_ip)  # restored afterwards
    forbid_address_lookup()
    assert not server_util.is_url_from_allowed_origins("http://elsewhere.example")
    assert asked == []


def test_icon_is_our_own(app):
    status, headers, body = ask(app, "/favicon.png")
    assert (status, headers["content-type"]) == (200, "image/png")
    assert body == FAVICON.read_bytes()


def test_fault_while_preloading_does_not_stop_the_server(monkeypatch, caplog):
    called = []
    monkeypatch.setattr(preload, "PRELOADED", [lambda: 1 / 0, lambda: called.append(1)])
    preload.preload_all()
    assert called == [1]
    assert "ZeroDivisionError" in caplog.text


def test_starting_the_server_does_not_import_the_component():
    """streamlit-folium imported before a script runs would answer 404 for good."""
    code = "import sys, app; import ui.server.preload as p; p.import_libraries(); "
    code += "print('streamlit_folium' in sys.modules)"
    root = FAVICON.parents[1]
    result = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert result.stdout.strip().endswith("False")
