"""The demo in tests of pages without a server: `turn_on(monkeypatch)`, then `act_as(app, "kommune:05382068")`."""

import streamlit as st

from ui.sign_in.configured import DEMO_VARIABLE
from ui.sign_in.demo import CHOSEN


def turn_on(monkeypatch):
    """As `MONITOR_DEMO_ROLES=1` and `--server.address 127.0.0.1` would."""
    option = st.get_option
    monkeypatch.setenv(DEMO_VARIABLE, "1")
    monkeypatch.setattr(st, "get_option", lambda name: "127.0.0.1" if name == "server.address" else option(name))


def act_as(app, choice):
    """From the next run on the session has chosen this role, see `ui.sign_in.demo.demo_choices`."""
    app.session_state[CHOSEN] = choice
    return app
