"""The map's legend as HTML: a list that screen readers read out, with the same signs as the map."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Literal, NamedTuple

Mark = Literal["fill", "hidden", "missing", "flagged", "selected"]

COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}")

# Signs are drawn by CSS: `st.html` removes inline SVG, and pictures would travel with every change.
STYLE = """<style>
.legende{font-size:.95rem;line-height:1.35}
.legende p{margin:0 0 .4rem;font-weight:600}
.legende ul{display:flex;flex-wrap:wrap;gap:.35rem 1.4rem;margin:0;padding:0;list-style:none}
.legende.untereinander ul{flex-direction:column}
.legende li{display:flex;align-items:center;gap:.55rem;margin:0}
.legende small{font-size:1em;color:#51616b}
.legende i{flex:none;box-sizing:border-box;width:2rem;height:1.3rem;border:1px solid #8a979e;border-radius:3px;
print-color-adjust:exact;font:700 .8rem/1rem sans-serif;text-align:center}
.legende .hidden{background:repeating-linear-gradient(135deg,#6b7680 0 1.6px,#f6f4ef 1.6px 5.6px)}
.legende .missing{background:#eceff0 radial-gradient(#8a979e 1.1px,#0000 1.3px) 1px 1px/6px 6px}
.legende .flagged{border:2.5px solid #16212a}
.legende .flagged::before{content:"!";display:block;width:1rem;height:1rem;margin:-.02rem auto;border-radius:50%;
background:#fff;color:#16212a;box-shadow:0 0 0 1.5px #16212a;transform:scale(.8)}
.legende .selected{border:5px double #0b4f6c}
</style>"""


class LegendEntry(NamedTuple):
    """One line of the legend.

    text: range or meaning ("12,4 bis 18,0 %", "geheim: zu kleine Zahl"); colour: fill, "#rrggbb".
    areas: how many areas are drawn so, None where nothing is counted.
    mark: how the sign is drawn: "fill" with the colour, else as the map draws such areas.
    """

    text: str
    colour: str = "#ffffff"
    areas: int | None = None
    mark: Mark = "fill"


def legend_html(
    entries: Sequence[LegendEntry],
    *,
    title: str = "",
    unit: tuple[str, str] = ("Gebiet", "Gebiete"),
    stacked: bool = False,
) -> str:
    """HTML for `st.html`. unit: singular and plural of the areas; stacked: entries below each other.

    Raises ValueError for a colour that is not a hexadecimal one.
    """
    heading = f"<p>{escape(title)}</p>" if title else ""
    items = "".join(
        f"<li>{swatch(entry)}<span>{escape(entry.text)}{amount(entry, unit)}</span></li>" for entry in entries
    )
    layout = " untereinander" if stacked else ""
    return f'{STYLE}<div class="legende{layout}">{heading}<ul role="list">{items}</ul></div>'


def amount(entry: LegendEntry, unit: tuple[str, str]) -> str:
    if entry.areas is None:
        return ""
    name = unit[0] if entry.areas == 1 else unit[1]
    return f" <small>· {entry.areas} {escape(name)}</small>"


def swatch(entry: LegendEntry) -> str:
    """The sign; hidden from screen readers, because the text beside it says the same."""
    if not COLOUR.fullmatch(entry.colour):
        raise ValueError(f"not a hexadecimal colour: {entry.colour!r}")
    fill = "" if entry.mark in ("hidden", "missing") else f' style="background:{entry.colour}"'
    return f'<i class="{entry.mark}"{fill} aria-hidden="true"></i>'
