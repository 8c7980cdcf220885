"""What people have entered, as text and nothing else: in a label, where Markdown would be read, and in HTML."""

from __future__ import annotations

from html import escape

import streamlit as st

MARKDOWN = frozenset(r"\`*_{}[]()<>#+-.!|~$:&")


def plain(text: str) -> str:
    """The text without meaning in Markdown; line ends become blanks."""
    return "".join(f"\\{letter}" if letter in MARKDOWN else letter for letter in " ".join(text.split()))


def paragraphs(text: str) -> str:
    """The text as HTML: paragraphs and line ends as they were typed. Each has a direction of its own."""
    return "".join(
        f'<p dir="auto">{"<br>".join(map(escape, block.splitlines()))}</p>'
        for block in text.split("\n\n")
        if block.strip()
    )


def show_plain(text: str) -> None:
    """The text as it was typed."""
    if text.strip():
        st.html(f'<div class="entered">{paragraphs(text)}</div>')
