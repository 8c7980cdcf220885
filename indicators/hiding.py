"""Which sums of a release are hidden, so that nobody can work out a number that must not be known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from indicators.disclosure.certificates import certificates, certified
from indicators.disclosure.earlier_sums import NONE_PLACED, Placed, with_earlier
from indicators.disclosure.parts import protected_in_parts
from indicators.disclosure.places import Places
from indicators.disclosure.protect import UnprotectableError
from indicators.disclosure.shares import Shares
from indicators.disclosure.sums import Before, Key, Nesting, Sums
from indicators.disclosure.system import System
from indicators.disclosure.system_of_sums import hidden_as_well, system_of
from indicators.disclosure.told_by_shares import hidden_against_shares
from indicators.disclosure.told_counts import with_bases_hidden
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
    placed: Placed = NONE_PLACED,
    shares: Shares | None = None,
) -> Hiding:
    """Which sums to hide, and which blocks of them need not be attacked again.

    nestings: which areas make up which, by positions of levels. before: what an earlier release showed and hid; safe: the
    blocks that withstood there; placed: of what lies in no part. shares: of base units that are cut.
    Rounded numbers that others confine too far are hidden as well, the finest first. Raises UnprotectableError where nothing
    helps.
    """
    sums = with_bases_hidden(sums, before) if before else sums
    asked = {key: each.after(before[key]) if before and key in before else each for key, each in sums.items()}
    while any((each.hidden | each.rounded).any() for each in asked.values()):
        known = _known(asked, nestings, before, placed, shares)
        try:
            found = _protected(sums, asked, known, safe)
            if not (more := _told_by_shares(asked, known, found)):
                return found
        except UnprotectableError as error:
            if not (more := hidden_as_well(asked, error.cells)):
                raise
        asked |= more
    return Hiding({key: each.hidden for key, each in sums.items()})


class _Known(NamedTuple):
    """plain: what all readers know. ever: what those know who have kept the earlier releases."""

    plain: System
    ever: System
    places: Places


def _known(
    asked: Mapping[Key, Sums],
    nestings: Sequence[Nesting],
    before: Mapping[Key, Before] | None,
    placed: Placed,
    shares: Shares | None,
) -> _Known:
    system, places = system_of(asked, nestings, shares)
    return _Known(system, with_earlier(system, places, before, placed) if before else system, places)


def _protected(sums: Mapping[Key, Sums], asked: Mapping[Key, Sums], known: _Known, safe: frozenset[str]) -> Hiding:
    system, ever, places = known
    sensitive = np.concatenate([each.hidden.ravel() for each in sums.values()]) & system.hidden
    # What has withstood elsewhere has not withstood readers who know the sums of an earlier release here.
    as_whole, apart = (certified(each, sensitive, safe) for each in (ever, ever.of_neighbours))
    found = protected_in_parts(ever, sensitive, ~as_whole & ~apart, apart)
    final = replace(system, hidden=found.hidden)
    hidden = {key: (found.hidden[places.at(key)] & ~asked[key].rounded) | sums[key].hidden for key in sums}
    proven = certificates(final, sensitive, found.proven) | certificates(final.of_neighbours, sensitive, found.apart)
    return Hiding(hidden, proven)


def _told_by_shares(asked: Mapping[Key, Sums], known: _Known, found: Hiding) -> dict[Key, Sums]:
    """The sums with what is hidden so far, and with one more of them against readers who know by which shares base units are
    cut; none where nothing follows for these."""
    hidden = np.concatenate([(found.hidden[key] | each.rounded).ravel() for key, each in asked.items()])
    cells = hidden_against_shares(known.ever.with_hidden(hidden))
    if not cells.size:
        return {}
    hidden[cells] = True
    return {key: replace(each, hidden=hidden[known.places.at(key)] & ~each.rounded) for key, each in asked.items()}
