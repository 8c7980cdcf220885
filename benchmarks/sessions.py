"""Many open sessions: memory of the server per session, and how long answers take while all of them click.

A session here is the connection a browser would hold, without the browser: it says what it wants in Streamlit's own
messages and reads the answer to its end. While they click, each chooses again 50 ms after its last answer.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.values import INDICATORS, indicator_name

FEW, MANY = 100, 300  # open sessions between which memory is compared; the first ones fill what start-up left free
PAUSE = 0.05  # seconds
CLICKS = 6  # per session; the first one is not counted
SETTLED = 3.0  # seconds


class Visitor:
    """One session on the measured page."""

    def __init__(self, socket: ClientConnection, query: str) -> None:
        self._socket, self._query = socket, query
        self._choice = ""  # id of the choice, as the server names it

    async def run(self, option: int | None = None) -> float:
        """Ask for a run of the page, with this indicator chosen; seconds until its last message."""
        message = BackMsg()
        message.rerun_script.query_string = self._query
        if option is not None:
            message.rerun_script.widget_states.widgets.add(id=self._choice, string_value=indicator_name(option))
        start = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        while not self._is_end(ForwardMsg.FromString(await self._socket.recv())):  # type: ignore[arg-type]
            pass
        return time.perf_counter() - start

    def _is_end(self, message: ForwardMsg) -> bool:
        element = message.delta.new_element
        if element.HasField("exception"):
            raise RuntimeError(f"the page failed: {element.exception.message}")
        if element.HasField("selectbox"):
            self._choice = element.selectbox.id
        return message.WhichOneof("type") == "script_finished"


class Sessions(NamedTuple):
    """megabytes: of the server per additional session. answers: clicking sessions → median seconds."""

    megabytes: float
    answers: dict[int, float]


def measure_sessions(address: str, query: str, crowds: tuple[int, ...]) -> Sessions:
    """address: of the server; query: of the page; crowds: how many click at once."""
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    return asyncio.run(_measure(stream, query, _process_at(urlsplit(address).port), crowds))


async def _measure(stream: str, query: str, server: int, crowds: tuple[int, ...]) -> Sessions:
    async with AsyncExitStack() as stack:
        sizes = []
        opened = 0
        for wanted in (FEW, MANY):
            for _ in range(wanted - opened):
                visitor = await stack.enter_async_context(_visitor(stream, query))
                await visitor.run(1)
            opened = wanted
            await asyncio.sleep(SETTLED)
            sizes.append(_memory(server))
    answers = {crowd: await _answers(stream, query, crowd) for crowd in crowds}
    return Sessions((sizes[1] - sizes[0]) / (MANY - FEW), answers)


async def _answers(stream: str, query: str, crowd: int) -> float:
    async with AsyncExitStack() as stack:
        visitors = [await stack.enter_async_context(_visitor(stream, query)) for _ in range(crowd)]
        times = await asyncio.gather(*(_click(visitor, number) for number, visitor in enumerate(visitors)))
    return statistics.median(seconds for each in times for seconds in each[1:])


async def _click(visitor: Visitor, number: int) -> list[float]:
    times = []
    for click in range(CLICKS):
        times.append(await visitor.run((number + click) % INDICATORS))
        await asyncio.sleep(PAUSE)
    return times


@asynccontextmanager
async def _visitor(stream: str, query: str) -> AsyncIterator[Visitor]:
    async with connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None, compression=None) as socket:
        visitor = Visitor(socket, query)
        await visitor.run()
        yield visitor


def _process_at(port: int | None) -> int:
    """Id of the server process at this port (Linux)."""
    option = f"--server.port={port}".encode()
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # ended meanwhile
            if option in line.read_bytes().split(b"\0"):
                return int(line.parent.name)
    raise RuntimeError(f"no server at port {port}")


def _memory(process: int) -> float:
    """Resident megabytes of a process (Linux)."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1000
