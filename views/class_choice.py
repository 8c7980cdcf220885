"""How a map divides its values into classes: read from a link, written into one."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from indicators.classify import MOST_CLASSES, Scheme
from indicators.status_dynamics import MINIMUM_AREAS
from views.wanted import Wanted, known

MOST_TEXT = 80  # characters of bounds in a link
NUMBERS = [str(number) for number in range(3, MOST_CLASSES + 1)]
DEFAULT_NUMBER = "5"
ORDER = (
    Scheme.QUANTILE, Scheme.EQUAL, Scheme.PRETTY, Scheme.NATURAL, Scheme.DEVIATION, Scheme.FIXED, Scheme.SPLIT, Scheme.OWN,
)  # fmt: skip
A_NUMBER = re.compile(r"-?\d{1,9}(,\d{1,6}|\.\d{1,6})?")


class ClassChoice(NamedTuple):
    """scheme, number of classes, and the bounds of `Scheme.FIXED`, `Scheme.OWN` and `Scheme.SPLIT`.

    Own bounds may still be missing: the choice is one all the same, and stays in the link until they are entered.
    """

    scheme: Scheme = Scheme.QUANTILE
    classes: int = int(DEFAULT_NUMBER)
    own: tuple[float, ...] = ()

    @classmethod
    def usual(cls, fixed: tuple[float, ...]) -> ClassChoice:
        """What a link without classes asks for. fixed: bounds the catalogue gives."""
        return cls(Scheme.FIXED, own=fixed) if fixed else cls()

    @property
    def drawn(self) -> ClassChoice:
        """What the map shows: the usual classes as long as bounds are missing."""
        return ClassChoice() if self.scheme in (Scheme.OWN, Scheme.SPLIT) and not self.own else self


def read_classes(fixed: tuple[float, ...], source: Wanted, middle: float, areas: int) -> ClassChoice:
    """The classes a link asks for. fixed: bounds the catalogue gives; where there are any, they are the default.

    middle: where the map is split if the link names no value: the value of the whole county, printed. May be missing.
    areas: how many areas the classes are made of: all of the county at their level, whatever municipality is looked at.
    """
    scheme = Scheme(known(source, "klassen", schemes_for(fixed, areas), default_scheme(fixed)))
    if scheme is Scheme.FIXED:
        return ClassChoice(scheme, own=fixed)
    if scheme in (Scheme.OWN, Scheme.SPLIT):
        own = bounds_from(source("grenzen")[:MOST_TEXT])
        if scheme is Scheme.SPLIT:
            own = own[:1] or ((middle,) if math.isfinite(middle) else ())
        return ClassChoice(scheme, own=own)
    return ClassChoice(scheme, int(known(source, "anzahl", NUMBERS, DEFAULT_NUMBER)))


def schemes_for(fixed: tuple[float, ...], areas: int) -> list[str]:
    """The schemes that can be chosen: of too few areas mean and standard deviation say nothing."""
    missing = {*([] if fixed else [Scheme.FIXED]), *([Scheme.DEVIATION] if areas < MINIMUM_AREAS else [])}
    return [scheme.value for scheme in ORDER if scheme not in missing]


def default_scheme(fixed: tuple[float, ...]) -> str:
    return Scheme.FIXED.value if fixed else Scheme.QUANTILE.value


def bounds_from(text: str) -> tuple[float, ...]:
    """Rising bounds from "0; 5; 12,5"; empty where the text is anything else or there are too many."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if not all(A_NUMBER.fullmatch(part) for part in parts):
        return ()
    bounds = tuple(sorted({float(part.replace(",", ".")) for part in parts}))
    return bounds if len(bounds) < MOST_CLASSES else ()


def own_text(choice: ClassChoice) -> str:
    """The bounds as `bounds_from` reads them."""
    return ";".join(f"{bound:.6f}".rstrip("0").rstrip(".") for bound in choice.own)
