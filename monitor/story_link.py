"""A story in a link: JSON, packed with zlib, written as base64url without padding.

Nothing of a link is ever executed or trusted: it is read as JSON and passes the checks of the file.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib

from monitor.story_check import MOST_BYTES, STEP_KEYS, VERSION, checked_steps
from monitor.story_step import Story, ordered_view
from monitor.strict_json import Keyed, NotJson, strict_json
from problem import DataError, Problem

MOST_LINK = 6000  # characters; browsers and mail programs cut longer ones
BASE64URL = re.compile(r"[A-Za-z0-9_-]+")


def story_to_link(story: Story) -> str | None:
    """The story as text for a link, "" for the empty one; None where it would be longer than MOST_LINK characters."""
    if not story:
        return ""
    steps = [[step.page, step.title, step.sentence, ordered_view(step)] for step in story]
    plain = json.dumps([VERSION, *steps], ensure_ascii=False, separators=(",", ":")).encode()
    link = base64.urlsafe_b64encode(zlib.compress(plain, 9)).decode().rstrip("=")
    return link if len(link) <= MOST_LINK else None


def story_from_link(text: str) -> Story:
    """The story in a link. Raises DataError with all faults at once, by the rules of the file."""
    if not text:
        return ()
    if len(text) > MOST_LINK:
        raise DataError(Problem("story_link_too_long", facts={"most": MOST_LINK}))
    try:
        content = strict_json(_unpacked(text))
    except (NotJson, binascii.Error, zlib.error, UnicodeDecodeError) as error:
        raise DataError(Problem("story_link_damaged")) from error
    return checked_steps(_as_in_file(content), "")


def _unpacked(text: str) -> str:
    """Text behind a link. What unpacks to more than MOST_BYTES is stopped there, before it is all in memory."""
    if not BASE64URL.fullmatch(text):
        raise DataError(Problem("story_link_damaged"))
    packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    unpacking = zlib.decompressobj()
    plain = unpacking.decompress(packed, MOST_BYTES + 1)
    if len(plain) > MOST_BYTES:
        raise DataError(Problem("story_too_large", facts={"most": MOST_BYTES // 1000}))
    if not unpacking.eof or unpacking.unused_data:
        raise DataError(Problem("story_link_damaged"))
    return plain.decode()


def _as_in_file(content: object) -> object:
    """[1, [page, title, sentence, view], …] in the words of the file; what has another form stays, to be refused."""
    if not isinstance(content, list) or not content:
        return None
    steps = [
        Keyed(list(zip(STEP_KEYS, step, strict=True)))
        if isinstance(step, list) and len(step) == len(STEP_KEYS)
        else None
        for step in content[1:]
    ]
    return Keyed([("sitzung", content[0]), ("schritte", steps)])
