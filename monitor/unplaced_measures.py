"""Of which measures a whole may count more than its parts: what their sources say in county.toml."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.catalogue import Catalogue, Method
from monitor.county import County


def unplaced_measures(catalogue: Catalogue, county: County) -> frozenset[str]:
    """Measures of which every source says that people may be counted in a whole and in none of its parts."""
    sources = sources_of_measures(catalogue)
    return frozenset(measure for measure in sources if not silent_sources(sources[measure], county))


def sources_of_measures(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Measure that adds up → keys of the sources of all indicators that divide or count it."""
    found: dict[str, dict[str, None]] = {}
    for measure, source in _uses(catalogue):
        found.setdefault(measure, {})[source] = None
    return {measure: tuple(sources) for measure, sources in found.items()}


def silent_sources(sources: tuple[str, ...], county: County) -> tuple[str, ...]:
    """Those of the sources that do not say so; the strictest reading where a measure has several."""
    return tuple(each for each in sources if each not in county.sources or not county.sources[each].unplaced)


def _uses(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for indicator in catalogue.values():
        if indicator.method is not Method.GIVEN:
            yield from ((each, indicator.source) for each in (indicator.numerator, indicator.denominator) if each)
