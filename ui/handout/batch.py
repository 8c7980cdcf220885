"""Many files in one archive, made beside the page: who asked for them sees how far they are and goes on working."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field

from problem import DataError, Problem
from reports.jobs import Job

MOST_AT_ONCE = 2  # of all visits: reports take a core each
_places = threading.BoundedSemaphore(MOST_AT_ONCE)


@dataclass
class Batch:
    """done: of `total` files. archive: the ZIP once all are made. problems: why it was given up. Asked by one thread and
    filled by another, each value once."""

    total: int
    done: int = 0
    archive: bytes = b""
    problems: tuple[Problem, ...] = ()
    stopped: threading.Event = field(default_factory=threading.Event)

    @property
    def is_running(self) -> bool:
        return not self.archive and not self.problems and not self.stopped.is_set()


def start(jobs: Sequence[Job]) -> Batch:
    """Begin; waits for its turn where others are being made."""
    batch = Batch(len(jobs))
    threading.Thread(target=_make, args=(batch, jobs), daemon=True, name="reports").start()
    return batch


def _make(batch: Batch, jobs: Sequence[Job]) -> None:
    buffer = io.BytesIO()
    with _places, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for job in jobs:
            if batch.stopped.is_set():
                return
            try:
                archive.writestr(job.name, job.make())
            except DataError as error:
                batch.problems = tuple(error.problems)
                return
            except Exception:
                batch.problems = (Problem("report_failed", facts={"name": job.name}),)
                raise  # told in the log with its place
            batch.done += 1
    batch.archive = buffer.getvalue()
