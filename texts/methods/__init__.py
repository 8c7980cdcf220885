"""The methods in German: the page Methodik and docs/methoden.md tell the same.

One module a group, one `MethodText` a method. `python -m texts.methods` writes docs/methoden.md.
"""

from __future__ import annotations

from texts.methods import (
    areas,
    attention,
    combining,
    comparing,
    development,
    goals,
    inequality,
    maps,
    small_numbers,
    values,
)
from texts.methods.entry import Group, MethodText
from texts.methods.names import EFFECT_LEVELS, METHODS, POLARITY, STANDARD_NAMES

GROUPS: tuple[Group, ...] = (
    values.GROUP,
    small_numbers.GROUP,
    comparing.GROUP,
    development.GROUP,
    goals.GROUP,
    combining.GROUP,
    attention.GROUP,
    inequality.GROUP,
    maps.GROUP,
    areas.GROUP,
)
METHOD_TEXTS: dict[str, MethodText] = {method.key: method for group in GROUPS for method in group.methods}

__all__ = ["EFFECT_LEVELS", "GROUPS", "METHODS", "METHOD_TEXTS", "POLARITY", "STANDARD_NAMES", "Group", "MethodText"]
