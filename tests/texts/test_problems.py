"""Every problem has its German sentence, every sentence its problem."""

import ast
from functools import cache
from pathlib import Path

import pytest

from problem import Problem
from texts.problems import SENTENCES, sentence

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("geodata", "indicators", "monitor", "store", "views", "reports", "ui", "pages", "sample_data", "texts")


@cache
def _trees() -> list[ast.Module]:
    files = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return [ast.parse(path.read_text(encoding="utf-8")) for path in files]


def _called_name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _literal_strings(node: ast.expr) -> set[str]:
    """The string, or both strings of "a" if condition else "b"."""
    if isinstance(node, ast.IfExp):
        return _literal_strings(node.body) | _literal_strings(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


@cache
def _codes_in_source() -> set[str]:
    """First strings of Problem(…), and strings at the place of a parameter called `code`."""
    trees = _trees()
    places = {"Problem": 0}
    for tree in trees:
        for each in ast.walk(tree):
            if isinstance(each, ast.FunctionDef):
                names = [parameter.arg for parameter in each.args.args if parameter.arg != "self"]
                if "code" in names:
                    places[each.name] = names.index("code")
    codes: set[str] = set()
    for tree in trees:
        for each in ast.walk(tree):
            if isinstance(each, ast.Call) and _called_name(each) in places:
                at = places[_called_name(each)]
                codes |= _literal_strings(each.args[at]) if len(each.args) > at else set()
    # Reading a cell names the fault, count_rows makes the problem of it; so do the checks of an entry.
    return codes | {"value_not_numeric", "value_thousands", "entry_needed"}


def test_every_code_has_a_sentence():
    assert _codes_in_source() - set(SENTENCES) == set()


def test_every_sentence_has_a_code():
    assert set(SENTENCES) - _codes_in_source() == set()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_never_fails_for_want_of_facts(code):
    told = sentence(Problem(code, areas=("05382068",)))
    assert told.rstrip().endswith((".", "?", ":")) or told
    assert "{" not in told


def test_place_and_names_are_put_in():
    problem = Problem(
        "area_leading_zero_lost", file="counts.csv", line=17, areas=("5382068",),
        facts={"matches": {"5382068": "05382068"}, "names": {"05382068": "Troisdorf"}, "rows": 1, "lines": [17]},
    )  # fmt: skip
    assert sentence(problem) == (
        "counts.csv, Zeile 17: Das Gebiet 5382068 gibt es nicht. Vermutlich fehlt die führende Null: 05382068 "
        "(Troisdorf) würde passen. Bitte die Spalte gebiet als Text speichern."
    )


def test_thousands_of_rows_are_counted_and_not_listed():
    facts = {"rows": 5000, "lines": [17, 18, 19], "values": ["abc"]}
    told = sentence(Problem("value_not_numeric", file="counts.csv", line=17, facts=facts))
    assert told.startswith("counts.csv, Zeilen 17, 18, 19 und 4.997 weitere: ")


def test_two_lines_are_both_named():
    facts = {"rows": 2, "lines": [3, 9], "values": ["abc"]}
    assert "Zeilen 3 und 9: " in sentence(Problem("value_not_numeric", file="counts.csv", line=3, facts=facts))
