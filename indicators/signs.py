"""Why a number is not there. One sign per cell, carried from the delivery to the screen."""

from __future__ import annotations

from enum import IntEnum


class Sign(IntEnum):
    """State of one cell. Only SHOWN cells hold a number; all others are NaN beside their sign."""

    SHOWN = 0
    ABSENT = 1  # no row was delivered
    NOTHING = 2  # delivered as "–" or −1: there is nothing to count here; adds nothing to a sum
    UNKNOWN = 3  # delivered as ".": unknown or secret
    SECRET = 4  # delivered as "•" or −9: secret at the source
    UNRELIABLE = 5  # delivered as "/": not reliable enough
    BLOCKED = 6  # delivered as "x": blocked, makes no sense here
    PRIMARY = 7  # hidden by our own rule: small count or small complement
    SECONDARY = 8  # hidden so that no other hidden count can be worked out
    SMALL_BASE = 9  # base below the minimum: no rate
    NOT_AT_LEVEL = 10  # the indicator does not exist at this level
    NO_EVENTS = 11  # too few events for a standardised rate
    OVERLAP = 12  # no change: the two periods share years


# Codes of German statistics and of the census grids. A code is a meaning, never a number.
DELIVERED_CODES: dict[str, Sign] = {
    "–": Sign.NOTHING,
    "-": Sign.NOTHING,
    "−": Sign.NOTHING,
    "-1": Sign.NOTHING,
    ".": Sign.UNKNOWN,
    "…": Sign.UNKNOWN,
    "...": Sign.UNKNOWN,
    "•": Sign.SECRET,
    "*": Sign.SECRET,
    "-9": Sign.SECRET,
    "/": Sign.UNRELIABLE,
    "x": Sign.BLOCKED,
    "X": Sign.BLOCKED,
}
