"""The link of a view: parameters of which reading makes the same view again."""

from __future__ import annotations

from indicators.classify import Scheme
from ui.classes import own_text
from ui.view import WITH_BOUNDS, AttentionView, Second, View


def link_of(view: View) -> dict[str, str]:
    """The parameters of the link to a view: `read_view` makes the same view of them."""
    link = {
        "kennzahl": view.indicator.id,
        "jahr": str(view.year),
        "ebene": view.level,
        "kommune": view.municipality,
        "gebiet": view.area,
        "klassen": view.classes.scheme.value,
        "anzahl": "" if view.classes.scheme in WITH_BOUNDS else str(view.classes.classes),
        "grenzen": own_text(view.classes) if view.classes.scheme in (Scheme.OWN, Scheme.SPLIT) else "",
        "seit": str(view.since or ""),
        "flaeche": view.shape,
        "seite": view.side,
        **_second_link(view.second),
    }
    return {param: value for param, value in link.items() if value}


def _second_link(second: Second | None) -> dict[str, str]:
    if second is None:
        return {}
    if second.year is None:
        return {"zweite": "kennzahl", "kennzahl2": second.indicator.id}
    return {"zweite": "jahr", "jahr2": str(second.year)}


def attention_link_of(view: AttentionView) -> dict[str, str]:
    link = {
        "regel": view.rule,
        "ebene": view.level,
        "jahr": str(view.year),
        "kommune": view.municipality,
        "gebiet": view.area,
    }
    return {param: value for param, value in link.items() if value}
