"""Writers that are killed in the middle of their work: `python -m tests.store.killed_writers ADDRESS TIMES`.

A process of its own, because it forks. Each child opens the store and writes without end: a strategy, a goal of it, a change, a
release. After each confirmed step it says so through a pipe, one line that is written at once or not at all. The parent kills
it with SIGKILL after a random time that begins with its first write. At the end it prints what was confirmed, as JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from datetime import date

from store import writing
from store.kinds import Goal, Strategy
from store.levels import Level
from store.store import open_store
from tests.store.people import TOWN

AREAS = {"0101-01": "0101"}
LONGEST = 0.05  # seconds of writing; a step takes some milliseconds


def main(address: str, times: int) -> None:
    chance, confirmed = random.Random(9), []
    open_store(address, AREAS).engine.dispose()
    for _ in range(times):
        confirmed += killed_child(address, chance.uniform(0, LONGEST))
    json.dump(confirmed, sys.stdout)


def killed_child(address: str, after: float) -> list[list[object]]:
    """[kind, id, version] of every step that was confirmed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        write_without_end(address, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        told.readline()  # it is about to write
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [json.loads(line) for line in told.read().splitlines()]


def write_without_end(address: str, told: int) -> None:
    store, first = open_store(address, AREAS), True
    while True:
        strategy = writing.create(store, TOWN, Strategy, title="Früh beginnen", areas=["0101-01"])
        goal = writing.create(store, TOWN, Goal, strategy_id=strategy.id, text="Weniger", due=date(2027, 1, 1))
        if first:
            os.write(told, b"ready\n")  # from now on each step takes as long as it does in a running app
        first = False
        say(told, strategy)
        say(told, goal)
        changed = writing.change(store, TOWN, Strategy, strategy.id, strategy.version, reasons="x" * 5000)
        say(told, changed)
        say(told, writing.release(store, TOWN, Strategy, strategy.id, changed.version, Level.PUBLIC))


def say(told: int, entry: Strategy | Goal) -> None:
    os.write(told, json.dumps([entry.kind(), entry.id, entry.version]).encode() + b"\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
