"""Documents the browser may fetch beside a message: classes of all years, texts. Made when first asked for.

The route `anlagen/werte/<name>.json` looks here. A name cannot be guessed and is told only to a page that was shown, so
a document needs no guard of its own; it is made from what the page itself may show.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from ui.map.assets import ASSETS

MOST_KEPT = 4000  # documents that can be asked for; beyond, the one offered longest ago is forgotten
MOST_MADE = 400  # documents kept ready

Make = Callable[[], object]

_SECRET = secrets.token_bytes(16)  # of this process
_offered: OrderedDict[str, Make] = OrderedDict()
_made: OrderedDict[str, bytes] = OrderedDict()
_lock = Lock()


def offer(key: Hashable, make: Make) -> str:
    """Address of the document that `make` returns as JSON values. key: everything its content depends on."""
    name = hashlib.blake2b(repr(key).encode(), key=_SECRET, digest_size=16).hexdigest()
    with _lock:
        _offered[name] = make
        _offered.move_to_end(name)
        _drop_oldest(_offered, MOST_KEPT)
    return f"{ASSETS}/werte/{name}.json"


def lookup(name: str) -> bytes | None:
    """The document, compressed with gzip; None where nothing of this name has been offered."""
    with _lock:
        known, make = _made.get(name), _offered.get(name)
    if known is not None or make is None:
        return known
    content = json.dumps(make(), separators=(",", ":"), ensure_ascii=False).encode()
    made = compressed(content)
    with _lock:
        _made[name] = made
        _drop_oldest(_made, MOST_MADE)
    return made


def compressed(content: bytes) -> bytes:
    """gzip, by the usual strategy or the one for numbers, whichever is shorter: a tenth less for classes of 11,000 areas."""
    return min((_gzip(content, each) for each in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED)), key=len)


def _gzip(content: bytes, strategy: int) -> bytes:
    stream = zlib.compressobj(6, zlib.DEFLATED, 31, 8, strategy)  # 31: gzip's own frame, as browsers expect it
    return stream.compress(content) + stream.flush()


def _drop_oldest(kept: OrderedDict[str, object] | OrderedDict[str, Make] | OrderedDict[str, bytes], most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
