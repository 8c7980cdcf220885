"""What is stored of people; for those who manage accounts, the list of them."""

from __future__ import annotations

from html import escape

import streamlit as st

from store.account import Account
from store.account_list import managed_accounts
from store.actor import COUNTY
from store.rights import ForbiddenError
from texts import stored_data as texts
from texts.entries import home_words
from texts.sign_in import ROLE_NAMES
from ui.entries.desk import Desk
from ui.entries.history_table import when_words
from ui.sign_in.configured import configured

HEADINGS = ("Name", "Rolle", "Stelle", "Zuerst", "Zuletzt", "Kennung")


def show_stored(desk: Desk) -> None:
    sign_in = configured()
    for heading, told in texts.SECTIONS.items():
        st.header(heading, anchor=False)
        for paragraph in told:
            st.markdown(paragraph.replace("_", r"\_"))
    st.code(texts.COMMANDS, language=None, wrap_lines=True)
    st.header("Wer verantwortlich ist", anchor=False)
    st.text(texts.responsible_words(desk.shown.release.county.name, sign_in.contact if sign_in else ""))
    if desk.may("konto verwalten"):
        _show_accounts(desk)


def _show_accounts(desk: Desk) -> None:
    """The store asks for the right once more."""
    st.header(texts.ACCOUNTS, anchor=False)
    st.caption(texts.ACCOUNTS_TOLD)
    try:
        found = managed_accounts(desk.store, desk.actor)
    except ForbiddenError:
        return
    if not found:
        st.markdown(texts.NO_ACCOUNT)
        return
    heads = "".join(f'<th scope="col">{heading}</th>' for heading in HEADINGS)
    rows = "".join(_row(desk, account) for account in found)
    st.html(f'<table class="register"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>')


def _row(desk: Desk, account: Account) -> str:
    cells = (
        account.name,
        ROLE_NAMES.get(account.role, account.role),
        home_words(account.home if account.home == COUNTY else f"{account.role}:{account.home}", desk.names),
        when_words(account.first_seen),
        when_words(account.last_seen),
        account.subject,
    )
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
