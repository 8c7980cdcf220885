"""Chromium by its own protocol, as thin as possible.

A driver between this process and the browser would copy every message from the server once more, tens of megabytes
with the naive maps: that time would be in the result.
"""

from __future__ import annotations

import json
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.browser.chromium import CHROMIUM, FLAGS

# No other host is reached, and asking for one costs nothing: pydeck asks for a base map.
OPTIONS = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--enable-unsafe-swiftshader",
           "--remote-debugging-port=0", "--window-size=1400,1000", "--lang=de-DE"]  # fmt: skip
PATIENCE = 600.0  # seconds
Listener = Callable[[dict[str, Any]], None]


class ProtocolError(RuntimeError):
    """What the browser answered instead of a result."""


class Session:
    """Commands to one target; `on` listens to its events, in the order in which they come."""

    def __init__(self, connection: Connection, name: str | None) -> None:
        self._connection, self._name = connection, name

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        return self._connection.answer(self._connection.post(self._name, method, params))

    def post(self, method: str, **params: Any) -> None:
        """Without waiting for the answer, as listeners must."""
        self._connection.post(self._name, method, params)

    def on(self, method: str, listener: Listener | None) -> None:
        self._connection.listeners[self._name, method] = listener

    def evaluate(self, expression: str) -> Any:
        """Value of a JavaScript expression; promises are waited for."""
        answer = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise ProtocolError(str(answer["exceptionDetails"])[:500])
        return answer["result"].get("value")


class Connection:
    """The socket to the browser, read by a thread of its own."""

    def __init__(self, socket: ClientConnection) -> None:
        self.listeners: dict[tuple[str | None, str], Listener | None] = {}
        self._socket, self._number = socket, 0
        self._answers: dict[int, dict[str, Any]] = {}
        self._changed, self._closed = threading.Condition(), False
        threading.Thread(target=self._read, daemon=True).start()

    def post(self, session: str | None, method: str, params: dict[str, Any]) -> int:
        with self._changed:
            self._number += 1
            number = self._number
        message = {"id": number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        with suppress(ConnectionClosed):  # whoever waits for the answer learns of it
            self._socket.send(json.dumps(message))
        return number

    def answer(self, number: int) -> dict[str, Any]:
        with self._changed:
            self._changed.wait_for(lambda: number in self._answers or self._closed, PATIENCE)
            if number not in self._answers:
                raise ProtocolError("the browser does not answer")
            answer = self._answers.pop(number)
        if "error" in answer:
            raise ProtocolError(str(answer["error"]))
        return dict(answer["result"])

    def _read(self) -> None:
        with suppress(ConnectionClosed):
            for text in self._socket:
                self._take(json.loads(text))
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _take(self, message: dict[str, Any]) -> None:
        if "id" in message:
            with self._changed:
                self._answers[message["id"]] = message
                self._changed.notify_all()
        elif listener := self.listeners.get((message.get("sessionId"), message["method"])):
            listener(message["params"])


@contextmanager
def chromium() -> Iterator[Session]:
    """A browser with a profile of its own; the session of the browser itself. Ended by its process id."""
    if CHROMIUM is None:
        raise FileNotFoundError("no chromium on the path")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [CHROMIUM, *FLAGS, *OPTIONS, f"--user-data-dir={profile}"]
        process = Popen(command, stdout=DEVNULL, stderr=DEVNULL)
        try:
            with connect(
                _address(Path(profile), process), max_size=None, compression=None, ping_interval=None
            ) as socket:
                yield Session(Connection(socket), None)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _address(profile: Path, process: Popen[bytes]) -> str:
    written = profile / "DevToolsActivePort"
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        lines = written.read_text().splitlines() if written.exists() else []
        if len(lines) == 2:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        time.sleep(0.1)
    raise RuntimeError(f"the browser did not start (exit code {process.poll()})")


@contextmanager
def window(browser: Session, width: int = 1400, height: int = 1000) -> Iterator[Session]:
    """A fresh window with an empty cache, like one in private mode."""
    context = browser.send("Target.createBrowserContext")["browserContextId"]
    target = browser.send("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
    name = browser.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    page = Session(browser._connection, name)
    page.send("Page.enable")
    page.send("Runtime.enable")
    page.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
    page.send("Emulation.setLocaleOverride", locale="de-DE")
    try:
        yield page
    finally:
        browser.send("Target.disposeBrowserContext", browserContextId=context)
