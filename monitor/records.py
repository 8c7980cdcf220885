"""From lines of fields (a text file) or cells (a sheet) to a table of texts, with every line accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from problem import Problem

LINE = "line"  # the column that says where a row stands
Record = tuple[int, Sequence[str]]  # line, fields


def no_table() -> pd.DataFrame:
    """What is left of a file that cannot be read."""
    return pd.DataFrame({LINE: pd.Series(dtype="int64")})


def table_of(records: Iterable[Record], file: str, *, pad: bool) -> tuple[pd.DataFrame, list[Problem]]:
    """Table with one column per heading, all texts without blanks around them, and `line`.

    pad: short lines are filled with empty cells (sheets) instead of being reported (text files). Lines without any
    content are passed over but counted; empty fields beyond the heading are ignored.
    """
    filled = ((line, list(fields)) for line, fields in records if any(field.strip() for field in fields))
    line, first = next(filled, (0, []))
    heading = heading_of(first)
    if not heading:
        return no_table(), [Problem("file_empty", file=file)]
    if problems := heading_problems(heading, file, line):
        return no_table(), problems
    good, ragged = _sorted_out(filled, len(heading), pad)
    columns = list(zip(*[fields for _, fields in good], strict=True)) or [()] * len(heading)
    table = pd.DataFrame({name: _texts(column) for name, column in zip(heading, columns, strict=True)})
    return table.assign(**{LINE: [line for line, _ in good]}), [_ragged(ragged, len(heading), file)] if ragged else []


def _texts(column: Sequence[str]) -> pd.Series:
    return pd.Series(column, dtype="str").str.strip()


def heading_of(fields: Sequence[str]) -> list[str]:
    """Names of the columns, without the empty ones at the end."""
    names = [name.strip().strip("\ufeff") for name in fields]
    while names and not names[-1]:
        names.pop()
    return names


def heading_problems(heading: list[str], file: str, line: int) -> list[Problem]:
    """Columns without a name or with the name of another."""
    twice = sorted({name for name in heading if heading.count(name) > 1 and name})
    problems = [Problem("column_duplicate", file=file, line=line, facts={"column": name}) for name in twice]
    if "" in heading:
        problems.append(Problem("column_unnamed", file=file, line=line, facts={"position": heading.index("") + 1}))
    return problems


def _sorted_out(
    records: Iterable[tuple[int, list[str]]], width: int, pad: bool
) -> tuple[list[tuple[int, list[str]]], list[tuple[int, list[str]]]]:
    """Lines that fit the heading, and lines that do not."""
    good, ragged = [], []
    for line, fields in records:
        if len(fields) > width and not any(field.strip() for field in fields[width:]):
            del fields[width:]
        if pad and len(fields) < width:
            fields.extend([""] * (width - len(fields)))
        (good if len(fields) == width else ragged).append((line, fields))
    return good, ragged


def _ragged(lines: list[tuple[int, list[str]]], width: int, file: str) -> Problem:
    first, fields = lines[0]
    facts = {"fields": len(fields), "expected": width, "rows": len(lines), "lines": [line for line, _ in lines[:3]]}
    return Problem("row_ragged", file=file, line=first, facts=facts)
