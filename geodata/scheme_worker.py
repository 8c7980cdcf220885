"""The reading process: `python -m geodata.scheme_worker FILE FOLDER ANSWER`. See `scheme_process` for why it is one."""

from __future__ import annotations

import json
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

from geodata.scheme_limits import MEMORY, MOST_UNPACKED, SECONDS

LIMITS = {"RLIMIT_CPU": SECONDS, "RLIMIT_DATA": MEMORY, "RLIMIT_FSIZE": MOST_UNPACKED, "RLIMIT_NOFILE": 64,
          "RLIMIT_CORE": 0}  # fmt: skip


def limit() -> None:
    """From here on: computing time, memory, size of written files, open files; no dump when it fails.

    Windows knows no such limits; there is the waiting time alone.
    """
    with suppress(ImportError):
        import resource

        for name, most in LIMITS.items():
            if hasattr(resource, name):
                resource.setrlimit(getattr(resource, name), (most, most))


def answer(path: Path, folder: Path) -> dict[str, Any]:
    """Areas, what they carry and problems, as JSON can hold them."""
    from geodata.scheme_carried import carried_by  # after the limits: libraries count, too
    from geodata.scheme_reading import read_boundary_file
    from problem import DataError, Problem

    try:
        areas, opened, problems = read_boundary_file(path, folder)
    except DataError as error:
        return {"problems": [_as_dict(problem) for problem in error.problems]}
    except Exception as error:  # of many libraries; each is one unreadable file to the user
        if "alloc" in str(error) or isinstance(error, MemoryError):
            raise
        return {"problems": [_as_dict(Problem("areas_unreadable", facts={"reason": type(error).__name__}))]}
    carried = carried_by(opened)
    return {
        "problems": [_as_dict(problem) for problem in problems],
        "areas": [
            [str(area), *row] for area, *row in areas[["name", "valid_from", "valid_to", "id_made"]].itertuples()
        ],
        "shapes": [shape.wkb_hex for shape in areas.geometry],
        "carried": None if carried is None else [carried.about, carried.parts],
    }


def _as_dict(problem: Any) -> dict[str, Any]:
    return {"code": problem.code, "severity": problem.severity.value, "areas": list(problem.areas),
            "facts": dict(problem.facts)}  # fmt: skip


if __name__ == "__main__":
    limit()
    warnings.simplefilter("ignore")
    source, work, target = (Path(argument) for argument in sys.argv[1:4])
    target.write_text(json.dumps(answer(source, work), default=str), encoding="utf-8")
