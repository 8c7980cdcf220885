"""Words for values of years in which an area was not yet drawn as it is now."""

from __future__ import annotations

from datetime import date

from texts.schemes import day_words

RECALCULATED = "zurückgerechnet"
HEADING = "Zuschnitt"
IN_TABLE = (
    f"**{RECALCULATED}**: Damals war dort anders eingeteilt; die Zahlen sind auf den heutigen Zuschnitt umgerechnet."
)
IN_CHANGES = (
    "Frühere Werte sind zum Teil auf den heutigen Zuschnitt zurückgerechnet: Damals war dort anders eingeteilt."
)
BROKEN_IN_TABLE = (
    "**Reihe beginnt neu**: Für manche Gebiete liegen die Zahlen nur im früheren Zuschnitt vor und lassen sich nicht "
    "auf den heutigen umrechnen."
)


def cut_words(is_recalculated: bool) -> str:
    """What tables and files say in the column `HEADING`."""
    return RECALCULATED if is_recalculated else ""


def recalculated_words(day: date) -> str:
    """ "zurückgerechnet auf den Zuschnitt vom 01.01.2023" """
    return f"{RECALCULATED} auf den Zuschnitt vom {day_words(day)}"


def since_words(day: date) -> str:
    """ "Zuschnitt seit 01.01.2023. Die Werte davor sind zurückgerechnet." """
    return f"Zuschnitt seit {day_words(day)}. Die Werte davor sind {RECALCULATED}."


def break_words(day: date, first: str) -> str:
    """Why a series begins late. first: what the first value is called ("2022", "2020–2022"), "" where there is none.

    >>> break_words(date(2023, 1, 1), "")
    'Reihe beginnt neu: Für den Zuschnitt vom 01.01.2023 gibt es noch keine Zahlen; frühere gelten nur für den Zuschnitt davor.'
    """
    there = f"gibt es Zahlen ab {first}" if first else "gibt es noch keine Zahlen"
    return f"Reihe beginnt neu: Für den Zuschnitt vom {day_words(day)} {there}; frühere gelten nur für den Zuschnitt davor."
