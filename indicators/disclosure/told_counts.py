"""Counts that readers know already, and that would have to be hidden now for what they leave of their base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from indicators.disclosure.sums import Before, Key, Sums
from indicators.shapes import BoolArray


def with_bases_hidden(sums: Mapping[Key, Sums], before: Mapping[Key, Before]) -> dict[Key, Sums]:
    """The sums with the base hidden where it has been corrected and a count that has not would follow with it: of 57 of 60
    everybody knows the 57, so that of 57 of 58 the 58 must not be known.

    Where both are known already, what the one leaves of the other is known as well.
    """
    found = dict(sums)
    for key, each in sums.items():
        for measure in each.wholes if key in before else ():
            base = key._replace(measure=measure)
            if base in sums:
                told = _told(each, before[key]) & ~_known(sums[base], before.get(base))
                few_others = sums[base].numbers - each.numbers <= each.numbers
                found[base] = _hidden(found[base], told & few_others, each)
    return found


def _told(count: Sums, before: Before) -> BoolArray:
    return np.asarray(count.hidden & (count.numbers == before.numbers))


def _known(base: Sums, before: Before | None) -> BoolArray:
    return np.zeros_like(base.hidden) if before is None else np.asarray(base.numbers == before.numbers)


def _hidden(base: Sums, chosen: BoolArray, count: Sums) -> Sums:
    need = np.where(chosen, np.maximum(base.need, count.need), base.need)
    return replace(base, hidden=base.hidden | chosen, need=need)
