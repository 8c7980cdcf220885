"""Pages for readers nothing, or little, was decided for: one sentence says so, and no false one stands in its place."""

import pytest

from store.kinds import IndicatorStatus
from store.place import VARIABLE
from store.store import open_store
from tests.pages.conftest import texts
from tests.sample_county import sample_release
from tests.store.made import made
from tests.store.people import COORDINATION
from texts.attention import NO_RULE
from texts.overview import NO_INDICATOR


@pytest.fixture
def undecided(monkeypatch, tmp_path):
    """undecided("A2"): these are proposed only, as everything is in a county that begins."""
    address = f"sqlite:///{tmp_path / 'eintraege.sqlite'}"
    monkeypatch.setenv(VARIABLE, address)

    def propose(*indicators):
        store = open_store(address, {})
        for each in indicators:
            made(store, IndicatorStatus, COORDINATION, indicator=each, stage="vorgeschlagen")

    return propose


@pytest.mark.parametrize(
    "page", ["uebersicht", "karte", "aufmerksamkeit", "steckbrief", "daten", "methodik", "sitzung"]
)
def test_without_any_indicator_the_page_says_so(open_page, undecided, page):
    undecided(*sample_release().catalogue)
    app = open_page(page, kennzahl="A2")
    assert not app.exception and NO_INDICATOR in texts(app) and NO_RULE not in texts(app)


@pytest.mark.parametrize("page", ["strategien", "beteiligung", "steuerung", "sozialraeume"])
def test_the_other_pages_stand(open_page, undecided, page):
    undecided(*sample_release().catalogue)
    app = open_page(page)
    assert not app.exception and NO_INDICATOR not in texts(app)


def test_an_indicator_of_municipalities_alone_has_a_map(open_page, undecided):
    undecided(*(each for each in sample_release().catalogue if each != "A8"))
    app = open_page("karte")
    assert not app.exception and app.selectbox(key="choice-ebene").options == ["Kommunen"]


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("uebersicht", {}),
        ("aufmerksamkeit", {}),
        ("strategien", {}),
        ("strategien", {"teil": "gegenueber"}),
        ("strategien", {"teil": "gegenueber", "welche": "alle"}),
    ],
)
def test_a_rule_that_is_not_there_for_the_reader_says_nothing_of_areas(open_page, undecided, page, link):
    undecided("A2")
    told = texts(open_page(page, **link))
    assert NO_RULE in told and "county.toml" not in told
    assert "fällt nach der Regel" not in told and "noch keine Regel festgelegt" not in told
