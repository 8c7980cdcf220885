"""The page Sozialräume as Streamlit runs it, on a copy of the sample data."""

import json
import shutil

import pytest
from streamlit.testing.v1 import AppTest

from monitor.scheme_folder import FolderSchemes
from tests.monitor.conftest import tiny_folder  # noqa: F401 a fixture
from tests.monitor.test_schemes import ALFDORF, blocks  # noqa: F401 a fixture
from tests.pages.conftest import ROOT, texts
from ui.unexpected import UNEXPECTED

TROISDORF = "05382068"


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kreis") / "daten"
    shutil.copytree(ROOT / "sample_data", folder, ignore=shutil.ignore_patterns("making", "schemes", "__pycache__"))
    return folder


@pytest.fixture
def kept(copy):
    shutil.rmtree(copy / "schemes", ignore_errors=True)
    return FolderSchemes(copy)


@pytest.fixture
def open_page(monkeypatch, copy, kept):
    monkeypatch.setenv("MONITOR_DATA", str(copy))

    def opened(**link):
        app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=120)
        for name, value in link.items():
            app.query_params[name] = value
        return ran(app.switch_page(str(ROOT / "pages" / "sozialraeume.py")).run())

    return opened


def ran(app):
    assert not app.exception
    assert UNEXPECTED not in [error.value for error in app.error]
    return app


def new_draft(app, way):
    app = ran(app.button(key="new-draft").click().run())
    app = ran(app.radio(key="draft-way").set_value(way).run())
    return app


def test_without_a_municipality_the_page_says_where_to_begin(open_page):
    app = open_page()
    assert "Meine Kommune" in texts(app)
    table = app.dataframe[0].value
    assert len(table) == 19
    assert table["Sozialräume"].sum() == 158
    assert set(table["Gültig"]) == {"Wie geliefert"}


def test_what_was_delivered_is_the_first_version(open_page):
    app = open_page(kommune=TROISDORF)
    assert app.selectbox(key="choice-fassung").options == ["Wie geliefert (gültig)"]
    table = app.dataframe[0].value
    assert table["Sozialräume"].tolist() == [20]


def test_a_draft_from_a_version_has_its_areas_and_a_history(open_page, kept):
    app = new_draft(open_page(kommune=TROISDORF), "version")
    app = ran(app.button(key="draft-make").click().run())
    [draft] = kept.schemes()
    assert draft.status.value == "entwurf" and len(draft.areas) == 20 and len(draft.parts) == 146
    assert app.selectbox(key="choice-fassung").value == "1"
    assert [entry.what for entry in kept.history(TROISDORF)] == ["angelegt aus „Wie geliefert (gültig)“"]
    assert any("angelegt aus" in str(table.value.to_dict()) for table in app.dataframe)


def test_a_table_makes_a_draft_and_a_wrong_one_nothing(open_page, kept):
    app = new_draft(open_page(kommune=TROISDORF), "tabelle")
    app = ran(app.file_uploader(key="draft-table").set_value(("zu.csv", b"baublock;ort\n1;2\n", "text/csv")).run())
    app = ran(app.button(key="draft-make").click().run())
    assert "Gespeichert wurde nichts" in texts(app) and kept.schemes() == []
    rows = "einheit;sozialraum\n05382068-01-01;Nord\n05382068-01-02;Süd\n"
    app = ran(app.file_uploader(key="draft-table").set_value(("zu.csv", rows.encode(), "text/csv")).run())
    ran(app.button(key="draft-make").click().run())
    [draft] = kept.schemes()
    assert sorted(draft.areas) == ["Nord", "Süd"] and len(draft.parts) == 2


def test_a_boundary_file_makes_a_draft(open_page, kept, copy):
    from monitor.folder import open_folder

    units = open_folder(copy).delivered.areas("quartier")
    own = units[units["parent"] == TROISDORF].to_crs("EPSG:4326")
    features = [
        {"type": "Feature", "properties": {"name": f"Raum {at}"}, "geometry": shape.__geo_interface__}
        for at, shape in enumerate(own.geometry)
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    app = new_draft(open_page(kommune=TROISDORF), "grenzen")
    app = ran(app.file_uploader(key="draft-boundaries").set_value(("r.geojson", content, "application/geo+json")).run())
    app = ran(app.checkbox(key="draft-mend").check().run())
    ran(app.button(key="draft-make").click().run())
    [draft] = kept.schemes()
    assert len(draft.areas) == 20 and draft.cut_units == []
    assert draft.parts["share"].sum() == pytest.approx(146)


def test_a_file_that_cannot_be_read_is_told_and_stores_nothing(open_page, kept):
    app = new_draft(open_page(kommune=TROISDORF), "grenzen")
    app = ran(app.file_uploader(key="draft-boundaries").set_value(("r.geojson", b"{", "application/json")).run())
    app = ran(app.button(key="draft-make").click().run())
    assert "Gespeichert wurde nichts" in texts(app)
    assert kept.schemes() == []


def test_a_draft_with_errors_cannot_become_valid_and_one_without_can(open_page, monkeypatch, blocks):  # noqa: F811
    """In the county of eight blocks: what becomes valid in the sample is protected for a quarter of a minute."""
    monkeypatch.setenv("MONITOR_DATA", str(blocks.path))
    kept = FolderSchemes(blocks.path)
    app = new_draft(open_page(kommune=ALFDORF), "leer")
    app = ran(app.button(key="draft-make").click().run())
    assert "gültig wird er erst ohne Fehler" in texts(app)
    app = new_draft(app, "version")
    app = ran(app.selectbox(key="draft-version").set_value(0).run())
    app = ran(app.button(key="draft-make").click().run())
    submit = next(button for button in app.button if button.label == "Gültig machen")
    ran(submit.click().run())
    [_, valid] = kept.schemes()
    assert valid.version == 2 and valid.status.value == "gueltig"
    assert kept.history(ALFDORF)[0].what.startswith("gültig ab")


def test_a_discarded_draft_is_gone_and_can_be_had_back(open_page, kept):
    app = new_draft(open_page(kommune=TROISDORF), "version")
    app = ran(app.button(key="draft-make").click().run())
    app = ran(app.button(key="discard").click().run())
    assert app.selectbox(key="choice-fassung").options == ["Wie geliefert (gültig)"]
    app = ran(app.selectbox(key="earlier-state").set_value(1).run())
    ran(app.button(key="take-back").click().run())
    newest = max(kept.schemes(), key=lambda scheme: scheme.version)
    assert newest.version == 2 and len(newest.areas) == 20


@pytest.mark.parametrize("link", [{"fassung": "99"}, {"fassung": "../.."}, {"kommune": "<script>"}])
def test_a_link_to_what_is_not_there_falls_back(open_page, link):
    open_page(**{"kommune": TROISDORF} | link)
