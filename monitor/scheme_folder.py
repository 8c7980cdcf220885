"""Schemes in a folder of open files: one folder per municipality, version and state, written once and never changed.

    schemes/05382068/2/0003/zuschnitt.toml, gebiete.csv, einheiten.csv

A state is written beside its place and moved there in one step: an interrupted write leaves the old state, and of two who
save at once only one has the next number.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from geodata.scheme import Scheme, Status
from monitor.scheme_files import SETTINGS, read_state, write_state
from monitor.scheme_store import Entry
from problem import DataError, Problem

SCHEMES = "schemes"
UNFINISHED = ".unfertig-"
STATE = re.compile(r"\d{4,}")
ID = re.compile(r"[\w-][\w.-]{0,39}")  # what may be the name of a folder


class FolderSchemes:
    """The schemes of a data folder; `SchemeStore`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / SCHEMES

    def schemes(self) -> list[Scheme]:
        found: list[Scheme] = []
        problems: list[Problem] = []
        for municipality in self._municipalities():
            try:
                latest = [self._states(municipality, version)[-1] for version in self._versions(municipality)]
                found += with_last_days([_read(state)[0] for state in latest])
            except DataError as error:
                problems += error.problems
        if problems:
            raise DataError(*problems)
        return found

    def history(self, municipality: str) -> list[Entry]:
        states = [state for version in self._versions(municipality) for state in self._states(municipality, version)]
        entries = [_read(state)[1] for state in states]
        return sorted(entries, key=lambda entry: (entry.when, entry.version, entry.number), reverse=True)

    def state(self, municipality: str, version: int, number: int) -> Scheme:
        for state in self._states(municipality, version):
            if int(state.name) == number:
                return _read(state)[0]
        raise KeyError((municipality, version, number))

    def save(self, scheme: Scheme, who: str, what: str, after: int) -> Entry:
        if not ID.fullmatch(scheme.municipality) or scheme.version < 1:
            raise ValueError("not a municipality's version")
        place = self._path / scheme.municipality / str(scheme.version)
        states = self._states(scheme.municipality, scheme.version)
        if (int(states[-1].name) if states else 0) != after:
            raise _changed(scheme)
        entry = Entry(scheme.municipality, scheme.version, after + 1, datetime.now(UTC), who, what)
        place.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=place))
        try:
            write_state(unfinished, scheme, entry)
            _settle(unfinished)
            # Fails where another state has this number by now: a folder is not moved onto one that holds files.
            unfinished.rename(place / f"{entry.number:04}")
            _settle(place)
        except OSError as error:
            if (place / f"{entry.number:04}").exists():
                raise _changed(scheme) from error
            raise
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
        return entry

    def _municipalities(self) -> list[str]:
        return sorted(path.name for path in self._path.glob("*") if path.is_dir() and ID.fullmatch(path.name))

    def _versions(self, municipality: str) -> list[int]:
        if not ID.fullmatch(municipality):
            return []
        inside = [path.name for path in (self._path / municipality).glob("*") if path.name.isdecimal()]
        return sorted(int(name) for name in inside if self._states(municipality, int(name)))

    def _states(self, municipality: str, version: int) -> list[Path]:
        inside = (self._path / municipality / str(version)).glob("*")
        return sorted((path for path in inside if STATE.fullmatch(path.name)), key=lambda path: int(path.name))


def with_last_days(versions: list[Scheme]) -> list[Scheme]:
    """A municipality's versions; a valid one that a later version follows ends the day before that begins."""
    valid = sorted((each for each in versions if each.status is Status.VALID), key=lambda each: each.version)
    ended = {
        each.version: replace(each, status=Status.REPLACED, valid_to=_day_before(following))
        for each, following in pairwise(valid)
    }
    return [ended.get(each.version, each) for each in versions]


def _day_before(scheme: Scheme) -> object:
    return scheme.valid_from - timedelta(days=1) if scheme.valid_from else None


def _changed(scheme: Scheme) -> DataError:
    return DataError(
        Problem("scheme_changed_meanwhile", areas=[scheme.municipality], facts={"version": scheme.version})
    )


def _read(state: Path) -> tuple[Scheme, Entry]:
    return _read_once(state, (state / SETTINGS).stat().st_mtime_ns if (state / SETTINGS).exists() else 0)


@lru_cache(maxsize=4096)
def _read_once(state: Path, written: int) -> tuple[Scheme, Entry]:
    """States do not change once they are written; `written` tells one that was restored from elsewhere."""
    return read_state(state)


def _settle(folder: Path) -> None:
    """Have the disk hold what was written, before anybody is told."""
    for path in [*folder.glob("*.*"), folder]:
        if path.is_dir() and path != folder:
            continue
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
