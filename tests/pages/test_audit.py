"""The button "Geheimhaltung prüfen" on the page Daten, on the county of two municipalities."""

import dataclasses

import pytest

from monitor.audit import How, Recovered, What
from tests.monitor.conftest import TinyFolder
from tests.pages.conftest import texts
from ui import audit as ui_audit

RECOVERED = Recovered(What.HIDDEN, How.ELIMINATION, "Kinder", "", ("Alfdorf 01",), "Quartier", 2024, 1)


@pytest.fixture
def page(open_page, tmp_path, monkeypatch):
    """The page Daten of a county in which two children of one quarter are in need."""
    folder = TinyFolder(tmp_path)
    folder.replace("counts.csv", "05999001-01;2024;sgb2_u15;;15", "05999001-01;2024;sgb2_u15;;2")
    monkeypatch.setenv("MONITOR_DATA", str(tmp_path))
    return open_page("daten")


def _said(page):
    return (
        texts(page)
        + "\n".join(str(each.proto.body) for each in page.get("html"))
        + "\n".join(s.value for s in page.success)
    )


def test_nothing_is_worked_out_before_somebody_asks(page):
    assert "Die Prüfung versucht, was Außenstehende versuchen könnten" in texts(page)
    assert "Gezeigte Zahlen" not in _said(page)


def test_the_button_tells_what_can_be_worked_out(page):
    page.button(key="audit").click().run()
    assert not page.exception
    said = _said(page)
    assert "Keine geheime Zahl lässt sich errechnen." in said
    assert "Geheime Zahlen: 2, davon errechenbar: 0." in said and "Sekunden" in said


def test_what_can_be_worked_out_is_not_pointed_at(page, monkeypatch):
    plain = ui_audit.audit
    monkeypatch.setattr(ui_audit, "audit", lambda release: dataclasses.replace(plain(release), recovered=(RECOVERED,)))
    page.button(key="audit").click().run()
    [error] = page.error
    assert "Eine Zahl, die niemand erfahren darf, lässt sich errechnen." in error.value
    assert "python -m monitor audit ORDNER" in error.value
    assert "Alfdorf 01" not in _said(page)
