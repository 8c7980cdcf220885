"""What this process offers: sign-in at a provider, the choice of a role for a demo, or neither."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.auth_util import get_secrets_auth_section

from problem import Problem
from ui.sign_in.bodies import Bodies
from ui.sign_in.loopback import is_loopback
from ui.sign_in.settings import SignIn, read_sign_in

DEMO_VARIABLE = "MONITOR_DEMO_ROLES"


@cache
def read_configured() -> tuple[SignIn | None, list[Problem]]:
    """The provider of secrets.toml, read once a process: what changes in the file needs a restart."""
    return read_sign_in([Path(path) for path in st.get_option("secrets.files")], _bodies)


def configured() -> SignIn | None:
    """The provider of this process, None where there is none; nothing of a file with faults counts."""
    sign_in, problems = read_configured()
    return None if problems else sign_in


def can_sign_in() -> bool:
    """Whether anybody could have another role than the public here; True as well where a provider is set up with faults."""
    sign_in, problems = read_configured()
    return sign_in is not None or bool(problems) or demo_is_asked_for()


def demo_is_on() -> bool:
    """Whether a role can be chosen. Asked for again every time: whoever runs the pages without the launcher gets none."""
    return demo_is_asked_for() and not demo_faults()


def demo_is_asked_for() -> bool:
    return os.environ.get(DEMO_VARIABLE) == "1"


def demo_faults() -> list[Problem]:
    """Why a choice of role without password would be wrong here."""
    sign_in, problems = read_configured()
    if sign_in or problems or get_secrets_auth_section():
        return [Problem("demo_with_provider")]
    address = st.get_option("server.address")
    if not is_loopback(address):
        return [Problem("demo_beyond_machine", facts={"address": address or "server.address ist nicht gesetzt"})]
    return []


def _bodies() -> Bodies | None:
    """Those of the data folder, None where it cannot be read. Imports half the libraries: only where a provider is."""
    from problem import DataError
    from ui.data import content
    from ui.sign_in.county_bodies import bodies_of

    try:
        return bodies_of(content().release)
    except DataError:
        return None
