"""Everything the browser receives from the app, and every number in it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pandas as pd
from playwright.sync_api import Error

from tests.browser.attacker.frames import has_ended, tables_of

# Digits inside of words (names of files, keys) and behind a number and a colon (ports, times) are no figures.
TOKEN = re.compile(r"(?<![\w.,])(?<!\d:)\d[\d.,]*(?!\w)")
# Each styled table has a name of five random hexadecimal digits; one in ten of these has figures only.
NAME_OF_A_TABLE = re.compile('\n\x05[0-9a-f]{5}"')
PAIR = re.compile(r"(?<![\d.,])(\d+)(?: von |;)(\d{1,3}(?:\.?\d{3})*)(?!\d)")  # "2 von 561", "2;561" in a row of a file
OF_STREAMLIT = "/static/"  # its own program, the same for every app
ATTACHED = "content-disposition"  # a file that the browser saves: read from there


class Part:
    """One thing that was received. where: what it is; raw: as it came; tables: what it holds besides text."""

    def __init__(self, where: str, raw: bytes, tables: list[pd.DataFrame]) -> None:
        self.where, self.raw, self.tables = where, raw, tables

    @cached_property
    def numbers(self) -> np.ndarray:
        return np.array(sorted({number for text in self._texts for number in numbers_in(text)}))

    @cached_property
    def pairs(self) -> set[tuple[int, int]]:
        """Two whole numbers, the one of the other."""
        found = [pair for text in self._texts for pair in PAIR.findall(text)]
        return {(int(part), int(whole.replace(".", ""))) for part, whole in found}

    @property
    def _texts(self) -> list[str]:
        return [NAME_OF_A_TABLE.sub("", self.raw.decode("utf-8", "replace")), *(each.to_csv() for each in self.tables)]


def numbers_in(text: str) -> Iterator[float]:
    """Every number of a text, in German and in English spelling: "48.271" may be either."""
    for token in set(TOKEN.findall(text)):
        plain = token.rstrip(".,")
        for spelled in {plain, plain.replace(".", "").replace(",", ".")}:
            if re.fullmatch(r"\d+(\.\d+)?", spelled):
                yield float(spelled)


class Received:
    """What came over the network, what stands on the pages and in the frames, and the files that were saved."""

    def __init__(self) -> None:
        self.parts: dict[bytes, Part] = {}
        self.frames: list[bytes] = []
        self.ended = 0  # runs of the page's script
        self._answers: list[Any] = []

    def listen(self, page: Any) -> None:
        page.on("response", lambda answer: self._answers.append(answer))
        page.on("websocket", lambda socket: socket.on("framereceived", self._frame))

    def add(self, where: str, content: str | bytes, tables: list[pd.DataFrame] | None = None) -> None:
        raw = content.encode() if isinstance(content, str) else content
        self.parts.setdefault(raw, Part(where, raw, tables or []))

    def add_file(self, path: Path, name: str) -> bytes:
        """A saved file; of a workbook also what is packed inside."""
        content = path.read_bytes()
        self.add(name, content)
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                for inner in book.namelist():
                    self.add(f"{name}: {inner}", book.read(inner))
        return content

    def read_answers(self, page: Any) -> None:
        """Bodies of all answers, and of the documents that they name; the page must not have been left meanwhile."""
        answers, self._answers = self._answers, []
        for answer in answers:
            path = urlsplit(answer.url).path
            if not path.startswith(OF_STREAMLIT) and ATTACHED not in answer.headers and answer.status == 200:
                self.add(f"{path} {answer.headers}", _body(page, answer))
                if path.startswith("/anlagen/werte/"):
                    self._read_named(page, answer)

    def _read_named(self, page: Any, answer: Any) -> None:
        """The texts of every year; the page itself asks for them only once somebody moves through the years."""
        named = json.loads(_body(page, answer)).get("texts", [])
        for address in [each for each in named if isinstance(each, str) and each]:
            found = page.request.get(f"{answer.url.rsplit('/anlagen/', 1)[0]}/{address.lstrip('/')}")
            assert found.ok, address
            self.add(address, found.body())

    def _frame(self, frame: str | bytes) -> None:
        raw = frame.encode() if isinstance(frame, str) else frame
        self.frames.append(raw)
        self.ended += has_ended(raw)

    def read_frames(self) -> None:
        for raw in dict.fromkeys(self.frames):
            self.add("message of the server", raw, tables_of(raw))

    def where(self, number: float, tolerance: float) -> list[str]:
        """What holds a number."""
        return [part.where for part in self.parts.values() if holds(part.numbers, number, tolerance)]

    # All of it; ask once everything has come.

    @cached_property
    def numbers(self) -> np.ndarray:
        """Rising."""
        return np.unique(np.concatenate([part.numbers for part in self.parts.values()]))

    @cached_property
    def pairs(self) -> set[tuple[int, int]]:
        return set().union(*(part.pairs for part in self.parts.values()))

    @cached_property
    def messages(self) -> bytes:
        return b"".join(dict.fromkeys(self.frames))


def holds(numbers: np.ndarray, number: float, tolerance: float) -> bool:
    """Whether rising numbers hold this one."""
    at = np.searchsorted(numbers, number - tolerance)
    return bool(at < numbers.size and numbers[at] <= number + tolerance)


def _body(page: Any, answer: Any) -> bytes:
    """Of a frame that has been taken away meanwhile the browser keeps nothing; the same address says the same once more."""
    try:
        return bytes(answer.body())
    except Error:
        again = page.request.get(answer.url)
        assert again.ok, answer.url
        return bytes(again.body())
