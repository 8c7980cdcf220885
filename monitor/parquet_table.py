"""Parquet files as tables of texts, fast enough for the half million rows of a large county."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from monitor.decoding import foreign_content
from monitor.number_text import plain_number
from monitor.records import no_table
from problem import Problem

FIRST_ROW = 2  # as in a sheet: the heading is row 1


def read_parquet(data: bytes, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Table of texts with `line`; columns that are neither text nor number nor date are reported."""
    if not data:
        return no_table(), [Problem("file_empty", file=file)]
    try:
        table = pq.ParquetFile(io.BytesIO(data)).read()
    except (pa.ArrowException, OSError, ValueError):
        facts = {"found": foreign_content(data).replace("parquet", "parquet_damaged") or "no_parquet"}
        return no_table(), [Problem("file_content_unexpected", file=file, facts=facts)]
    columns, problems = {}, []
    for name, column in zip(table.column_names, table.columns, strict=True):
        try:
            columns[name] = _texts(column)
        except (pa.ArrowException, TypeError):
            problems.append(Problem("column_type_unexpected", file=file, facts={"column": name}))
    frame = pa.table(columns).to_pandas()
    return frame.assign(line=np.arange(FIRST_ROW, FIRST_ROW + len(frame))), problems


def _texts(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_nested(column.type) or pa.types.is_binary(column.type):
        raise TypeError(f"no text: {column.type}")
    if pa.types.is_floating(column.type):
        return _from_floats(column)
    return pc.fill_null(pc.utf8_trim_whitespace(column.cast(pa.string())), "")


def _from_floats(column: pa.ChunkedArray) -> pa.Array:
    codes, numbers = pd.factorize(column.to_numpy())
    texts = np.array([plain_number(float(number)) for number in numbers] + [""], dtype=object)
    return pa.array(texts[codes], pa.string())  # code −1 (missing) takes the last text, ""
