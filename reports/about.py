"""What every report says about itself: whose numbers, as of when, by which method, and where to look at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from indicators.attention import Rule
from monitor.attention import kind_of, rule_of
from monitor.release import Release
from texts.attention import KINDS, WHAT_IF
from texts.reports import INVENTED, PROGRAM
from texts.rules import RULE_NAMES
from views.what_if_words import changes_in_words

VERSION = "0.1.0"


@dataclass(frozen=True)
class About:
    """rows: (heading, text) in the order they are printed. notices: what must stand on every page: invented numbers,
    another procedure than the decided one."""

    rows: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]


def about(
    release: Release,
    page: str,
    view: Mapping[str, str],
    *,
    rule: str | Rule | None = None,
    filters: Sequence[str] = (),
    address: str = "",
) -> About:
    """page, view: the page of the app and its link parameters that show the same. rule: of the flags in the report, None =
    the county's own. filters: what narrows it, in words. address: of the app, "" = the county's own in county.toml."""
    chosen = release.county.attention.rule if rule is None else rule
    rows = (
        ("Herausgeber", release.county.name),
        ("Stand der Daten", data_as_of(release)),
        ("Freigabe", f"Nr. {release.number}"),
        ("Verfahren", _procedure(release, chosen)),
        ("Auswahl", "; ".join(filters) or "keine Einschränkung"),
        ("Diese Ansicht", link_to(release, page, view, address)),
        ("Berechnet mit", f"{PROGRAM} {program_version()}"),
    )
    what_if = [WHAT_IF] if kind_of(release, chosen) == "what_if" else []
    return About(rows, (*notices(release), *what_if))


def notices(release: Release) -> tuple[str, ...]:
    """That the numbers are invented, where they are."""
    county = release.county
    return (county.notice or INVENTED,) if county.invented else ()


def data_as_of(release: Release) -> str:
    """ "2015 bis 2024, Gebiete vom 31.12.2024"."""
    years = f"{release.years[0]} bis {release.years[-1]}" if len(release.years) > 1 else str(release.years[0])
    day = release.county.reference_date
    return f"{years}, Gebiete vom {day:%d.%m.%Y}" if day else years


def link_to(release: Release, page: str, view: Mapping[str, str], address: str = "") -> str:
    """The link that shows the same in the app; without the address of the app where nobody has named it."""
    base = (address or release.county.report.address).rstrip("/")
    asked = urlencode({param: value for param, value in view.items() if value})
    return "/".join(part for part in (base, f"{page}?{asked}" if asked else page) if part)


def program_version() -> str:
    """As in pyproject.toml; a test compares both."""
    return VERSION


def _procedure(release: Release, rule: str | Rule) -> str:
    chosen = rule_of(release, rule)
    if not chosen.indicators:
        return "kein Verfahren festgelegt"
    spec = release.county.attention
    kind = kind_of(release, chosen)
    if kind == "decided" and (by_whom := ", ".join(part for part in (spec.decided_by, spec.decided_on) if part)):
        return f"{RULE_NAMES[chosen.name]}, Nr. {spec.version} ({by_whom})"
    changed = f"; geändert: {_changes(release, chosen)}" if kind == "what_if" else ""
    return f"{RULE_NAMES[chosen.name]}, Nr. {spec.version} ({KINDS[kind]}){changed}"


def _changes(release: Release, rule: Rule) -> str:
    """What another rule than the county's has other, in words."""
    names = {each.id: each.name for each in release.catalogue.values()}
    return changes_in_words(rule, rule_of(release, rule.name), names)
