"""Where choices come from: the parameters of a link. Nothing in it is trusted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

Wanted = Callable[[str], str]  # parameter of a link → its value, "" where it has none


@runtime_checkable
class Remembering(Protocol):
    """A link whose reader has chosen something earlier, on another page."""

    def __call__(self, param: str) -> str: ...

    def earlier(self, param: str) -> str: ...


def known(source: Wanted, param: str, options: Sequence[str], default: str) -> str:
    """What the link says where there is such a choice, else what was chosen earlier, else the default."""
    found = source(param)
    if found in options:
        return found
    earlier = source.earlier(param) if isinstance(source, Remembering) else ""
    return earlier if earlier in options else default


def is_on(source: Wanted, param: str) -> bool:
    return source(param) == "1"
