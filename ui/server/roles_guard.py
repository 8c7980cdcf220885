"""Before the server starts: roles are given out rightly, or it does not start."""

from __future__ import annotations

import sys

import streamlit as st
from starlette.middleware import Middleware
from streamlit.auth_util import get_secrets_auth_section

from problem import Problem
from ui.server.demo_here import DemoHere
from ui.server.sign_in_answers import SignInAnswers
from ui.sign_in.configured import configured, demo_faults, demo_is_asked_for, demo_is_on, read_configured

REFUSED = 2  # exit code


def refuse_wrong_roles() -> None:
    """Raises SystemExit, with German sentences on stderr, where somebody could get a right that is not theirs."""
    if problems := faults():
        from texts.problems import sentence  # all sentences there are: only for somebody who reads one

        for problem in problems:
            print(sentence(problem), file=sys.stderr)
        raise SystemExit(REFUSED)


def faults() -> list[Problem]:
    """What is wrong with secrets.toml, with the settings of the server, or with the demo."""
    get_secrets_auth_section()  # reads the files for Streamlit, which may set environment variables: now, and not later
    problems = list(read_configured()[1])
    if configured() and st.get_option("server.trustedUserHeaders"):
        problems.append(Problem("sign_in_headers_trusted"))
    return problems + (demo_faults() if demo_is_asked_for() else [])


def roles_middleware() -> list[Middleware]:
    """What answers need where roles are given out; nothing where everybody is the public."""
    if sign_in := configured():
        return [Middleware(SignInAnswers, https=sign_in.https)]
    return [Middleware(DemoHere)] if demo_is_on() else []
