"""Twenty sessions write at once, each through a connection of its own: no update is lost, nobody sees a lock."""

from __future__ import annotations

import os
import statistics
import threading
import time

from store import reading, writing
from store.kinds import Strategy
from store.merging import ConflictError
from tests.store.people import TOWN

SESSIONS = 20
SECONDS = 60 if os.environ.get("MONITOR_SLOW_TESTS") else 2


def test_twenty_sessions_write_at_once(opened):
    shared = writing.create(opened(), TOWN, Strategy, title="0 von niemand", areas=["0101-01"])
    counts, times, faults = [0] * SESSIONS, [], []
    end = time.monotonic() + SECONDS

    def work(number):
        store = opened()
        mine = writing.create(store, TOWN, Strategy, title=str(number), areas=["0101-01"])
        try:
            while time.monotonic() < end:
                started = time.perf_counter()
                counts[number] += added_one(store, shared.id, number)
                mine = writing.change(store, TOWN, Strategy, mine.id, mine.version, reasons=f"Stand {counts[number]}")
                times.append((time.perf_counter() - started) / 2)
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(SESSIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    final = reading.entry(opened(), TOWN, Strategy, shared.id)
    assert int(final.title.split()[0]) == sum(counts) == final.version - 1
    assert min(counts) > 0
    print(f"{sum(counts)} shared updates in {SECONDS} s, median answer {1000 * statistics.median(times):.0f} ms, "
          f"slowest {1000 * max(times):.0f} ms")  # fmt: skip


def added_one(store, entry_id, number):
    """Reads a number and writes the next one; another session may have been quicker, then again."""
    while True:
        seen = reading.entry(store, TOWN, Strategy, entry_id)
        try:
            writing.change(
                store, TOWN, Strategy, entry_id, seen.version, title=f"{int(seen.title.split()[0]) + 1} von {number}"
            )
        except ConflictError:
            continue
        return 1
