"""A row of a profile with numbers of one's own."""

import math

import pandas as pd

from indicators.benchmark import Comparison, Target
from indicators.catalogue import Indicator, Method
from indicators.signs import Sign
from indicators.trend import Trend
from views.profile.row import Range, Row

NAN = math.nan


def indicator(**changes):
    given = {
        "id": "A2", "name": "Kinderarmut", "theme": "Armut", "method": Method.PROPORTION, "numerator": "x",
        "numerator_name": "Kinder in Armut", "denominator": "n", "denominator_name": "Kinder", "polarity": -1,
    }  # fmt: skip
    return Indicator(**given | changes)


def course(values, first=2020, signs=None, lower=None, upper=None):
    years = pd.Index(range(first, first + len(values)), name="year")
    shown = [Sign.SHOWN if value == value else Sign.PRIMARY for value in values]
    columns = {"value": values, "lower95": lower or values, "upper95": upper or values, "sign": signs or shown}
    return pd.DataFrame(columns, index=years).assign(recalculated=False)


def made_row(*, indicator_=None, spread=(0, 5, 8, 12, 40), **changes):
    given = {
        "pool": 1, "year": 2024, "sign": Sign.SHOWN, "count": 20.0, "base": 100.0, "value": 20.0, "lower95": 14.0,
        "upper95": 30.0, "comparison": Comparison.MUCH_HIGHER, "trend": Trend.NONE, "target": Target.NOT_COMPARED,
        "whole": 10.0, "above": None, "range": Range(*map(float, spread), 158), "course": course([18.0, 19.0, 20.0]),
    }  # fmt: skip
    return Row(indicator=indicator_ or indicator(), **given | changes)
