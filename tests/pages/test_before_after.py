"""Before and after, as Streamlit runs it: Alfdorf's four blocks w1, o1, w2, o2, of 100 children each, see `test_schemes`."""

import datetime as dt

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from geodata.scheme import Scheme
from tests.monitor.conftest import tiny_folder  # noqa: F401 a fixture
from tests.monitor.test_divisions import counts_of
from tests.monitor.test_schemes import ALFDORF, SIDES, UNITS, blocks, drawn, published, saved  # noqa: F401 a fixture
from tests.pages.conftest import ROOT, texts
from ui.schemes.before_after import ALONE, NO_RULE
from ui.schemes.draft_numbers import NO_NUMBERS
from ui.unexpected import UNEXPECTED

RULE = ("[attention.county]", 'indicators = ["A2"]', "k = 1")
FIRST, DELIVERED = "Fassung 1: Neu (gültig)", "Wie geliefert (abgelöst)"


@pytest.fixture
def ruled(blocks):  # noqa: F811
    """By quarters 50 of 200 children in need each; by sides 10 and 90: only the eastern one stands out."""
    blocks.append("county.toml", *RULE)
    counts_of(blocks, 5, 45, 5, 45)
    return blocks


@pytest.fixture
def open_page(monkeypatch, blocks):  # noqa: F811
    monkeypatch.setenv("MONITOR_DATA", str(blocks.path))

    def opened(**link):
        app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
        for name, value in {"kommune": ALFDORF, **link}.items():
            app.query_params[name] = value
        return ran(app.switch_page(str(ROOT / "pages" / "sozialraeume.py")).run())

    return opened


def ran(app):
    assert not app.exception and UNEXPECTED not in [error.value for error in app.error]
    return app


def subheaders(app):
    return [each.value for each in app.subheader]


def sides(app):
    """The tables of both divisions, the earlier one first."""
    found = [table.value for table in app.table if "Ergebnis" in table.value.columns]
    return [dict(zip(table.index, table["Ergebnis"], strict=True)) for table in found]


def buttons(app):
    return [button.key for button in app.button]


def test_a_flag_that_depends_on_the_cut_alone_is_warned_of(open_page, ruled):
    published(ruled, drawn(SIDES))
    app = open_page()
    assert subheaders(app) == [DELIVERED, FIRST]
    assert f"{DELIVERED}: **0 von 2** auffällig. {FIRST}: **1 von 2** auffällig. Gezeigt ist 2024" in texts(app)
    [warned] = [each.value for each in app.warning]
    assert warned.startswith(f"Das Ergebnis für Raum O hängt allein am Zuschnitt „{FIRST}“:")
    assert sides(app) == [
        {"Alfdorf 01": "nicht auffällig", "Alfdorf 02": "nicht auffällig"},
        {"Raum O": "auffällig nur in diesem Zuschnitt", "Raum W": "nicht auffällig"},
    ]
    # Worst first, and of the two blocks of each area none or one half lies in a flagged one.
    after = [table.value for table in app.table if "Ergebnis" in table.value.columns][1]
    assert after.index.tolist() == ["Raum O", "Raum W"]
    assert after["Blöcke"].tolist() == [2, 2] and after["im anderen auffällig"].tolist() == ["0 %", "0 %"]


def test_nobody_is_warned_where_both_agree(open_page, blocks):  # noqa: F811
    blocks.append("county.toml", *RULE)
    counts_of(blocks, 45, 45, 45, 45)  # 90 of 200 everywhere in Alfdorf, 30 of 200 in Bergstadt
    published(blocks, drawn(SIDES))
    app = open_page()
    assert not app.warning
    assert set(sides(app)[0].values()) == set(sides(app)[1].values()) == {"auffällig, im anderen auch"}


def test_the_earlier_version_stands_first_whichever_is_chosen(open_page, ruled):
    published(ruled, drawn(SIDES))
    app = open_page(fassung="0")
    assert subheaders(app) == [DELIVERED, FIRST]
    assert app.selectbox(key="choice-vergleich").options == [FIRST]


def test_a_version_stands_beside_the_one_before(open_page, ruled):
    published(ruled, drawn(SIDES))
    published(ruled, drawn({"w1": "A", "o1": "B", "w2": "B", "o2": "A"}, 2), dt.date(2024, 1, 1))
    app = open_page()
    assert subheaders(app) == ["Fassung 1: Neu (abgelöst)", "Fassung 2: Neu (gültig)"]
    assert app.selectbox(key="choice-vergleich").options == [DELIVERED, "Fassung 1: Neu (abgelöst)"]
    app = ran(app.selectbox(key="choice-vergleich").set_value("0").run())
    assert subheaders(app) == [DELIVERED, "Fassung 2: Neu (gültig)"]
    # A = w1 + o2 and B = o1 + w2, 50 of 200 each, as in the county.
    assert set(sides(app)[1].values()) == {"nicht auffällig"}


def test_a_draft_gets_numbers_on_demand(open_page, ruled):
    saved(ruled, drawn(SIDES))
    app = open_page()
    assert NO_NUMBERS in texts(app) and not sides(app) and "draft-numbers" in buttons(app)
    app = ran(app.button(key="draft-numbers").click().run())
    assert "draft-numbers" not in buttons(app)
    assert subheaders(app) == ["Wie geliefert (gültig)", "Fassung 1: Neu (Entwurf)"]
    assert sides(app)[1] == {"Raum O": "auffällig nur in diesem Zuschnitt", "Raum W": "nicht auffällig"}
    assert "hängt allein am Zuschnitt „Fassung 1: Neu (Entwurf)“" in texts(app)


def test_a_draft_that_is_not_finished_has_none_even_of_areas_that_are_known(open_page, ruled):
    saved(ruled, drawn({"w1": f"{ALFDORF}-01", "o1": f"{ALFDORF}-01"}))
    app = open_page()
    assert "2 Baublöcke gehören zu keinem Sozialraum" in texts(app)
    assert "draft-numbers" not in buttons(app) and not sides(app)


def test_a_draft_that_cuts_blocks_has_none(open_page, ruled):
    halves = [(UNITS["w1"], "W", 0.5), (UNITS["w1"], "O", 0.5)]
    rows = [*halves, *((UNITS[block], "O", 1.0) for block in ("o1", "w2", "o2"))]
    names = pd.Series({"O": "Raum O", "W": "Raum W"})
    saved(ruled, Scheme(ALFDORF, 1, "Neu", names, pd.DataFrame(rows, columns=["unit", "area", "share"])))
    app = open_page()
    assert "Geteilte Baublöcke bekommen Zahlen erst, wenn der Zuschnitt gilt" in texts(app)
    assert "draft-numbers" not in buttons(app) and not sides(app)


def test_there_is_nothing_to_compare_what_came_with(open_page, ruled):
    app = open_page()
    assert ALONE in texts(app) and not sides(app)


def test_without_a_rule_the_rest_of_the_page_stands(open_page, blocks):  # noqa: F811
    published(blocks, drawn(SIDES))
    app = open_page()
    assert NO_RULE in texts(app) and not sides(app)
    assert [each.value for each in app.header][-1] == "Verlauf" and "Fassungen" in texts(app)
