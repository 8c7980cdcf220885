"""What a municipality does with a draft that others come to know of: numbers for it, and making it valid.

Both change what is protected together, so that both compute the release anew and store it before anybody is shown a number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from geodata.layer import cuts_of, parts_of_areas
from geodata.scheme import Scheme, Status
from monitor.drafts import DRAFTS
from monitor.folder import Folder, redrawn
from monitor.opened import opened
from monitor.release import Release, make_release
from monitor.release_file import StoredRelease, read_release_file, write_release_file
from monitor.scheme_folder import FolderSchemes
from monitor.scheme_validity import all_validated, other_versions, save_all, with_these
from monitor.schemes import delivered_scheme, drawn_level, settled
from problem import DataError, Problem

LOCK = ".freigabe.lock"
PATIENCE = 600  # seconds that somebody waits for another's release to be computed


def make_valid(path: Path, draft: Scheme, day: dt.date, who: str, note: str, after: int) -> Release:
    """Make a draft its municipality's division from a day on; `make_valid_together` with one draft."""
    return make_valid_together(path, [(draft, after)], day, who, note)


def make_valid_together(path: Path, drafts: Sequence[tuple[Scheme, int]], day: dt.date, who: str, note: str) -> Release:
    """Make drafts of different municipalities their divisions from a day on, and store the one release that follows.

    drafts: each with the number of the state it was made from, as `after` in `SchemeStore.save`. The caller has checked them
    (`geodata.scheme_checks`). Raises DataError with all reasons where the day is not after that of a valid version, where
    somebody else has saved one of the drafts, or where the numbers could not be protected; then everything stays as it was.
    """
    with _locked(path):
        folder, store = _with_release(path), FolderSchemes(path)
        own = partial(delivered_of, folder)
        valid = all_validated([draft for draft, _ in drafts], folder.schemes, own, day, who, note)
        release = make_release(redrawn(folder, with_these(folder.schemes, valid)))
        save_all(store, drafts, valid, who, f"gültig ab {day:%d.%m.%Y}")
        _store(path, release)
        return release


def give_numbers(path: Path, draft: Scheme) -> Release:
    """Compute and store numbers for a draft, in place of those of its municipality's earlier draft.

    Raises DataError where the draft cuts base units or leaves some out, or where its numbers could not be protected.
    """
    with _locked(path):
        folder = _with_release(path)
        release = make_release(folder, ready_for_numbers(folder, draft))
        _store(path, release)
        return release


def ready_for_numbers(folder: Folder, draft: Scheme) -> Scheme:
    """The draft with ids that say which of its areas are published already. Raises DataError as `give_numbers`."""
    if draft.cut_units:
        facts = {"units": ", ".join(draft.cut_units[:5])}
        raise DataError(Problem("scheme_draft_cut", areas=[draft.municipality], facts=facts))
    if left := draft.units_left(_units_of(folder, draft.municipality)):
        raise DataError(Problem("scheme_draft_unfinished", areas=[draft.municipality], facts={"count": len(left)}))
    published = [each for each in other_versions(folder.schemes, draft) if each.status is not Status.DRAFT]
    return settled(draft, [delivered_of(folder, draft.municipality), *published])


def holds_numbers(release: Release, scheme: Scheme, cuts: Sequence[Scheme] = ()) -> bool:
    """Whether numbers of every area of a scheme have been released: it is or was valid, or the draft that holds them."""
    drawn, membership = drawn_level(release.county), release.protection.file.membership
    known = {units for level in (drawn, DRAFTS) for units in membership.get(str(level), {}).values()}
    area_of = parts_of_areas(scheme, cuts_of(cuts))
    return all(tuple(sorted(map(str, units))) in known for units in area_of.index.groupby(area_of).values())


def delivered_of(folder: Folder, municipality: str) -> Scheme:
    level = drawn_level(folder.county)
    assert folder.delivered is not None and level is not None
    return delivered_scheme(folder.delivered, level, municipality)


def stored_after_changes(path: Path, release: Release) -> None:
    """Store a release that follows from a scheme whose first day has come, so that the next one knows what was shown."""
    if not release.protection.stored and release.has_schemes and (path / LOCK).exists():
        with _locked(path):
            _store(path, release)


def _units_of(folder: Folder, municipality: str) -> list[str]:
    assert folder.delivered is not None
    levels = folder.delivered.levels
    inside = folder.delivered.ancestors(levels[-1], levels[-3])
    return [str(unit) for unit in inside.index[inside == municipality]]


def _with_release(path: Path) -> Folder:
    """The folder as it is now. What readers have been shown so far is stored first, so that the next release knows it."""
    folder = opened(path)
    release = make_release(folder)
    if not release.protection.stored:
        _store(path, release)
    return folder


def _store(path: Path, release: Release) -> None:
    stored: StoredRelease | None = read_release_file(path)
    if stored is None or stored.fingerprint != release.protection.file.fingerprint or not release.protection.stored:
        write_release_file(path, release.protection.file)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """One release at a time: the next one must know what this one shows."""
    try:
        with FileLock(path / LOCK, timeout=PATIENCE):
            yield
    except Timeout as error:
        raise DataError(Problem("release_busy")) from error
