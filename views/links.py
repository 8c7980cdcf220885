"""The link of a view: parameters of which reading makes the same view again."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.classify import Scheme
from views import options
from views.assumptions import PARAM
from views.class_choice import own_text
from views.view import WITH_BOUNDS, AttentionView, Second, View
from views.what_if import WHAT_IF_PARAMETERS

VIEW_PARAMETERS = (
    "kennzahl", "jahr", "ebene", "kommune", "gebiet", "klassen", "anzahl", "grenzen", "seit", "zweite", "kennzahl2",
    "jahr2", "flaeche", "seite", "werte", "orte", "grundkarte", "ueberlagerung",
)  # fmt: skip
ATTENTION_PARAMETERS = ("regel", "ebene", "jahr", "kommune", "gebiet", "einig", PARAM, *WHAT_IF_PARAMETERS)


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
        "werte": options.MEASURED if view.measured else "",
        **_second_link(view.second),
    }
    return {param: value for param, value in link.items() if value}


def whole_link(view: View | AttentionView, extras: Mapping[str, str]) -> dict[str, str]:
    """Every parameter of the page's link, "" where it has none. extras: what is switched on besides."""
    if isinstance(view, AttentionView):
        return dict.fromkeys(ATTENTION_PARAMETERS, "") | attention_link_of(view)
    return dict.fromkeys(VIEW_PARAMETERS, "") | link_of(view) | dict(extras)


def _second_link(second: Second | None) -> dict[str, str]:
    if second is None:
        return {}
    if second.year is None:
        return {"zweite": "kennzahl", "kennzahl2": second.indicator.id}
    return {"zweite": "jahr", "jahr2": str(second.year)}


def attention_link_of(view: AttentionView) -> dict[str, str]:
    """The parameters of the link to a view of a rule; what is as the county has decided stands in none of them."""
    link = {
        "regel": view.rule,
        "ebene": view.level,
        "jahr": str(view.year),
        "kommune": view.municipality,
        "gebiet": view.area,
        "einig": "1" if view.agreement else "",
        **view.changed,
    }
    return {param: value for param, value in link.items() if value}
