"""What the server says over the websocket: messages of Streamlit, with tables packed inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pyarrow as pa
from google.protobuf.message import Message
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

STREAM = b"\xff\xff\xff\xff"  # how a table of Arrow begins


ENDS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


def has_ended(frame: bytes) -> bool:
    """Whether the frame says that a page, or the part of it that was asked for, has been shown completely."""
    message = ForwardMsg.FromString(frame)
    return message.HasField("script_finished") and message.script_finished in ENDS


def tables_of(frame: bytes) -> list[pd.DataFrame]:
    """Every table in a message: the numbers behind it, and what is written in its cells."""
    packed = [leaf for leaf in _leaves(ForwardMsg.FromString(frame)) if isinstance(leaf, bytes) and leaf[:4] == STREAM]
    return [pa.ipc.open_stream(each).read_all().to_pandas() for each in packed]


def shown_tables(frames: list[bytes]) -> Iterator[tuple[str, pd.DataFrame]]:
    """(heading above it, numbers) of every table that stands below a heading, in the order in which they came."""
    heading = ""
    for frame in frames:
        message = ForwardMsg.FromString(frame)
        element = message.delta.new_element
        if element.HasField("heading"):
            heading = element.heading.body
        elif element.HasField("dataframe"):
            yield heading, pa.ipc.open_stream(element.dataframe.arrow_data.data).read_all().to_pandas()


def _leaves(message: Message) -> Iterator[Any]:
    for _, value in message.ListFields():
        for each in _several(value):
            yield from _leaves(each) if isinstance(each, Message) else [each]


def _several(value: Any) -> list[Any]:
    if isinstance(value, Message | str | bytes | bool | int | float):
        return [value]
    return [*value.keys(), *value.values()] if hasattr(value, "values") else list(value)
