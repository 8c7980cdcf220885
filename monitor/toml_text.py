"""TOML files as people edit them: read with the line of everything that is wrong."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from monitor.decoding import decoded
from problem import Problem

HEADING = re.compile(r"\s*\[\[?\s*([^\[\]#]+?)\s*\]\]?\s*(#.*)?$")
AT_LINE = re.compile(r"at line (\d+)")
# What the parser says → what it means for the person who typed it.
REASONS = (
    ("Cannot declare", "section_twice"),
    ("Cannot overwrite", "key_twice"),
    ("Cannot mutate", "key_twice"),
    ("Unterminated", "quote_missing"),
    ("Illegal character", "quote_missing"),
    ("Expected '='", "equals_missing"),
    ("Invalid value", "value_invalid"),
    ("Expected newline", "value_invalid"),
    ("Unclosed array", "bracket_missing"),
)


class TomlText(NamedTuple):
    """What a TOML file says, and its text for finding lines. data is None where it cannot be read."""

    file: str
    text: str
    data: dict[str, Any] | None

    def line(self, section: str, key: str = "", occurrence: int = 0) -> int | None:
        """Line of a key in a section ("" = before the first heading), or of the heading itself; None if not found.

        occurrence: which of several headings of the same name (`[[levels]]`), from 0.
        """
        current, seen = "", -1
        for number, line in enumerate(self.text.splitlines(), start=1):
            if heading := HEADING.match(line):
                current = heading.group(1).replace('"', "").replace(" ", "")
                seen += current == section
                if not key and current == section and seen == occurrence:
                    return number
            elif key and current == section and max(seen, 0) == occurrence and _names(line, key):
                return number
        return None


def _names(line: str, key: str) -> bool:
    return re.match(rf"""\s*["']?{re.escape(key)}["']?\s*=""", line) is not None


def read_toml(path: Path, name: str) -> tuple[TomlText, list[Problem]]:
    """Content of a TOML file; a missing file and any fault of its grammar are reported with the line."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return TomlText(name, "", None), [Problem("file_missing", file=name)]
    except OSError:
        return TomlText(name, "", None), [Problem("file_unreadable", file=name)]
    text, problems = decoded(data, name)
    if problems:
        return TomlText(name, "", None), problems
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        return TomlText(name, text, tomllib.loads(text)), []
    except tomllib.TOMLDecodeError as error:
        return TomlText(name, text, None), [_grammar_problem(str(error), text, name)]


def _grammar_problem(message: str, text: str, file: str) -> Problem:
    found = AT_LINE.search(message)
    line = int(found.group(1)) if found else len(text.splitlines())
    reason = next((reason for start, reason in REASONS if start in message), "other")
    written = text.splitlines()[line - 1].strip() if 0 < line <= len(text.splitlines()) else ""
    return Problem("toml_invalid", file=file, line=line, facts={"reason": reason, "written": written[:80]})
