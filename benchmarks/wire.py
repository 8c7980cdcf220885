"""A relay between browser and server that counts: the bytes on the wire are those of the connection itself."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

CHUNK = 1 << 18


class Wire:
    """Bytes in both directions with the second (of the epoch) in which they passed."""

    def __init__(self) -> None:
        self.passed: list[tuple[float, int]] = []

    def between(self, start: float, end: float) -> int:
        return sum(size for moment, size in list(self.passed) if start <= moment <= end)


@contextmanager
def relayed(address: str) -> Iterator[tuple[str, Wire]]:
    """Another address of the same server, and its counter."""
    wire, loop, port = Wire(), asyncio.new_event_loop(), urlsplit(address).port

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.CancelledError):
            answers, there = await asyncio.open_connection("127.0.0.1", port)
            await asyncio.gather(_copy(reader, there, wire), _copy(answers, writer, wire))

    server = loop.run_until_complete(asyncio.start_server(serve, "127.0.0.1", 0))
    own_port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{own_port}", wire
    finally:
        asyncio.run_coroutine_threadsafe(_end_all(), loop).result(timeout=10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=5)


async def _end_all() -> None:
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


async def _copy(source: asyncio.StreamReader, target: asyncio.StreamWriter, wire: Wire) -> None:
    with suppress(OSError):
        while chunk := await source.read(CHUNK):
            wire.passed.append((time.time(), len(chunk)))
            target.write(chunk)
            await target.drain()
    with suppress(OSError, RuntimeError):
        target.close()
