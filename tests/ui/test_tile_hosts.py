"""The Content-Security-Policy with a base map: pictures from exactly the configured hosts, nothing else changes."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from monitor import county_file
from ui.data import FOLDER_VARIABLE, ROOT
from ui.server import tile_hosts as tile_hosts_module
from ui.server.headers import SECURITY_HEADERS, SecurityHeaders, security_headers
from ui.server.tile_hosts import tile_hosts

# As it was before a county could configure a map of its own.
WITHOUT = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
COUNTY = """
name = "Musterkreis"
key = "05999"
[[levels]]
id = "kreis"
name = "Kreis"
plural = "Kreise"
file = "areas/kreis.geojson"
[sources.amt]
name = "Amt"
"""
BASE = """
[basemap]
kind = "wms"
url = "https://Geodienste.example.de/wms"
layers = "grau"
name = "Grau"
attribution = "© Amt"
"""
OVERLAY = """
[overlay]
kind = "xyz"
url = "http://127.0.0.1:8123/{z}/{x}/{y}.png"
name = "Wege"
attribution = "© Amt"
"""
BASE_HOST, OVERLAY_HOST = "https://geodienste.example.de", "http://127.0.0.1:8123"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))

    def written(*sections):
        (tmp_path / "county.toml").write_text("".join(sections), encoding="utf-8")

    return written


def policy_sent():
    """The policy of an answer of a server that starts now."""
    sent = []

    async def inner(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def keep(message):
        sent.append(message)

    with ThreadPoolExecutor(1) as pool:  # a thread of its own: browser tests leave an event loop in this one
        pool.submit(lambda: asyncio.run(SecurityHeaders(inner)({"type": "http"}, None, keep))).result()
    headers = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return headers["content-security-policy"]


def test_without_configuration_nothing_has_changed(folder):
    folder(COUNTY)
    assert SECURITY_HEADERS["Content-Security-Policy"] == WITHOUT
    assert policy_sent() == WITHOUT


def test_the_sample_asks_no_other_host(monkeypatch):
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert (ROOT / "sample_data" / "county.toml").is_file()
    assert policy_sent() == WITHOUT


def test_only_pictures_come_from_the_configured_hosts(folder):
    folder(COUNTY, BASE, OVERLAY)
    images = "img-src 'self' data: blob:"
    assert policy_sent() == WITHOUT.replace(images, f"{images} {BASE_HOST} {OVERLAY_HOST}")


@pytest.mark.parametrize(("sections", "hosts"), [((BASE,), (BASE_HOST,)), ((OVERLAY,), (OVERLAY_HOST,)), ((), ())])
def test_one_of_them_or_none(folder, sections, hosts):
    folder(COUNTY, *sections)
    assert tile_hosts() == hosts


def test_a_host_of_both_is_named_once(folder):
    folder(COUNTY, BASE, BASE.replace("basemap", "overlay"))
    assert tile_hosts() == (BASE_HOST,)


FAULTY = {
    "no TOML": "[basemap",
    "other fault": COUNTY.replace('name = "Musterkreis"', "") + BASE,
    "another directive": COUNTY + BASE.replace("example.de", "example.de; script-src *"),
    "no level": BASE,
    "no section": 'basemap = "https://geodienste.example.de"\n' + COUNTY,
    "empty": "",
}


@pytest.mark.parametrize("case", FAULTY)
def test_a_faulty_file_names_no_host(folder, case):
    folder(FAULTY[case])
    assert policy_sent() == WITHOUT


def test_a_missing_folder_names_no_host(tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "nirgends"))
    assert policy_sent() == WITHOUT


def test_a_fault_of_the_reader_does_not_stop_the_server(folder, monkeypatch, caplog):
    assert tile_hosts_module.read_county is county_file.read_county
    monkeypatch.setattr(tile_hosts_module, "read_county", lambda folder: 1 / 0)
    assert policy_sent() == WITHOUT
    assert "ZeroDivisionError" in caplog.text


def test_the_other_headers_stay():
    names = SECURITY_HEADERS.keys() - {"Content-Security-Policy"}
    with_host = security_headers([BASE_HOST])
    assert {name: with_host[name] for name in names} == {name: SECURITY_HEADERS[name] for name in names}
