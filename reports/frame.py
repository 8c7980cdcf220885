"""What every printed report hands to its template: title, head and foot, notices, logo, what it says about itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from monitor.release import Release
from reports.about import About, data_as_of
from reports.maps import ReportMap
from reports.typesetting import pdf
from texts.reports import PROGRAM

PNG_START = b"\x89PNG"


@dataclass(frozen=True)
class Options:
    """How a report is printed. without: parts that are left out besides those of county.toml. day: printed on it."""

    landscape: bool = False
    without: frozenset[str] = frozenset()
    day: dt.date = field(default_factory=dt.date.today)
    address: str = ""


def framed(
    release: Release, title: str, kind: str, about: About, options: Options, content: Mapping[str, Any],
    maps: Mapping[str, ReportMap],
) -> dict[str, Any]:  # fmt: skip
    """All values a template reads. Everything is text; nothing of it is markup."""
    county = release.county
    return {
        "title": title,
        "kind": kind,
        "county": county.name,
        "keywords": [county.name, PROGRAM, kind],
        "stand": f"Daten {data_as_of(release)}",
        "foot": f"{' · '.join(county.attribution[:1]) or county.name} · erstellt am {options.day:%d.%m.%Y}",
        "landscape": options.landscape,
        "notices": list(about.notices),
        "text": county.report.text,
        "logo": _logo(release),
        "about": [list(row) for row in about.rows],
        "maps": {name: each.data for name, each in maps.items()},
        **content,
    }


def printed(template: str, data: Mapping[str, Any], maps: Mapping[str, ReportMap], options: Options) -> bytes:
    return pdf(template, data, {name: each.picture.svg for name, each in maps.items()}, options.day)


def left_out(release: Release, options: Options) -> frozenset[str]:
    return options.without | frozenset(release.county.report.without)


def _logo(release: Release) -> dict[str, Any] | None:
    logo = release.county.report.logo
    if not logo:
        return None
    form = "png" if logo.startswith(PNG_START) else "jpg"
    return {"bytes": list(logo), "format": form, "alt": f"Logo: {release.county.name}"}
