"""The list of accounts: for the coordination alone."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from store import accounts, writing
from store.account_list import all_accounts, managed_accounts
from store.actor import Actor, Role
from store.kinds import Question
from store.rights import ForbiddenError
from tests.store.people import COORDINATION, EVERYBODY


@pytest.fixture
def known(memory):
    for subject, name in (("s1", "Zoe"), ("s2", "anton"), ("s3", "Berta")):
        actor = Actor(Role.POLITICS, "Fraktion A", account=subject, name=name)
        writing.create(memory, actor, Question, text="Was zählt?")
    accounts.erase(memory, "s3")
    return memory


def test_by_name_without_the_erased(known):
    assert [each.name for each in managed_accounts(known, COORDINATION)] == ["anton", "Zoe"]
    assert [each.subject for each in all_accounts(known)] == ["s2", "s1"]


@pytest.mark.parametrize("actor", [each for each in EVERYBODY if each != COORDINATION])
def test_nobody_else_sees_names(known, actor):
    with pytest.raises(ForbiddenError):
        managed_accounts(known, actor)


def test_an_erased_name_is_in_no_file_any_more(known, tmp_path):
    known.engine.dispose()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"anton" in kept and b"Berta" not in kept


def test_two_first_writes_of_one_person_make_one_account(opened):
    actor = Actor(Role.POLITICS, "Fraktion A", account="s9", name="Jo")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda each: writing.create(opened(), actor, Question, text=str(each)), range(8)))
    assert [each.subject for each in all_accounts(opened())] == ["s9"]
