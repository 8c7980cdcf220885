"""Lines of the commands that check, import and export schemes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from problem import Problem, is_error
from texts.numbers import german_int
from texts.problems import sentence
from texts.schemes import STATUS, day_words

ROUNDED_TO = 10  # persons: numbers of inhabitants are estimates


def finding_line(problem: Problem, where: str = "") -> str:
    """ "Fehler: Alfdorf, Fassung 2 (Entwurf): Baublöcke, die …", with the number of inhabitants as an estimate."""
    kind = "Fehler" if is_error(problem) else "Hinweis"
    facts = dict(problem.facts)
    if "people" in facts:
        facts["people"] = _estimated(str(facts["people"]))
    told = one_line(sentence(replace(problem, facts=facts)))
    return f"{kind}: {where}: {told}" if where else f"{kind}: {told}"


def one_line(text: str) -> str:
    """Without characters that steer a terminal: names come from files that anybody may have made."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def version_where(name: str, version: int, status: str) -> str:
    return f"{name}, Fassung {version} ({STATUS[status]})"


def check_summary(county: str, schemes: int, problems: Sequence[Problem]) -> str:
    """ "Musterkreis: 2 Zuschnitte geprüft, 0 Fehler, 1 Hinweis." """
    if not schemes:
        return f"{county}: Kein eigener Zuschnitt zu prüfen; es gelten die Gebiete, wie sie geliefert sind."
    errors = sum(map(is_error, problems))
    return (
        f"{county}: {_counted(schemes, 'Zuschnitt', 'Zuschnitte')} geprüft, {_faults(errors, len(problems) - errors)}."
    )


def saved_line(name: str, version: int, areas: int) -> str:
    counted = _counted(areas, "Sozialraum", "Sozialräumen")
    return f"{name}: Fassung {version} mit {counted} als Entwurf gespeichert."


def valid_line(names: Sequence[str], day: dt.date) -> str:
    """ "Gültig ab 01.01.2023: Alfdorf und Bergstadt. Alle Zahlen sind neu berechnet und freigegeben." """
    who = " und ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"Gültig ab {day_words(day)}: {who}. Alle Zahlen sind neu berechnet und freigegeben."


def not_valid_line(errors: int) -> str:
    return (
        f"Gültig geworden ist nichts ({_faults(errors)}). Die Entwürfe sind gespeichert; bitte auf der Seite Sozialräume "
        "berichtigen oder die Datei berichtigen und noch einmal einlesen."
    )


def refused_line() -> str:
    return "Gültig geworden ist nichts; die Entwürfe bleiben gespeichert. Der Grund:"


def exported_line(name: str, version: int, path: object) -> str:
    return f"{name}, Fassung {version} geschrieben: {path}"


def _estimated(people: str) -> str:
    """ "1.234" → "rund 1.230", "weniger als 3" → "unter 10", "unbekannt viele" stays."""
    digits = people.replace(".", "")
    if digits.isdecimal() and int(digits) >= ROUNDED_TO:
        return f"rund {german_int(round(int(digits) / ROUNDED_TO) * ROUNDED_TO)}"
    return f"unter {ROUNDED_TO}" if digits.isdecimal() or digits.startswith("weniger") else people


def _faults(errors: int, warnings: int | None = None) -> str:
    found = f"{german_int(errors)} Fehler"
    return found if warnings is None else f"{found}, {_counted(warnings, 'Hinweis', 'Hinweise')}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{german_int(number)} {one if number == 1 else many}"
