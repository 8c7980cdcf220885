"""The pictures of a window: which of them differ, and in which the map is empty."""

from __future__ import annotations

import base64
import io
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from benchmarks.browser import Rect
from benchmarks.cdp import Session

SAME_COLOUR = 48  # of 255, per channel: less is the compression of the pictures
FEW_PIXELS = 12  # less is not a repaint
ONE_COLOUR = 0.985  # share of the map's pixels in the colour of its middle pixel: the map is empty
NEAR = 10


class Picture(NamedTuple):
    """moment: when the browser showed it, in seconds of the epoch."""

    moment: float
    jpeg: bytes


class Screencast:
    """Every picture the browser shows, while it is on."""

    def __init__(self, page: Session) -> None:
        self._page = page
        self.pictures: list[Picture] = []

    def __enter__(self) -> Screencast:
        self._page.on("Page.screencastFrame", self._take)
        self._page.send("Page.startScreencast", format="jpeg", quality=80, everyNthFrame=1)
        return self

    def __exit__(self, *_: object) -> None:
        self._page.send("Page.stopScreencast")
        self._page.on("Page.screencastFrame", None)

    def _take(self, frame: dict[str, Any]) -> None:
        self._page.post("Page.screencastFrameAck", sessionId=frame["sessionId"])
        self.pictures.append(Picture(frame["metadata"]["timestamp"], base64.b64decode(frame["data"])))


def cut(jpeg: bytes, rect: Rect) -> np.ndarray:
    """Colours inside the rectangle, [height, width, 3]."""
    with Image.open(io.BytesIO(jpeg)) as image:
        return np.asarray(image.convert("RGB").crop(rect)).astype(np.int16)


def differ(one: np.ndarray, other: np.ndarray) -> bool:
    return int((np.abs(one - other).max(axis=2) > SAME_COLOUR).sum()) >= FEW_PIXELS


def is_empty(colours: np.ndarray) -> bool:
    flat = colours.reshape(-1, 3)
    near = np.abs(flat - np.median(flat, axis=0)).max(axis=1) <= NEAR
    return bool(near.mean() >= ONE_COLOUR)


def first_final(cuts: list[np.ndarray]) -> int:
    """Index of the first picture after which nothing changes any more; 0 where nothing ever changed."""
    final = len(cuts) - 1
    while final > 0 and not differ(cuts[final - 1], cuts[-1]):
        final -= 1
    return final
