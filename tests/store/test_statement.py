"""A statement is about something."""

import pytest

from problem import DataError
from store import writing
from store.kinds import Statement
from tests.store.people import FACTION


def codes(error):
    return [problem.code for problem in error.value.problems]


def test_about_nothing_is_refused(memory):
    with pytest.raises(DataError) as error:
        writing.create(memory, FACTION, Statement, text="Gut so.")
    assert codes(error) == ["statement_about_nothing"]


@pytest.mark.parametrize("about", [{"indicator": "A1"}, {"area": "0101-01"}])
def test_about_one_thing_is_enough_and_has_to_stay(memory, about):
    said = writing.create(memory, FACTION, Statement, text="Gut so.", **about)
    with pytest.raises(DataError) as error:
        writing.change(memory, FACTION, Statement, said.id, 1, indicator="", area="")
    assert codes(error) == ["statement_about_nothing"]
    assert writing.withdraw(memory, FACTION, Statement, said.id, 1).withdrawn
