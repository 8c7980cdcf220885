"""A hostile text in every field of every kind, on every page that shows entries: it is text, and nothing of it runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from streamlit.testing.v1 import AppTest

from store.place import store_of
from tests.pages.conftest import ROOT
from tests.sample_county import SAMPLE
from tests.store import hostile
from tests.ui.sign_in.demo_role import act_as, turn_on
from ui.unexpected import UNEXPECTED

PAGES = {
    "strategien": [{}, {"teil": "gegenueber"}, {"teil": "angebote"}, {"strategie": "*"}],
    "beteiligung": [
        {"teil": part} for part in ("kennzahlen", "stellungnahmen", "fragen", "beschluesse", "rechte", "gespeichert")
    ],
    "steuerung": [{"teil": part} for part in ("kreislauf", "zeitstrahl", "sitzungen", "aufgaben", "bericht")],
    "karte": [{"kennzahl": "A2"}],
    "steckbrief": [{"gebiet": "05382060-04"}],
    "aufmerksamkeit": [{"gebiet": "05382060-04"}],
}
VIEWS = [(page, link) for page, links in PAGES.items() for link in links]


ESCAPED = re.compile(r"\\.")  # a backslash with what it takes the meaning from
ACTIVE = ("](javascript", "![", "**fett**", "`code`", ":red[", "$x$", "<img", "<script")


class Tags(HTMLParser):
    """Everything in a piece of HTML that could do something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "img", "iframe", "object", "form"):
            self.found.append(tag)
        self.found += [
            f"{tag} {name}={value}" for name, value in attrs if name.startswith("on") or "javascript:" in (value or "")
        ]


@pytest.fixture
def filled(tmp_path, monkeypatch):
    monkeypatch.delenv("MONITOR_DATA", raising=False)
    monkeypatch.setenv("MONITOR_STORE", f"sqlite:///{tmp_path / 'eintraege.sqlite'}")
    turn_on(monkeypatch)
    return hostile.fill(store_of(SAMPLE, {}), f"{hostile.HTML} {hostile.MARKDOWN}")


def active_html(app):
    found = Tags()
    for element in app.get("html"):
        found.feed(str(element.proto.body))
    return found.found


def read_as_markdown(app):
    """Everything Streamlit reads as Markdown: texts, and labels of what can be clicked."""
    kinds = (
        app.markdown,
        app.caption,
        app.header,
        app.subheader,
        app.title,
        app.info,
        app.warning,
        app.error,
        app.success,
    )
    labels = [each.label for each in (*app.button, *app.selectbox, *app.text_input, *app.text_area, *app.expander)]
    return [*(element.value for kind in kinds for element in kind), *labels]


@pytest.mark.parametrize(("page", "link"), VIEWS, ids=[f"{page}-{'-'.join(link.values())}" for page, link in VIEWS])
def test_it_is_text_and_nothing_runs(filled, page, link):
    app = act_as(AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=90), "koordination")
    for name, value in link.items():
        app.query_params[name] = filled["strategies"].id if value == "*" else value
    app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    assert not app.exception and UNEXPECTED not in [error.value for error in app.error]
    assert active_html(app) == []
    for told in read_as_markdown(app):
        unescaped = ESCAPED.sub("", told)
        assert not [active for active in ACTIVE if active in unescaped], told
