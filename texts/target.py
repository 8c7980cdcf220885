"""Words for a value held against its target."""

from __future__ import annotations

from indicators.benchmark import Target

WORDS = {
    Target.MET: "erreicht",
    Target.MISSED: "nicht erreicht",
    Target.OPEN: "nicht zu unterscheiden",
    Target.NOT_COMPARED: "",
}


def target_words(target: int) -> str:
    """ "erreicht", "nicht erreicht", both with the whole 95 % interval; "nicht zu unterscheiden"; "" without comparison."""
    return WORDS[Target(target)]
