"""[basemap] and [overlay] of county.toml: what they may say, and the sentence for everything they may not."""

import pytest

from monitor.county import TileSource

WMS = """
[basemap]
kind = "wms"
url = "https://geodienste.example.de/wms"
layers = "dtk_grau"
name = "Grundkarte grau"
attribution = "© Vermessungsamt"
"""
WMTS = """
[overlay]
kind = "wmts"
url = "https://geodienste.example.de/wmts/wege/default/WEBMERCATOR/{TileMatrix}/{TileRow}/{TileCol}.png"
name = "Radwege"
attribution = "© Kreis"
opacity = 0.5
"""


def _only(told):
    assert len(told) == 1, told
    return told[0]


def test_without_a_word_there_is_none(tiny_folder):
    county = tiny_folder.open().county
    assert (county.basemap, county.overlay, county.places) == (None, None, "")


def test_a_wms(tiny_folder):
    tiny_folder.append("county.toml", WMS)
    assert tiny_folder.open().county.basemap == TileSource(
        name="Grundkarte grau",
        kind="wms",
        url="https://geodienste.example.de/wms",
        layers="dtk_grau",
        attribution="© Vermessungsamt",
        opacity=1,
        format="image/png",
        transparent=False,
    )


def test_a_wmts_is_spelled_as_the_map_spells_it(tiny_folder):
    tiny_folder.append("county.toml", WMTS)
    overlay = tiny_folder.open().county.overlay
    assert overlay.url == "https://geodienste.example.de/wmts/wege/default/WEBMERCATOR/{z}/{y}/{x}.png"
    assert overlay.opacity == 0.5
    assert overlay.transparent  # else it would hide the areas


# address → host as people read it, and what the browser is told
HOSTS = {
    "https://Geo.Example.de/wms": ("geo.example.de", "https://geo.example.de"),
    "https://geo.example.de:8443/wms?": ("geo.example.de:8443", "https://geo.example.de:8443"),
    "http://127.0.0.1:8080/wms": ("127.0.0.1:8080", "http://127.0.0.1:8080"),
    "http://localhost/wms": ("localhost", "http://localhost"),
}


@pytest.mark.parametrize("url", HOSTS)
def test_host_and_origin(tiny_folder, url):
    tiny_folder.append("county.toml", WMS.replace("https://geodienste.example.de/wms", url))
    source = tiny_folder.open().county.basemap
    assert (source.host, source.origin) == HOSTS[url]
    assert not source.url.endswith("?")


NOT_HTTPS = "muss mit https:// beginnen"
NO_ADDRESS = "ist keine Internetadresse"
PLACEHOLDERS = "muss die Platzhalter z, x und y je einmal"
QUERY = "enthält ein Fragezeichen"
WMS_URL = '"https://geodienste.example.de/wms"'

