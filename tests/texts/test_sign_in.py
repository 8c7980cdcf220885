"""What the head of a page says about who is signed in."""

import pytest

from store.actor import Role
from texts import sign_in as texts


@pytest.mark.parametrize(
    "actor, expected",
    [
        (("koordination",), "Koordination"),
        (("fachamt", "", "Gesundheitsamt"), "Gesundheitsamt"),
        (("kommune", "Siegburg"), "Kommune Siegburg"),
        (("kommune", "Siegburg", "Jugendamt der Stadt"), "Kommune Siegburg"),
        (("politik", "Fraktion A"), "Fraktion A"),
        (("verband", "Wohlfahrtsverband A"), "Wohlfahrtsverband A"),
        (("oeffentlichkeit",), "Öffentlichkeit"),
    ],
)
def test_who_somebody_is(actor, expected):
    assert texts.actor_words(*actor) == expected


def test_every_role_has_its_name():
    assert set(texts.ROLE_NAMES) == {role.value for role in Role}


def test_an_account_without_name_is_no_gap_in_the_sentence():
    assert texts.signed_in_words("", "Koordination") == "Angemeldet: Koordination."
    assert texts.signed_in_words("Kim", "Koordination") == "Angemeldet als Kim: Koordination."


@pytest.mark.parametrize(
    "contact, ending", [("", "die Stelle, die den Monitor betreibt."), ("Frau Beispiel", "Frau Beispiel.")]
)
def test_who_has_no_role_learns_whom_to_ask(contact, ending):
    assert texts.no_role_words(contact).endswith(f"Bitte wenden Sie sich an {ending}")
