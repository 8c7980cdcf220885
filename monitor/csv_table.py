"""Text tables: read line by line, because every line must be found again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pandas as pd

from monitor.csv_dialect import delimiter_of, excel_hint
from monitor.decoding import decoded
from monitor.plain_lines import read_plain
from monitor.records import Record, no_table, table_of
from problem import Problem


def read_csv(data: bytes, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Table of texts with `line`; `attrs["delimiter"]` says how the fields were separated."""
    text, problems = decoded(data, file)
    if problems:
        return no_table(), problems
    delimiter, skipped = _dialect(text)
    table = read_plain(text, delimiter, skipped)
    faults: list[Problem] = []
    if table is None:
        table, problems = table_of(_records(text, delimiter, skipped, file, faults), file, pad=False)
    table.attrs["delimiter"] = delimiter
    return table, problems + faults


def _dialect(text: str) -> tuple[str, int]:
    """Delimiter, and number of lines before the heading that belong to no table."""
    lines = (line for line in io.StringIO(text, newline=None))
    for number, line in enumerate(lines):
        if hint := excel_hint(line):
            return hint, number + 1
        if line.strip():
            return delimiter_of(line), 0
    return ";", 0


def _records(text: str, delimiter: str, skipped: int, file: str, faults: list[Problem]) -> Iterator[Record]:
    """Line and fields of each record; a quotation mark that breaks the rules ends the reading and is reported."""
    lines = io.StringIO(text, newline=None)
    for _ in range(skipped):
        next(lines)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    start = 1
    try:
        for fields in reader:
            yield start + skipped, fields
            start = reader.line_num + 1
    except csv.Error:
        faults.append(Problem("quote_unbalanced", file=file, line=start + skipped))
