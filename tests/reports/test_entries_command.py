"""`python -m monitor entries`: backup, restore, export and erasure, and every refusal in German."""

from __future__ import annotations

import json
import stat
from datetime import date

import pytest
from sqlalchemy import select

from monitor.cli import main
from reports.entries_command import add_entries_command
from store import writing
from store.account import Account
from store.actor import COUNTY, Actor, Role
from store.backup import TABLES
from store.history import Change
from store.kinds import Decision, Statement
from store.place import store_of

DAY = date(2025, 3, 1)
PERSON = Actor(Role.POLITICS, "Fraktion A", account="sub-1", name="Jo Ä. Muster")
OTHER = Actor(Role.COORDINATION, COUNTY, account="sub-2", name='=HYPERLINK("x");')


@pytest.fixture(autouse=True)
def no_other_database(monkeypatch):
    monkeypatch.delenv("MONITOR_STORE", raising=False)


@pytest.fixture
def folder(tmp_path):
    """A data folder in which two people have written."""
    made = tmp_path / "kreis"
    made.mkdir()
    store = store_of(made)
    writing.create(store, PERSON, Statement, text="Gut so. 🌱\nZeile zwei", indicator="A2")
    decision = writing.create(store, OTHER, Decision, title="Kita", body="Kreistag", day=DAY, text="So ist es.")
    writing.withdraw(store, OTHER, Decision, decision.id, 1)
    return made


def entries(*options):
    return main(["entries", *map(str, options)], more=[add_entries_command])


def rows(folder):
    with store_of(folder).reads() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key.columns))]
            for table in TABLES
        }


def test_what_is_restored_equals_the_original_row_by_row(folder, tmp_path, capsys):
    file, copy = tmp_path / "sicherung.jsonl", tmp_path / "kopie"
    copy.mkdir()
    assert entries("backup", folder, "--out", file) == 0
    assert entries("restore", copy, "--from", file) == 0
    assert rows(copy) == rows(folder)
    assert len(rows(copy)["history"]) == 3 and len(rows(copy)["accounts"]) == 2
    told = capsys.readouterr().out
    assert f"Sicherung geschrieben: {file}" in told and f"Sicherung zurückgespielt: {file}" in told
    assert told.count("Stellungnahme: 1") == 2 and told.count("Zeilen Verlauf: 3") == 2
    assert stat.S_IMODE(file.stat().st_mode) == 0o600  # it holds names
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kopie", "kreis", "sicherung.jsonl"]


def test_a_first_state_of_the_folder_is_not_in_the_way(folder, tmp_path):
    """A new store begins with it; what is restored takes its place."""
    file, copy = tmp_path / "sicherung.jsonl", tmp_path / "kopie"
    entries("backup", folder, "--out", file)
    (copy / "entries").mkdir(parents=True)
    (copy / "entries" / "anfang.jsonl").write_bytes(file.read_bytes())
    assert entries("restore", copy, "--from", file) == 0
    assert rows(copy) == rows(folder)


def test_nothing_is_restored_over_something(folder, tmp_path, capsys):
    file = tmp_path / "sicherung.jsonl"
    entries("backup", folder, "--out", file)
    before = rows(folder)
    assert entries("restore", folder, "--from", file) == 1
    assert "Die Ablage enthält schon Einträge." in capsys.readouterr().err
    assert rows(folder) == before


def test_half_a_backup_is_refused(folder, tmp_path, capsys):
    file, copy = tmp_path / "sicherung.jsonl", tmp_path / "kopie"
    copy.mkdir()
    entries("backup", folder, "--out", file)
    file.write_bytes(file.read_bytes()[:-100])
    assert entries("restore", copy, "--from", file) == 1
    assert "Die Sicherung ist unvollständig oder verändert" in capsys.readouterr().err
    assert not any(rows(copy).values())


def test_an_account_is_told_and_then_erased(folder, tmp_path, capsys):
    file = tmp_path / "auskunft.json"
    assert entries("account", folder, "--subject", "sub-1", "--export", file, "--erase") == 0
    told = json.loads(file.read_text(encoding="utf-8"))
    assert (told["konto"]["name"], told["konto"]["role"], told["konto"]["home"]) == (
        "Jo Ä. Muster", "politik", "Fraktion A",
    )  # fmt: skip
    assert [line["art"] for line in told["verlauf"]] == ["statements"]
    assert "Name und Kennung sind gelöscht." in capsys.readouterr().out
    with store_of(folder).reads() as session:
        account = session.get(Account, told["konto"]["id"])
        assert (account.subject, account.name, account.role, account.home) == (None, "", "politik", "Fraktion A")
        line = session.scalar(select(Change).where(Change.account == account.id))
        assert (line.role, line.home) == (Role.POLITICS, "Fraktion A")
    assert "Jo Ä. Muster" not in "".join(map(str, rows(folder).values()))


def test_accounts_are_listed_without_the_erased(folder, capsys):
    assert entries("accounts", folder) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head == "Kennung;Name;Rolle;Stelle;Zuerst;Zuletzt"
    assert [line.rsplit(";", 2)[0] for line in lines] == [
        'sub-2;"\'=HYPERLINK(""x"");";Koordination;Kreisverwaltung', "sub-1;Jo Ä. Muster;Politik;Fraktion A",
    ]  # fmt: skip
    entries("account", folder, "--subject", "sub-1", "--erase")
    capsys.readouterr()
    entries("accounts", folder)
    assert "sub-1" not in capsys.readouterr().out


@pytest.mark.parametrize("more", [("--erase",), ("--export", "auskunft.json")])
@pytest.mark.parametrize("subject", ["sub-9", ""])
def test_an_account_that_is_not_there(folder, tmp_path, monkeypatch, capsys, subject, more):
    monkeypatch.chdir(tmp_path)
    before = rows(folder)
    assert entries("account", folder, "--subject", subject, *more) == 1
    assert capsys.readouterr().err == "Dieses Konto gibt es nicht.\n"
    assert rows(folder) == before and not (tmp_path / "auskunft.json").exists()


def test_nothing_asked_nothing_done(folder, capsys):
    assert entries("account", folder, "--subject", "sub-1") == 1
    assert "--export DATEI oder --erase" in capsys.readouterr().err


def test_an_empty_store_has_no_account(tmp_path, capsys):
    assert entries("accounts", tmp_path) == 0
    assert capsys.readouterr().out == "Es gibt noch kein Konto.\n"


@pytest.mark.parametrize("command", [("accounts",), ("backup", "--out", "x"), ("restore", "--from", "x")])
def test_no_store_is_made_where_there_is_no_folder(tmp_path, capsys, command):
    name, *more = command
    assert entries(name, tmp_path / "nirgends", *more) == 1
    assert "Den Datenordner" in capsys.readouterr().err
    assert not (tmp_path / "nirgends").exists()


def test_files_that_cannot_be_read_or_written(folder, tmp_path, capsys):
    assert entries("restore", tmp_path, "--from", tmp_path / "fehlt") == 1
    assert "fehlt: Diese Datei lässt sich nicht lesen oder schreiben." in capsys.readouterr().err
    assert entries("backup", folder, "--out", tmp_path / "kein" / "ordner") == 1
    assert "Diese Datei lässt sich nicht lesen oder schreiben." in capsys.readouterr().err


def test_a_store_that_does_not_answer(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MONITOR_STORE", "postgresql://127.0.0.1:1/nichts")
    assert entries("accounts", tmp_path) == 1
    assert capsys.readouterr().err.startswith("Die Ablage der Einträge ist nicht erreichbar")
