"""Short spellings for the message to the map: words once, one character per area."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

SEPARATOR = "|"
CODES = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
NO_WORD = "-"


def coded(words: Sequence[str]) -> tuple[list[str], str]:
    """Distinct words in order of first appearance, and one code per word; "-" for the empty one.

    >>> coded(["wie der Kreis", "", "wie der Kreis", "günstiger"])
    (['wie der Kreis', 'günstiger'], '0-01')
    """
    distinct = list(dict.fromkeys(word for word in words if word))
    if len(distinct) > len(CODES):
        raise ValueError(f"more than {len(CODES)} different words: write what differs per area as its value")
    code_of = {word: CODES[position] for position, word in enumerate(distinct)} | {"": NO_WORD}
    return distinct, "".join(code_of[word] for word in words)


def joined(values: Sequence[str]) -> tuple[str, str]:
    """Values in one string, and the ending they all share ("31,2 %" and "4,0 %" share " %").

    >>> joined(["31,2 %", "", "4,0 %"])
    ('31,2||4,0', ' %')
    """
    if any(SEPARATOR in value for value in values):
        raise ValueError(f"a value holds {SEPARATOR!r}, which separates values")
    ending = common_ending([value for value in values if value])
    return SEPARATOR.join(value.removesuffix(ending) for value in values), ending


def common_ending(values: Sequence[str]) -> str:
    """The longest ending shared by all that holds no digit: digits belong to the numbers."""
    shared = takewhile(
        lambda letters: len(set(letters)) == 1, zip(*(reversed(value) for value in values), strict=False)
    )
    ending = takewhile(lambda letter: not letter.isdigit(), (letters[0] for letters in shared))
    return "".join(ending)[::-1]
