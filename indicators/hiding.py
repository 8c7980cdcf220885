"""Which sums of a release are hidden, so that nobody can work out a number that must not be known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from indicators.disclosure.certificates import certificates, certified
from indicators.disclosure.earlier_sums import with_earlier
from indicators.disclosure.parts import protected_in_parts
from indicators.disclosure.protect import UnprotectableError
from indicators.disclosure.sums import Before, Key, Nesting, Sums
from indicators.disclosure.system_of_sums import hidden_as_well, system_of
from indicators.shapes import BoolArray


@dataclass(frozen=True)
class Hiding:
    """hidden: which sums are not shown. safe: `certificates` of the sums that withstand every attack like this."""

    hidden: Mapping[Key, BoolArray]
    safe: frozenset[str] = frozenset()


def hiding(
    sums: Mapping[Key, Sums],
    nestings: Sequence[Nesting],
    before: Mapping[Key, Before] | None = None,
    safe: frozenset[str] = frozenset(),
    placed: Mapping[Key, BoolArray] | None = None,
) -> Hiding:
    """Which sums to hide, and which blocks of them need not be attacked again.

    nestings: which areas make up which, by positions of levels. before: what an earlier release showed and hid; safe: the
    blocks that withstood there; placed: of what lies in no part, where nothing did so there. Rounded numbers that others
    confine too far are hidden as well, the finest first. Raises UnprotectableError where nothing helps.
    """
    asked = {key: each.after(before[key]) if before and key in before else each for key, each in sums.items()}
    while any((each.hidden | each.rounded).any() for each in asked.values()):
        try:
            return _protected(sums, asked, nestings, before, safe, placed)
        except UnprotectableError as error:
            if not (confined := hidden_as_well(asked, error.cells)):
                raise
            asked |= confined
    return Hiding({key: each.hidden for key, each in sums.items()})


def _protected(
    sums: Mapping[Key, Sums],
    asked: Mapping[Key, Sums],
    nestings: Sequence[Nesting],
    before: Mapping[Key, Before] | None,
    safe: frozenset[str],
    placed: Mapping[Key, BoolArray] | None,
) -> Hiding:
    system, places = system_of(asked, nestings)
    sensitive = np.concatenate([each.hidden.ravel() for each in sums.values()]) & system.hidden
    known_as_well = with_earlier(system, places, before, placed) if before else system
    # What has withstood elsewhere has not withstood readers who know the sums of an earlier release here.
    as_whole, apart = (certified(each, sensitive, safe) for each in (known_as_well, known_as_well.of_neighbours))
    found = protected_in_parts(known_as_well, sensitive, ~as_whole & ~apart, apart)
    final = replace(system, hidden=found.hidden)
    hidden = {key: (found.hidden[places.at(key)] & ~asked[key].rounded) | sums[key].hidden for key in sums}
    proven = certificates(final, sensitive, found.proven) | certificates(final.of_neighbours, sensitive, found.apart)
    return Hiding(hidden, proven)
