"""Examples of areas added up or drawn anew, and of what is kept secret."""

from __future__ import annotations

import pandas as pd

from indicators.catalogue import Method
from indicators.crosswalk import extensive, intensive
from indicators.rates import proportion
from indicators.signs import Sign
from monitor.release import Release
from monitor.worked_examples.case import Case, Example, case_of, has
from texts.numbers import german, german_int
from texts.signs import MEANING

TWO_AREAS = "Dazu braucht es einen Anteil, der in mindestens zwei Gebieten gezeigt wird."
PARTS = (0.6, 1.0)  # invented shares of two areas in a new one
REASONS = (Sign.PRIMARY, Sign.SMALL_BASE, Sign.SECONDARY, Sign.SECRET)


def added(release: Release, chosen: str) -> Example:
    case = case_of(release, chosen, has(Method.PROPORTION, areas=2), TWO_AREAS)
    small, large = (case.shown.loc[area] for area in _ends(case))
    count, base = small["count"] + large["count"], small["base"] + large["base"]
    right = proportion([count], [base], case.indicator.per).value[0]
    return Example(
        (
            f"{case.title}: {_numbers(case, small)}; {_numbers(case, large)}.",
            f"Zusammen {german_int(count)} von {german_int(base)}, das sind {case.value(right)}. Das Mittel der beiden "
            f"Anteile wäre {case.value((small['value'] + large['value']) / 2)} und falsch.",
        )
    )


def transferred(release: Release, chosen: str) -> Example:
    case = case_of(release, chosen, has(Method.PROPORTION, areas=2), TWO_AREAS)
    rows = case.shown.loc[list(_ends(case))]
    names = [case.name(str(area)) for area in rows.index]
    shares = pd.DataFrame({"source": rows.index, "target": "neu", "share": PARTS})
    count, base = (float(extensive(rows[name], shares)["neu"]) for name in ("count", "base"))
    weights = shares.assign(share=rows["base"].to_numpy() * PARTS)
    value = float(intensive(rows["value"], weights)["neu"])
    part = german_int(PARTS[0] * 100)
    return Example(
        (
            f"Angenommen, ein neues Gebiet bestünde aus {part} % der Fläche von {names[0]} und dem ganzen Gebiet {names[1]} "
            "(der Zuschnitt ist erfunden).",
            f"{case.title}: {_numbers(case, rows.iloc[0])}; {_numbers(case, rows.iloc[1])}.",
            f"Geschätzt hätte das neue Gebiet {german(count)} von {german(base)}, das sind {case.value(value)}.",
        )
    )


def hidden(release: Release, chosen: str) -> Example:
    case = case_of(
        release, chosen, lambda case: bool(_signs(case).isin(REASONS).any()), "In diesen Daten ist kein Wert geheim."
    )
    signs, protection = _signs(case), release.county.protection_for(case.indicator.source)
    reasons = signs[signs.isin(REASONS)].map(lambda sign: MEANING[Sign(sign)].removeprefix("geheim: "))
    counted = reasons.value_counts()
    table = pd.DataFrame({"Grund": counted.index, case.plural: [german_int(number) for number in counted]})
    return Example(
        (
            f"{case.title}: Für diese Quelle ist t = {protection.threshold} und die Mindestbasis {protection.minimum_base}. "
            f"{len(signs)} {case.plural}, davon {german_int(signs.isin(REASONS).sum())} geheim.",
        ),
        table,
    )


def _ends(case: Case) -> tuple[str, str]:
    """The areas with the smallest and the largest base."""
    base = case.shown["base"].dropna().sort_values(kind="stable")
    return str(base.index[0]), str(base.index[-1])


def _numbers(case: Case, row: pd.Series) -> str:
    return f"{case.name(str(row.name))} {german_int(row['count'])} von {german_int(row['base'])} ({case.value(row['value'])})"


def _signs(case: Case) -> pd.Series:
    return pd.Series(case.release.table(case.level, case.indicator.id, case.year)["sign"])
