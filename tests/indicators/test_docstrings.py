"""Every example in a docstring of `indicators` is true, and every public method has one."""

import doctest
import importlib
import inspect
import pkgutil

import pytest

import indicators

OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
METHODS = [
    "intervals", "rates", "standardise", "smoothing", "benchmark", "significance", "false_discovery", "funnel",
    "trend", "trend_rule", "cochran_armitage", "weighted_trend", "weighted_slope", "change", "pooling",
    "inequality", "rate_comparison", "composite", "normalise", "status_dynamics", "classify", "natural_breaks", "pretty",
    "spatial", "quantiles", "crosswalk",
]  # fmt: skip
MODULES = sorted(found.name for found in pkgutil.iter_modules(indicators.__path__))


def _examples():
    for name in MODULES:
        for test in doctest.DocTestFinder().find(importlib.import_module(f"indicators.{name}")):
            if test.examples:
                yield pytest.param(test, id=test.name.removeprefix("indicators."))


def _public_functions(module):
    functions = inspect.getmembers(module, inspect.isfunction)
    return [found for name, found in functions if not name.startswith("_") and found.__module__ == module.__name__]


@pytest.mark.parametrize("test", _examples())
def test_examples_are_true(test):
    findings = []
    result = doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=findings.append)
    assert result.failed == 0, "".join(findings)


@pytest.mark.parametrize("name", METHODS)
def test_every_public_method_has_an_example(name):
    functions = _public_functions(importlib.import_module(f"indicators.{name}"))
    assert functions, f"indicators.{name} has no public function"
    without = [found.__name__ for found in functions if ">>>" not in (inspect.getdoc(found) or "")]
    assert not without, f"no example: {', '.join(without)}"
