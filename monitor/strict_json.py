"""JSON from outside: only what the standard allows, and keys that came twice are remembered."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, NoReturn


class NotJson(Exception):  # noqa: N818 it is a finding about a text, told as a problem by who reads it
    """The text is no JSON. line: where reading stopped, counted from 1; None where that is not known."""

    def __init__(self, line: int | None) -> None:
        super().__init__(f"line {line}")
        self.line = line


class Keyed(dict[str, Any]):
    """An object of JSON. twice: keys that it holds more than once; the last value is the one kept."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.twice = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)


def strict_json(text: str) -> Any:
    """Content of a JSON text, every object as `Keyed`.

    Raises NotJson for anything else: NaN and Infinity, numbers without end, nesting without end.
    """
    try:
        return json.loads(text, object_pairs_hook=Keyed, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise NotJson(error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise NotJson(None) from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
