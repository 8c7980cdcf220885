"""What an account is here: worked out of the claims of its token and the mapping, and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from store.actor import COUNTY, PUBLIC, Actor, Role
from ui.sign_in.bodies import Bodies
from ui.sign_in.role_rules import RoleRule
from ui.sign_in.settings import SignIn

MOST_NAME = 80  # characters of what the provider calls somebody


class Kind(StrEnum):
    """Why somebody is who they are here."""

    SIGNED_OUT = "signed out"
    ROLE = "role"
    NO_ROLE = "no role"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Standing:
    """name: of the account, "" where signed out or unknown."""

    actor: Actor
    kind: Kind
    name: str = ""


SIGNED_OUT = Standing(PUBLIC, Kind.SIGNED_OUT)


def standing_of(claims: Mapping[str, object], sign_in: SignIn, bodies: Bodies, now: float) -> Standing:
    """claims: of the ID token, with Streamlit's `is_logged_in`. now: seconds since 1970.

    A role needs the time of the sign-in: Streamlit keeps one for 30 days, whatever has changed at the provider.
    """
    if claims.get("is_logged_in") is not True:
        return SIGNED_OUT
    name = _name(claims)
    if not _is_fresh(claims.get("iat"), sign_in.hours, now):
        return Standing(PUBLIC, Kind.EXPIRED, name)
    rule = _matching(claims.get(sign_in.claim), sign_in.rules)
    actor = _actor(rule, bodies, str(claims.get("sub") or ""), name) if rule else None
    return Standing(actor, Kind.ROLE, name) if actor else Standing(PUBLIC, Kind.NO_ROLE, name)


def acting(role: Role, body: str = "", **more: str) -> Actor:
    """The actor of a role. body: id of the municipality, else a name, as `Bodies` has them."""
    if role is Role.OFFICE:
        return Actor(role, COUNTY, office=body, **more)
    return Actor(role, COUNTY if role is Role.COORDINATION else body, **more)


def _matching(told: object, rules: tuple[RoleRule, ...]) -> RoleRule | None:
    """The first rule of the file whose value the claim has: a text, or one text of a list."""
    values = [told] if isinstance(told, str) else told if isinstance(told, list | tuple) else []
    return next((rule for rule in rules if rule.value in values), None)


def _actor(rule: RoleRule, bodies: Bodies, account: str, name: str) -> Actor | None:
    """None where the body has left the data folder since the start."""
    if rule.body and rule.body not in bodies.of(rule.role):
        return None
    more = {"office": rule.office} if rule.office else {}
    if rule.role is Role.PUBLIC:
        return Actor(Role.PUBLIC, account=account, name=name)
    return acting(rule.role, rule.body, account=account, name=name, **more)


def _is_fresh(issued: object, hours: int, now: float) -> bool:
    if not isinstance(issued, int | float) or isinstance(issued, bool):
        return False
    return now - issued < hours * 3600


def _name(claims: Mapping[str, object]) -> str:
    told = next((each for key in ("name", "preferred_username") if isinstance(each := claims.get(key), str)), "")
    return " ".join("".join(letter if letter.isprintable() else " " for letter in told).split())[:MOST_NAME]
