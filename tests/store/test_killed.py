"""Killed in the middle of a write, again and again: what was confirmed is there, and nothing is there by halves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from sqlalchemy import select, text

from store.history import Change
from store.kinds import KINDS
from store.store import open_store

ROOT = Path(__file__).resolve().parents[2]
TIMES = 1000 if os.environ.get("MONITOR_SLOW_TESTS") else 30


def test_killed_in_the_middle_of_a_write(address):
    command = [sys.executable, "-m", "tests.store.killed_writers", address, str(TIMES)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=580)
    assert ran.returncode == 0, ran.stderr.decode()
    confirmed = {(kind, entry): version for kind, entry, version in json.loads(ran.stdout)}
    assert len(confirmed) > TIMES / 2  # it did write
    store = open_store(address)
    with store.reads() as session:
        found = {(kind.kind(), row.id): row for kind in KINDS.values() for row in session.scalars(select(kind))}
        lines = {}
        for line in session.scalars(select(Change).order_by(Change.version)):
            lines.setdefault((line.kind, line.entry_id), []).append(line)
        if address.startswith("sqlite"):
            assert session.scalar(text("PRAGMA integrity_check")) == "ok"
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []
    assert all(found[key].version >= version for key, version in confirmed.items())
    assert set(found) == set(lines)
    assert len(set(found) - set(confirmed)) <= 2 * TIMES  # at most two steps a life were done and not yet confirmed
    for key, row in found.items():
        assert [line.version for line in lines[key]] == list(range(1, row.version + 1))
        assert lines[key][-1].after == row.row()
        assert all(line.before == earlier.after for earlier, line in zip(lines[key], lines[key][1:], strict=False))
    middle = sum(row.version == 2 or (key[0] == "strategies" and row.version == 1) for key, row in found.items())
    print(f"{TIMES} killed, {len(confirmed)} entries confirmed, {middle} left in the middle of their steps")
