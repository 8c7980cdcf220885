"""The time line: its rows, its table, and the chart as Vega-Lite is told."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from ui.steering.time_chart import months, time_chart
from ui.steering.time_rows import HEADING, HEADINGS, chart_rows, state_words, table_rows
from views.steering.dated import Dated, Sort

TODAY = date(2025, 6, 1)
EDGES = (date(2025, 1, 1), date(2026, 1, 1))
TASK = Dated(Sort.TASK, "t", "Zahlen", "Sozialamt", date(2025, 5, 1), date(2025, 5, 1), False, "s")
MEASURE = Dated(Sort.MEASURE, "m", "Treff", "Jugendamt", date(2020, 1, 1), None, False, "s")
MEETING = Dated(Sort.MEETING, "g", "Gruppe", "", date(2025, 7, 1), date(2025, 7, 1), False)
GOAL = Dated(Sort.GOAL, "z", "Weniger Armut", "", date(2025, 9, 1), date(2025, 9, 1), False, "s")
ITEMS = (GOAL, TASK, MEASURE, MEETING)


def test_rows_stand_under_their_office():
    rows = chart_rows(ITEMS, TODAY, EDGES)
    assert list(rows["label"]) == [
        f"{HEADING}Gremien", "Gruppe", f"{HEADING}Jugendamt", "Treff", f"{HEADING}Sozialamt", "Zahlen", f"{HEADING}ohne Amt",
        "Weniger Armut",
    ]  # fmt: skip
    assert list(rows["is_bar"]) == [False, False, False, True, False, False, False, False]


def test_bars_are_cut_at_the_edges_and_told_in_full():
    row = chart_rows([MEASURE], TODAY, EDGES).iloc[1]
    assert (row["begins"], row["ends"]) == (pd.Timestamp("2025-01-01"), pd.Timestamp("2026-01-01"))
    assert row["when"] == "1.1.2020 bis offen"


def test_rows_of_the_same_title_stay_apart():
    rows = chart_rows([TASK, replace(TASK, id="t2")], TODAY, EDGES)
    assert rows["label"].is_unique and [each.strip("\u200b") for each in rows["label"][1:]] == ["Zahlen", "Zahlen"]


def test_the_table_says_everything():
    assert HEADINGS == ("Zuständig", "Wann", "Art", "Was", "Strategie", "Stand")
    assert table_rows(ITEMS, {"s": "Früh"}, TODAY) == [
        ["Gremien", "1.7.2025", "Sitzung", "Gruppe", "", "kommt"],
        ["Jugendamt", "1.1.2020 bis offen", "Maßnahme", "Treff", "Früh", "offen"],
        ["Sozialamt", "1.5.2025", "Aufgabe", "Zahlen", "Früh", "überfällig"],
        ["ohne Amt", "1.9.2025", "Ziel", "Weniger Armut", "Früh", "siehe Strategie"],
    ]


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (TASK, "überfällig"),
        (replace(TASK, is_done=True), "erledigt"),
        (replace(MEETING, begins=date(2025, 5, 1), ends=date(2025, 5, 1), is_done=True), "vorbei"),
        (MEASURE, "offen"),
    ],
)
def test_states(item, words):
    assert state_words(item, TODAY) == words


def test_the_chart_holds_its_parts_and_no_text_of_people_in_an_expression():
    hostile = replace(TASK, title="'); alert(1); ('", office="' + datum.secret + '")
    told = time_chart([hostile, MEASURE, MEETING], TODAY, EDGES).to_dict()
    assert [layer["mark"]["type"] for layer in told["layer"]] == ["bar", "point", "text", "rule", "text"]
    expressions = [layer["transform"] for layer in told["layer"] if "transform" in layer]
    assert "alert" not in str(expressions)
    condition = told["layer"][0]["encoding"]["y"]["axis"]["labelFontWeight"]["condition"]["test"]
    assert condition == f"substring(datum.value, 0, 1) == '{HEADING}'"
    shapes = told["layer"][1]["encoding"]["shape"]["scale"]
    assert shapes == {"domain": ["Aufgabe", "Sitzung"], "range": ["square", "circle"]}


@pytest.mark.parametrize(("last", "step"), [(date(2026, 6, 1), 1), (date(2029, 1, 1), 3), (date(2035, 1, 1), 12)])
def test_the_longer_the_time_the_fewer_lines(last, step):
    assert months((date(2025, 1, 1), last)) == step
