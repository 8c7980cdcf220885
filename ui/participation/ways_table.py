"""Indicators in a table: what for, on what basis, who decided."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from texts import participation as texts
from texts.entries import home_words, word
from ui.entries.desk import Desk
from views.participation.indicators import Way

HEADINGS = ("Kennzahl", "Zweck", "Rechtsgrundlage", "Quelle", "Beschluss", "Stellung\u00adnahmen")  # soft hyphen


def table_html(desk: Desk, ways: Iterable[Way], caption: str) -> str:
    heads = "".join(f'<th scope="col">{heading}</th>' for heading in HEADINGS)
    rows = "".join(_row(desk, way) for way in ways)
    label = f'<caption class="unseen">{escape(caption)}</caption>'
    return f'<table class="register ways">{label}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def source_words(desk: Desk, way: Way) -> str:
    """As the entry says, else as the catalogue does; a source the county describes by its name."""
    told = way.status.source if way.status else ""
    source = told or (way.indicator.source if way.indicator else "")
    known = desk.shown.release.county.sources.get(source)
    return known.name if known else told


def decision_words(way: Way) -> list[str]:
    """Who decided and when, and what it rests on; without an entry what the catalogue says."""
    if way.status is None:
        told = way.indicator.decision if way.indicator else ""
        return [f"{texts.CATALOGUE}: {told}"] if told else []
    decided = texts.decided_words(way.status.decided_by, way.status.decided_on)
    if not decided:
        return []
    return [decided, way.decision.title] if way.decision else [decided]


def audience_words(way: Way) -> list[str]:
    """For whom its numbers were decided, in a line; none where nobody has decided."""
    return [f"für: {word(way.status.audience)}"] if way.status and way.status.decided_by else []


def _row(desk: Desk, way: Way) -> str:
    cells = (
        way.purpose,
        way.legal_basis,
        source_words(desk, way),
        "\n".join([*decision_words(way), *audience_words(way)]),
        str(way.statements or texts.NO_STATEMENTS),
    )
    told = "".join(_cell(heading, cell) for heading, cell in zip(HEADINGS[1:], cells, strict=True))
    return f'<tr><th scope="row">{escape(way.name)}<br><span class="meta">{escape(_below_name(desk, way))}</span></th>{told}</tr>'


def _below_name(desk: Desk, way: Way) -> str:
    """Id in the catalogue; of a proposal whose it is and how far its entry has come."""
    if way.indicator or way.status is None:
        return way.id
    status = way.status
    state = texts.state_words(status.release_level, status.embargo, desk.store.today())
    return f"{home_words(status.owner, desk.names)} · {state}"


def _cell(heading: str, text: str) -> str:
    """data-label: in a narrow window the heading stands before its cell."""
    lines = "<br>".join(map(escape, text.splitlines())) or "–"
    return f'<td data-label="{escape(heading)}">{lines}</td>'
