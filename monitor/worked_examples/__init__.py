"""An example for every method, calculated from what a release shows.

An example names areas and numbers that everybody may see anyway: hidden ones are never used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from monitor.release import Release
from monitor.worked_examples import (
    alike,
    areas,
    attention,
    combining,
    comparing,
    development,
    goals,
    inequality,
    maps,
    small_numbers,
    space,
    values,
)
from monitor.worked_examples.case import Example, NoExample
from problem import DataError
from texts.problems import sentence

# key of the method's text → what calculates its example, given the release and the indicator somebody is looking at
EXAMPLES: Mapping[str, Callable[[Release, str], Example]] = {
    "anteil": values.proportion,
    "rate": values.rate,
    "mittelwert": values.mean,
    "standardisierte-rate": values.standardised,
    "standardisiertes-verhaeltnis": values.ratio_to_expected,
    "ohne-vertrauensbereich": values.without_interval,
    "zusammengefasste-jahre": small_numbers.pooled,
    "glaettung": small_numbers.smoothed,
    "kreisvergleich": comparing.benchmark,
    "trichter": comparing.funnel,
    "zielwert": comparing.target,
    "viele-vergleiche": comparing.many,
    "aehnliche-gebiete": alike.similar,
    "trend": development.trend,
    "veraenderung": development.change,
    "fortschritt": goals.goal,
    "differenz-der-differenzen": goals.beside,
    "vergleichbar-machen": combining.comparable,
    "zusammenfassen": combining.aggregated,
    "status-dynamik": combining.status,
    "aufmerksamkeitsregeln": attention.rules,
    "signifikanzregel": attention.pooled,
    "wie-sicher": attention.sure,
    "ungleichheit": inequality.slope,
    "raender": inequality.gap,
    "gini": inequality.concentration,
    "quantile": inequality.quantiles,
    "raeumliche-haeufung": space.clusters,
    "kartenklassen": maps.classes,
    "zusammenzaehlen": areas.added,
    "uebertragen": areas.transferred,
    "geheimhaltung": areas.hidden,
}


def worked_example(release: Release, key: str, indicator_id: str) -> Example:
    """The example of one method, with the given indicator where it fits, else with another one of the catalogue.

    Where the data hold none, its only sentence says why; never an exception.
    """
    try:
        return EXAMPLES[key](release, indicator_id)
    except NoExample as reason:
        return Example((str(reason),))
    except DataError as error:
        return Example(("Mit diesen Daten gibt es kein Beispiel.", *map(sentence, error.problems)))


__all__ = ["EXAMPLES", "Example", "worked_example"]
