"""The register of decisions, searched."""

from __future__ import annotations

from datetime import date

import pytest

from store.kinds import Decision
from views.participation.register import Search, found_decisions, years_of

DECISIONS = [
    Decision(id="1", title="Kita zuerst", body="Kreistag", day=date(2024, 12, 5), text="Ausbau", reasons="", indicator="A2"),
    Decision(id="2", title="Straße", body="Lenkungsgruppe", day=date(2025, 3, 1), text="Öffnung", reasons="Viele Kinder", indicator=""),
    Decision(id="3", title="Treff", body="Kreistag", day=date(2025, 3, 1), text="Kita-Treff", reasons="", indicator="A1"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("search", "found"),
    [
        (Search(), ["3", "2", "1"]),  # the newest first, the later id first on one day
        (Search("kita"), ["3", "1"]),  # title, text; capitals do not matter
        (Search("KREISTAG kita"), ["3", "1"]),  # every word, wherever it stands
        (Search("kita lenkungsgruppe"), []),
        (Search("kinder"), ["2"]),  # reasons
        (Search("STRASSE"), ["2"]),  # ß
        (Search("O\u0308FFNUNG"), ["2"]),  # Ö in two code points
        (Search(year=2025), ["3", "2"]),
        (Search(indicator="A2"), ["1"]),
        (Search("kita", 2025, "A2"), []),
        (Search("(", 0, ""), []),  # no pattern, just a letter
    ],
)
def test_search(search, found):
    assert [each.id for each in found_decisions(DECISIONS, search)] == found


def test_years_the_last_one_first():
    assert years_of(DECISIONS) == [2025, 2024]
