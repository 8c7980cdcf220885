"""Tables as offices deliver them: CSV, Excel and Parquet, all read as texts with the line they stand in."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from monitor.csv_table import read_csv
from monitor.excel_table import read_excel
from monitor.parquet_table import read_parquet
from monitor.records import no_table
from problem import Problem

READERS = {".csv": read_csv, ".xlsx": read_excel, ".parquet": read_parquet}


def read_table(path: Path, name: str = "") -> tuple[pd.DataFrame, list[Problem]]:
    """Every cell as text exactly as delivered (without blanks around it), and the column `line`.

    line: line of the file or row of the sheet, heading = 1. name: what problems call the file, its own name if empty.
    What cannot be read is reported, never raised; the table then holds the rows that could be.
    """
    file = name or path.name
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        return no_table(), [Problem("file_type_unknown", file=file)]
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return no_table(), [Problem("file_missing", file=file)]
    except OSError:
        return no_table(), [Problem("file_unreadable", file=file)]
    return reader(data, file)
