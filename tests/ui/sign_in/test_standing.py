"""What the claims of a token give, and what they never give."""

import pytest

from store.actor import COUNTY, PUBLIC, Actor, Role
from ui.sign_in.bodies import Bodies
from ui.sign_in.role_rules import RoleRule
from ui.sign_in.settings import SignIn
from ui.sign_in.standing import SIGNED_OUT, Kind, Standing, standing_of

NOW = 1_800_000_000.0
BODIES = Bodies({"05382068": "Troisdorf"}, ("Fraktion A",), ("Verband A",), ("Sozialamt",))
SIGN_IN = SignIn(
    "groups",
    (
        RoleRule("amt", Role.OFFICE, "Sozialamt"),
        RoleRule("troisdorf", Role.MUNICIPALITY, "05382068", "Jugendamt der Stadt"),
        RoleRule("fraktion", Role.POLITICS, "Fraktion A"),
        RoleRule("verband", Role.ASSOCIATION, "Verband A"),
        RoleRule("gast", Role.PUBLIC),
        RoleRule("leitung", Role.COORDINATION),
        RoleRule("fort", Role.MUNICIPALITY, "05382099"),
    ),
    hours=12,
)


def standing(groups=None, **more):
    claims = {"is_logged_in": True, "sub": "u1", "name": "Kim Beispiel", "iat": NOW - 60, "groups": groups}
    return standing_of({**claims, **more}, SIGN_IN, BODIES, NOW)


WHO = {"account": "u1", "name": "Kim Beispiel"}
ACTORS = {
    "amt": Actor(Role.OFFICE, COUNTY, "Sozialamt", **WHO),
    "troisdorf": Actor(Role.MUNICIPALITY, "05382068", "Jugendamt der Stadt", **WHO),
    "fraktion": Actor(Role.POLITICS, "Fraktion A", **WHO),
    "verband": Actor(Role.ASSOCIATION, "Verband A", **WHO),
    "gast": Actor(Role.PUBLIC, **WHO),
    "leitung": Actor(Role.COORDINATION, COUNTY, **WHO),
}


@pytest.mark.parametrize("value", ACTORS)
@pytest.mark.parametrize("wrap", [str, lambda value: [value], lambda value: ["andere", value]])
def test_a_mapped_value_gives_its_role(value, wrap):
    assert standing(wrap(value)) == Standing(ACTORS[value], Kind.ROLE, "Kim Beispiel")


@pytest.mark.parametrize("groups", [["leitung", "amt"], ["amt", "leitung"]])
def test_of_several_matches_the_first_of_the_file_counts(groups):
    assert standing(groups).actor.role is Role.OFFICE


NOTHING = [
    None,
    "",
    [],
    "Leitung",
    "leitung ",
    "leitung,amt",
    "leit",
    ["x", "leitungs"],
    True,
    1,
    {"leitung": True},
    [["leitung"]],
]


@pytest.mark.parametrize("groups", NOTHING, ids=repr)
def test_everything_else_gives_the_public(groups):
    assert standing(groups) == Standing(PUBLIC, Kind.NO_ROLE, "Kim Beispiel")


def test_a_role_in_another_claim_gives_nothing():
    assert standing(None, role="leitung", rolle="koordination", roles=["leitung"]).actor == PUBLIC


def test_a_municipality_that_has_left_the_folder_gives_nothing():
    assert standing("fort").kind is Kind.NO_ROLE


@pytest.mark.parametrize("said", [None, False, "true", 1])
def test_who_is_not_signed_in_is_the_public(said):
    assert standing("leitung", is_logged_in=said) == SIGNED_OUT
    assert standing_of({}, SIGN_IN, BODIES, NOW) == SIGNED_OUT


@pytest.mark.parametrize(
    "issued, kind",
    [
        (NOW - 12 * 3600 + 1, Kind.ROLE),
        (NOW - 12 * 3600, Kind.EXPIRED),
        (NOW - 30 * 86400, Kind.EXPIRED),  # so long Streamlit keeps its cookie
        (None, Kind.EXPIRED),
        ("1800000000", Kind.EXPIRED),
        (True, Kind.EXPIRED),
    ],
)
def test_a_role_lasts_as_long_as_the_county_says(issued, kind):
    found = standing("leitung", iat=issued)
    assert found.kind is kind
    assert (found.actor == PUBLIC) == (kind is Kind.EXPIRED)


def test_names_are_cut_and_have_no_hidden_letters():
    assert standing("leitung", name="Kim\u202e\n  Beispiel\x00" + "x" * 200).name == "Kim Beispiel " + "x" * 67
    assert standing("leitung", name=None, preferred_username="kb").name == "kb"
    assert standing("leitung", name=["Kim"]).name == ""
