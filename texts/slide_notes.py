"""Words of the notes of slides: where numbers come from, how they were made and how they are to be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from indicators.attention import Rule
from indicators.catalogue import Indicator
from monitor.county import Source
from texts.attention import KINDS
from texts.report_tables import source_words
from texts.rules import RULE_NAMES, rule_sentence

NO_SOURCE = "nicht angegeben"


def dated_source(source: Source | None) -> str:
    """ "Amtliche Schulstatistik (IT.NRW), Stand 15.10.2024"."""
    if source is None:
        return NO_SOURCE
    return f"{source_words(source)}, Stand {source.as_of:%d.%m.%Y}" if source.as_of else source_words(source)


def source_line(source: str, names: Iterable[str]) -> str:
    """ "Grundsicherung (Jobcenter), Stand 31.12.2024: SGB-II-Quote, Kinderarmut"."""
    return f"{source}: {listed(names)}"


def made_of_words(indicator: Indicator) -> str:
    """ "Kinderarmut: Kinder in der Grundsicherung / Kinder unter 15 Jahren"."""
    parts = [part for part in (indicator.numerator_name, indicator.denominator_name) if part]
    return f"{indicator.name}: {' / '.join(parts)}" if parts else indicator.name


def reading_words(indicator: Indicator) -> list[str]:
    """How a value is to be read and what it does not say, as the catalogue has it."""
    told = (("So ist es zu lesen", indicator.reading), ("Grenzen", indicator.limits))
    return [f"{heading}: {text}" for heading, text in told if text]


def rule_line(rule: Rule, kind: str, names: Mapping[str, str], minimum_inhabitants: int) -> str:
    """The whole rule, for a text without markup. kind: as `monitor.attention.kind_of`; what is not the decided rule says so."""
    said = rule_sentence(rule, names, minimum_inhabitants).replace("**", "")
    return f"{RULE_NAMES[rule.name]}{'' if kind == 'decided' else f' ({KINDS[kind]})'}: {said}"


def listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
