"""The list of accounts: for the coordination alone."""

import pytest

from store import accounts
from store.account_list import all_accounts, managed_accounts
from store.actor import Actor, Role
from store.rights import ForbiddenError
from tests.store.people import COORDINATION, EVERYBODY


@pytest.fixture
def known(memory):
    for subject, name in (("s1", "Zoe"), ("s2", "anton"), ("s3", "Berta")):
        accounts.sign_in(memory, Actor(Role.POLITICS, "Fraktion A", account=subject, name=name))
    accounts.erase(memory, "s3")
    return memory


def test_by_name_without_the_erased(known):
    assert [each.name for each in managed_accounts(known, COORDINATION)] == ["anton", "Zoe"]
    assert [each.subject for each in all_accounts(known)] == ["s2", "s1"]


@pytest.mark.parametrize("actor", [each for each in EVERYBODY if each != COORDINATION])
def test_nobody_else_sees_names(known, actor):
    with pytest.raises(ForbiddenError):
        managed_accounts(known, actor)