# what is replaced, by what, what the only error says
FAULTS = {
    "http": (WMS_URL, '"http://geodienste.example.de/wms"', NOT_HTTPS),
    "like localhost": (WMS_URL, '"http://localhost.example.de/wms"', NOT_HTTPS),
    "other protocol": (WMS_URL, '"ftp://geodienste.example.de/wms"', NOT_HTTPS),
    "password": (WMS_URL, '"https://amt:geheim@geodienste.example.de/wms"', "Benutzernamen oder ein Kennwort"),
    "query": (WMS_URL, '"https://geodienste.example.de/wms?map=x"', QUERY),
    "fragment": (WMS_URL, '"https://geodienste.example.de/wms#x"', QUERY),
    "no address": (WMS_URL, '"Geodienste des Kreises"', NO_ADDRESS),
    "no host": (WMS_URL, '"https:///wms"', NO_ADDRESS),
    "port": (WMS_URL, '"https://geodienste.example.de:http/wms"', NO_ADDRESS),
    "every host": (WMS_URL, '"https://*.example.de/wms"', NO_ADDRESS),
    "another directive": (WMS_URL, '"https://geodienste.example.de;script-src/wms"', NO_ADDRESS),
    "quotes": (WMS_URL, "\"https://geodienste.example.de/'unsafe-inline'\"", NO_ADDRESS),
    "line break": (WMS_URL, '"https://geodienste.example.de/\\nwms"', NO_ADDRESS),
    "umlaut": (WMS_URL, '"https://geodienste-köln.example.de/wms"', NO_ADDRESS),
    "braces in a WMS": (WMS_URL, '"https://geodienste.example.de/{z}"', NO_ADDRESS),
    "unknown kind": ('kind = "wms"', 'kind = "wfs"', "Bei „kind“ steht „wfs“, erlaubt sind nur: wms, wmts, xyz."),
    "no layers": ('layers = "dtk_grau"', 'layers = " "', "Ein WMS braucht den Schlüssel „layers“"),
    "layers as list": ('layers = "dtk_grau"', 'layers = ["dtk_grau"]', "Bei „layers“ steht „[\"dtk_grau\"]“"),
    "no name": ('name = "Grundkarte grau"\n', "", "Der Schlüssel „name“ fehlt oder ist leer."),
    "no attribution": ('"© Vermessungsamt"', '""', "Der Schlüssel „attribution“ fehlt oder ist leer."),
    "unknown key": ("layers =", 'opacty = 1\nlayers =', "Den Schlüssel „opacty“ gibt es nicht. Gemeint ist vermutlich „opacity“."),
    "format": ("layers =", 'format = "image/tiff"\nlayers =', "Bei „format“ steht „image/tiff“"),
    "too opaque": ("layers =", "opacity = 70\nlayers =", "der größte erlaubte Wert ist 1"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_faults_of_a_wms(tiny_folder, case):
    old, new, expected = FAULTS[case]
    assert old in WMS
    tiny_folder.append("county.toml", WMS.replace(old, new, 1))
    told = _only(tiny_folder.error_sentences())
    assert told.startswith("county.toml, Zeile ")
    assert "Abschnitt [basemap]: " in told
    assert expected in told
    assert "geheim" not in told


TEMPLATE_FAULTS = {
    "no placeholder": ("/{TileMatrix}/{TileRow}/{TileCol}", "/1/2/3", PLACEHOLDERS),
    "one missing": ("/{TileCol}", "", PLACEHOLDERS),
    "one too many": ("/{TileCol}", "/{TileCol}/{x}", PLACEHOLDERS),
    "another one": ("WEBMERCATOR", "{TileMatrixSet}", PLACEHOLDERS),
    "in the host": ("geodienste.example.de", "{s}.example.de", PLACEHOLDERS),
    "key of a user": (".png", ".png?key=1", QUERY),
    "layers": ('name = "Radwege"', 'name = "Radwege"\nlayers = "wege"', "Bei kind = wmts steht die Ebene in der Adresse"),
}  # fmt: skip


@pytest.mark.parametrize("case", TEMPLATE_FAULTS)
def test_faults_of_a_template(tiny_folder, case):
    old, new, expected = TEMPLATE_FAULTS[case]
    assert old in WMTS
    tiny_folder.append("county.toml", WMTS.replace(old, new, 1))
    told = _only(tiny_folder.error_sentences())
    assert "Abschnitt [overlay]: " in told
    assert expected in told


def test_a_section_is_no_text(tiny_folder):
    tiny_folder.replace("county.toml", 'key = "05999"', 'key = "05999"\nbasemap = "https://geo.example.de"')
    assert "erwartet wird ein eigener Abschnitt" in _only(tiny_folder.error_sentences())


def test_all_faults_are_told_at_once(tiny_folder):
    faulty = WMS.replace("https:", "http:").replace("/wms", "/wms?a=b").replace('layers = "dtk_grau"\n', "")
    tiny_folder.append("county.toml", faulty, WMTS.replace("0.5", '"halb"'))
    told = "\n".join(tiny_folder.error_sentences())
    assert all(part in told for part in (NOT_HTTPS, QUERY, "Ein WMS braucht", "Bei „opacity“ steht „halb“"))


def test_places_stay_in_the_folder(tiny_folder):
    tiny_folder.replace("county.toml", 'key = "05999"', 'key = "05999"\nplaces = "../orte.csv"')
    assert "Der Pfad „../orte.csv“ führt aus dem Datenordner hinaus." in _only(tiny_folder.error_sentences())
