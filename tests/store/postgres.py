"""A PostgreSQL of the tests' own: a new cluster in a temporary folder, on a free port, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = "needs PostgreSQL's initdb and pg_ctl (Debian: apt-get install postgresql)"
# It never outlives the tests: nothing has to be safe from a power failure, which is all that the disk is waited for.
HASTE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def programs() -> Path | None:
    """Folder of initdb and pg_ctl, None where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    beside = shutil.which("initdb")
    return found[-1].parent if found else (Path(beside).parent if beside else None)


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Address of a running server. It refuses to run as root: then it runs as the user Debian made for it."""
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as name:
        place, port = Path(name), _free_port()
        if os.geteuid() == 0:
            os.chown(place, pwd.getpwnam("postgres").pw_uid, -1)
        _run(folder / "initdb", "-D", place / "data", "-U", "postgres", "-A", "trust", "--no-sync")
        options = f"-p {port} -k {place} -c listen_addresses=127.0.0.1 -c max_connections=60 {HASTE}"
        _run(folder / "pg_ctl", "-D", place / "data", "-l", place / "log", "-o", options, "-w", "start")
        try:
            yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
        finally:
            _run(folder / "pg_ctl", "-D", place / "data", "-m", "immediate", "stop")


def _run(*command: object) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", "postgres", "--", *words]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/tmp")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
