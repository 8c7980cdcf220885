"""Uploaded files read without a process of their own, which costs half a second each.

For tests of what comes before and after the reading. What the process is for, its limits and its one driver, is tested with
it: `test_scheme_process`, `test_scheme_upload`, `test_scheme_upload_hostile`.
"""

import json
import warnings
from pathlib import Path

from geodata import scheme_worker


def read_here(path: Path, folder: Path) -> None:
    """In the place of `scheme_process._run`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as the process does
        found = scheme_worker.answer(path, folder / "ausgepackt")
    (folder / "antwort.json").write_text(json.dumps(found, default=str), encoding="utf-8")
