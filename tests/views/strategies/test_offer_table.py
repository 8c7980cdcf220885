"""Offers from a table: every fault by its line, nothing half-read."""

from datetime import date

import pytest

from monitor.csv_table import read_csv
from problem import DataError
from store.kinds.offer import OfferKind
from texts.problems import sentence
from views.strategies.offer_table import offers_of

AREAS = {"0101-01": "Mitte", "0101-02": "Nord", "0202-01": "Nord"}
HEAD = "Name;Gebiet;Art;Träger;Breite;Länge;Seit;Bemerkung\n"


def read(text):
    table, problems = read_csv((HEAD + text).encode(), "angebote.csv")
    assert not problems
    return offers_of(table, "angebote.csv", AREAS)


def told(text):
    with pytest.raises(DataError) as error:
        read(text)
    return [sentence(problem) for problem in error.value.problems]


def test_a_row_becomes_an_offer():
    [offer] = read("Beratungsstelle;Mitte;Beratung;Verband A;50,8;7,1;1.9.2021;Dienstag\n")
    assert (offer["name"], offer["areas"], offer["offer_kind"]) == ("Beratungsstelle", ["0101-01"], OfferKind.ADVICE)
    assert (offer["provider"], offer["note"]) == ("Verband A", "Dienstag")
    assert (offer["latitude"], offer["longitude"], offer["since"]) == (50.8, 7.1, date(2021, 9, 1))


def test_what_is_empty_is_unknown_and_never_0():
    [offer] = read("Kita;0101-02;;;;;;\n")
    assert offer["latitude"] is None and offer["longitude"] is None and offer["since"] is None
    assert offer["offer_kind"] is OfferKind.OTHER


def test_every_fault_is_told_with_its_line():
    assert told("Kita;Mitte;;;;;;\n;Mitte;;;;;;\nTreff;Nord;Tanz;;viel;;gestern;\n") == [
        "angebote.csv, Zeile 3: „Name“ fehlt. Bitte ausfüllen.",
        "angebote.csv, Zeile 4: Das Gebiet „Nord“ gibt es hier nicht, oder der Name ist nicht eindeutig. Bitte den Schlüssel oder den genauen Namen schreiben.",
        "angebote.csv, Zeile 4: Die Art „Tanz“ gibt es nicht. Möglich sind: Beratung, Kindertagesbetreuung, Schule, Jugend, Familie, Ältere Menschen, Gesundheit, Treffpunkt, Integration, Sonstiges.",
        "angebote.csv, Zeile 4: „Breite (Grad)“ ist keine Zahl, die hier möglich ist. Bitte berichtigen.",
        "angebote.csv, Zeile 4: „Seit“ ist kein Tag zwischen 1900 und 2200. Bitte berichtigen.",
    ]


def test_a_missing_column_is_named():
    table, _ = read_csv(b"Name;Ort\nKita;Mitte\n", "angebote.csv")
    with pytest.raises(DataError) as error:
        offers_of(table, "angebote.csv", AREAS)
    [words] = [sentence(problem) for problem in error.value.problems]
    assert words.startswith("angebote.csv, Zeile 1: Die Spalte „gebiet“ fehlt. Vorhanden sind: „Name“, „Ort“.")
