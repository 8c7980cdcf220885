"""The report to the committee without a browser: from a data folder and its store."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from problem import DataError, Problem
from reports.committee_report import committee_file_name, committee_report
from reports.frame import Options
from reports.jobs import Job
from reports.published import published
from store.actor import COUNTY, Actor, Role
from store.levels import Level
from store.place import has_begun, store_of
from store.store import StoreUnavailableError
from views.content import Content
from views.municipalities import municipality_of_areas
from views.steering.committee import draft, last_report
from views.steering.everything import Everything, everything
from views.steering.readers import reader_of

COMMITTEE = "committee"
FORM = "pdf"
MAKER = Actor(Role.COORDINATION, COUNTY)  # reads everything; what goes in is decided by the release levels


@dataclass(frozen=True)
class CommitteeOrder:
    """since: None = since the last report."""

    level: Level = Level.COMMITTEES
    since: date | None = None
    options: Options = field(default_factory=Options)


def committee_job(folder: Path, order: CommitteeOrder, form: str = FORM) -> Job:
    """Raises DataError where the folder has faults, the store does not answer, or another form is asked for."""
    if form != FORM:
        raise DataError(Problem("committee_report_form", facts={"form": form}))
    shown = published(folder, reader_of(order.level))
    try:
        found = _entries(folder, shown)
    except (StoreUnavailableError, OSError) as error:
        raise DataError(Problem("store_unavailable")) from error
    today = order.options.day
    made = draft(shown, found, order.level, order.since or last_report(found, today), today)
    name = f"{committee_file_name(shown.release, made)}.{FORM}"
    return Job(name, lambda: committee_report(shown, made, options=order.options))


def _entries(folder: Path, shown: Content) -> Everything:
    """What has been entered; nothing where nobody has entered anything yet."""
    if not has_begun(folder):
        return Everything()
    return everything(store_of(folder, municipality_of_areas(shown)), MAKER)
