"""All reasons of one area as HTML: for, against, neither, hidden, and what should be checked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from monitor.attention_reasons import Reasons

NONE_AGAINST = "Keine Kennzahl spricht gesichert dagegen."


def reasons_html(reasons: Reasons, influence: str = "", more: str = "") -> str:
    """Two columns: what speaks for a flag, and everything else. influence: a sentence; more: HTML below both."""
    speak_for = _list("Was dafür spricht", reasons.speak_for, "ol") or "<p>Keine Kennzahl spricht dafür.</p>"
    against = _list("Was dagegen spricht", reasons.speak_against, "ul") or _paragraph(
        "Was dagegen spricht", NONE_AGAINST
    )
    others = "".join(
        (
            against,
            _list("Weder dafür noch dagegen", reasons.neither, "ul"),
            _list("Geheim oder nicht geliefert", [each for each in (reasons.hidden, reasons.missing) if each], "ul"),
        )
    )
    moves = f'<p class="moves">{escape(influence)}</p>' if influence else ""
    check = "".join(f'<p class="check"><b>Hinweis.</b> {escape(each)}</p>' for each in reasons.warnings)
    return f'<div class="reasons-full"><div>{speak_for}{moves}</div><div>{others}</div>{check}{more}</div>'


def line_html(words: str) -> str:
    """A sentence with area names, which are text and never markup; what stands before the colon is bold."""
    head, colon, rest = words.partition(":")
    return f'<p class="line"><b>{escape(head)}{colon}</b>{escape(rest)}</p>'


def _list(heading: str, sentences: Sequence[str], tag: str) -> str:
    if not sentences:
        return ""
    items = "".join(f"<li>{escape(each)}</li>" for each in sentences)
    return f"<h4>{heading}</h4><{tag}>{items}</{tag}>"


def _paragraph(heading: str, words: str) -> str:
    return f"<h4>{heading}</h4><p>{words}</p>"
