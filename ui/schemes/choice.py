"""Which version of the municipality's social spaces the page looks at; the link says it."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.scheme import Status
from texts.schemes import version_words
from ui.choices import choose
from ui.schemes.store import Version

PARAM = "fassung"
WIDTH = 330  # pixels


def choose_version(versions: Mapping[int, Version]) -> Version:
    """The chosen one; without a choice the latest draft, else the one that is valid."""
    options = [str(number) for number in sorted(versions, reverse=True)]
    chosen = choose(
        "Fassung", PARAM, options, default=default_version(versions), name=lambda each: _name(versions, each),
        tell=False, label_visibility="collapsed", width=WIDTH,
    )  # fmt: skip
    return versions[int(chosen)]


def default_version(versions: Mapping[int, Version]) -> str:
    drafts = [number for number, each in versions.items() if each.is_draft]
    valid = [number for number, each in versions.items() if each.scheme.status is Status.VALID]
    return str(max(drafts or valid or versions))


def _name(versions: Mapping[int, Version], option: str) -> str:
    scheme = versions[int(option)].scheme
    return version_words(scheme.version, scheme.name, scheme.status.value)
