"""Tables small enough to write down: published sums of inner counts, and the system they make."""

from dataclasses import dataclass

import numpy as np
import pytest
from scipy import sparse

from indicators.catalogue import Indicator, Method
from indicators.disclosure.system import NEVER, System
from indicators.disclosure.uses import use_of_count
from indicators.primary import Rule
from indicators.rates import Estimate
from indicators.signs import Sign
from indicators.values import Values


@dataclass(frozen=True)
class Table:
    """members: published sums × inner counts, 1 where a sum holds a count. inner: the counts. bases: of whom they are
    part, NaN where nobody is asked. tiers: of the published sums. The system holds the published sums, then the inner
    counts, which nobody sees."""

    members: np.ndarray
    inner: np.ndarray
    bases: np.ndarray
    rule: Rule
    tiers: np.ndarray

    @property
    def size(self):
        return len(self.members)

    @property
    def values(self):
        return self.members @ self.inner

    @property
    def upper(self):
        return self.members @ self.bases

    @property
    def system(self):
        size, inner = self.members.shape
        indicator = Indicator("I", "I", "", Method.PROPORTION, "x", "", "n")
        column = Values(self.values[:, None], self.upper[:, None], Estimate(*[self.values[:, None]] * 5), _shown(size))
        use = use_of_count(indicator, column, self.rule)

        def cells(array, beside):
            return np.append(array[:, 0], np.full(inner, beside))

        values = np.append(self.values, self.inner).astype(float)
        upper = np.append(use.upper[:, 0], np.where(np.isnan(self.bases), np.inf, self.bases))
        return System(
            values=values,
            relations=sparse.csr_array(np.hstack([np.eye(size), -self.members])),
            hidden=cells(use.hidden, False).astype(bool),
            need=np.minimum(cells(use.need, 0.0), upper),
            upper=upper,
            rule_low=np.minimum(cells(use.rule_low, 0.0), values),
            rule_high=np.maximum(cells(use.rule_high, np.inf), values),
            tier=np.append(self.tiers, np.full(inner, NEVER)).astype(np.intp),
            cost=1 + np.log1p(values) / 20,
            layer=np.zeros(values.size, dtype=np.intp),
        )


def _shown(size):
    return np.full((size, 1), Sign.SHOWN, dtype=np.uint8)


@pytest.fixture(scope="session")
def table():
    """Function of members, inner counts and, where wanted, bases, rule and tiers; by default the larger sums go last."""

    def of(members, inner, bases=None, rule=None, tiers=None):
        members, inner = np.array(members, dtype=float), np.array(inner, dtype=float)
        bases = np.full(inner.size, np.nan) if bases is None else np.array(bases, dtype=float)
        tiers = members.sum(axis=1) if tiers is None else np.array(tiers)
        return Table(members, inner, bases, rule or Rule(minimum_base=0), tiers)

    return of
