"""What is expensive and asked for again and again: made once, the same for every visit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import TypeVar

Made = TypeVar("Made")
USUAL = 60


class Kept:
    """Results by key; the first part of a key names their kind. most: how many of a kind are kept, else `USUAL`.

    Beyond that the one used longest ago is made again when asked for. An error is not kept. Two threads that ask for the
    same at once wait for one another; what is made may ask for results of other keys.
    """

    def __init__(self, most: Mapping[str, int] | None = None) -> None:
        self._most = dict(most or {})
        self._kinds: dict[str, OrderedDict[tuple[Hashable, ...], _Slot]] = {}
        self._lock = Lock()

    def __call__(self, key: tuple[Hashable, ...], make: Callable[[], Made]) -> Made:
        slot = self._slot(key)
        with slot.lock:
            if not slot.made:
                slot.value, slot.made = make(), True
            value: Made = slot.value
        return value

    def _slot(self, key: tuple[Hashable, ...]) -> _Slot:
        kind = str(key[0])
        with self._lock:
            slots = self._kinds.setdefault(kind, OrderedDict())
            slot = slots.setdefault(key, _Slot())
            slots.move_to_end(key)
            while len(slots) > self._most.get(kind, USUAL):
                slots.popitem(last=False)
        return slot


class _Slot:
    def __init__(self) -> None:
        self.lock, self.made, self.value = Lock(), False, None  # type: Lock, bool, Any
