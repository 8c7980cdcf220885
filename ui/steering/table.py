"""A table that every reader's program reads: real rows and headings, everything in it text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape


def table_html(headings: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> str:
    """caption: what the table is, for those who do not see it."""
    heads = "".join(f'<th scope="col">{escape(each)}</th>' for each in headings)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f'<div class="steering-table"><table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
