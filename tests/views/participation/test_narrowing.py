"""What was said, by what it is about."""

from __future__ import annotations

import pytest

from store.kinds import LocalKnowledge, Statement
from views.participation.narrowing import Subject, about, knowledge_about

STATEMENTS = [
    Statement(id="1", indicator="A2", area="", strategy_id=None, municipality=""),
    Statement(id="2", indicator="A2", area="0101-01", strategy_id=None, municipality="0101"),
    Statement(id="3", indicator="", area="0202-01", strategy_id="s", municipality="0202"),
]
KNOWLEDGE = [LocalKnowledge(id="9", areas=["0101-01", "0101-02"], municipality="0101")]


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        (Subject(), ["1", "2", "3"]),
        (Subject(indicator="A2"), ["1", "2"]),
        (Subject(area="0101-01"), ["2"]),
        (Subject(strategy="s"), ["3"]),
        (Subject(indicator="A2", area="0202-01"), []),
        (Subject(municipality="0101"), ["1", "2"]),  # what is about the whole county stays
    ],
)
def test_statements(subject, found):
    assert [each.id for each in about(STATEMENTS, subject)] == found


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        (Subject(), ["9"]),
        (Subject(area="0101-02"), ["9"]),
        (Subject(area="0202-01"), []),
        (Subject(indicator="A2"), []),
        (Subject(municipality="0202"), []),
    ],
)
def test_local_knowledge(subject, found):
    assert [each.id for each in knowledge_about(KNOWLEDGE, subject)] == found
