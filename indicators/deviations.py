"""How far a value may lie from the county's by chance, and from where on it counts as secured."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.catalogue import Method
from indicators.change import limits_at
from indicators.evidence import Evidence
from indicators.intervals import normal_quantile
from indicators.posterior import WIDTH95


def deviations(evidence: Evidence) -> pd.DataFrame:
    """z of every value against the county's: (value − benchmark)/standard error; high = unfavourable.

    areas × indicators. Standard error of the benchmark at the area's base: √(θ(1 − θ)/n) for shares, √(θ/n) for rates; for
    standardised rates that of their own interval. |z| > 1.96 for a share where, and only where, its Wilson interval
    excludes the benchmark. A stand-in gets the largest error among the published ones: it is known of no area itself.
    Value = benchmark: 0, also where nothing varies. Missing values and indicators without an interval: NaN.
    Source: Spiegelhalter (2005), Statistics in Medicine 24:1185–1202 (z-scores of funnel plots), as PHE/OHID use them.

    >>> from dataclasses import replace
    >>> from indicators.evidence import evidence_of_values
    >>> shares = replace(evidence_of_values(pd.DataFrame({"A": [26.0, 12.0]}), {"A": -1}),
    ...                  bases=pd.DataFrame({"A": [100.0, 400.0]}), benchmark=pd.Series({"A": 20.0}),
    ...                  methods=pd.Series({"A": "proportion"}), per=pd.Series({"A": 100.0}))
    >>> deviations(shares)["A"].round(2).tolist()
    [1.5, -4.0]
    """
    errors = completed_errors(evidence)
    distance = evidence.turned(evidence.values - evidence.benchmark)
    return (distance / errors.where(errors > 0)).where(distance != 0, 0.0).where(errors.notna() & distance.notna())


def completed_errors(evidence: Evidence) -> pd.DataFrame:
    """`standard_errors` with the largest of the indicator where a value is a stand-in or missing."""
    errors = standard_errors(evidence)
    return errors.fillna(errors.max())


def standard_errors(evidence: Evidence) -> pd.DataFrame:
    """Standard error of each published value if the county's were the true one; NaN for all others. areas × indicators."""
    share = evidence.benchmark / evidence.per
    variance = {Method.PROPORTION: share * (1 - share), Method.RATE: share}
    width = (evidence.published.upper95 - evidence.published.lower95) / WIDTH95

    def of(indicator: str) -> pd.Series:
        method, own = evidence.methods[indicator], evidence.own(indicator)
        if method not in variance:
            return pd.Series(width[indicator]).where(method == Method.STANDARDISED)
        spread = float(variance[method][indicator])
        return pd.Series(float(evidence.per[indicator]) * np.sqrt(spread / evidence.bases[indicator].where(own)))

    return pd.DataFrame({str(name): of(str(name)) for name in evidence.values}, index=evidence.values.index)


def critical_values(evidence: Evidence, confidence: float) -> pd.DataFrame:
    """The value above which an area counts as unfavourable, secured at 95 or 99.8 %; turned: high = unfavourable.

    areas × indicators, NaN where there is no published value with limits. For shares the control limit of the funnel plot
    (θ + z·√(θ(1 − θ)/n)), which a share exceeds where its Wilson interval excludes the benchmark. Elsewhere the
    benchmark plus as much as the interval reaches towards it from the value.
    """
    value: pd.DataFrame = evidence.turned(evidence.published.value)
    benchmark = (-evidence.polarity * evidence.benchmark).reindex(value.columns)
    first, second = (evidence.turned(limit) for limit in limits_at(evidence.published, confidence))
    lower, upper = first.where(first < second, second), second.where(first < second, first)
    reach = (value - lower).where(value > benchmark, upper - value)
    shares = [str(name) for name in value if evidence.methods[str(name)] == Method.PROPORTION]
    reach[shares] = standard_errors(evidence)[shares] * normal_quantile(confidence / 100)
    return pd.DataFrame(reach + benchmark)
