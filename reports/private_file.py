"""A file that holds names: complete or not there, and readable for its owner alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def private_file(path: Path) -> Iterator[IO[bytes]]:
    """To write in; it takes its name once all is written. Raises OSError."""
    beside = path.with_name(f".{path.name}.unfertig")
    try:
        beside.touch(mode=0o600)
        with beside.open("wb") as file:
            yield file
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
