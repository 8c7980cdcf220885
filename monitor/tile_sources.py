"""Base map and overlay of county.toml: at most one tile server each, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import SplitResult, urlsplit

from monitor.county import TileSource
from monitor.toml_fields import Field, Section, checked
from monitor.toml_text import TomlText
from problem import Problem

SECTIONS = ("basemap", "overlay")
FORMATS = ("image/png", "image/png8", "image/jpeg", "image/webp", "image/gif")
TILES = {
    "kind": Field(required=True, choices=("wms", "wmts", "xyz")),
    "url": Field(required=True),
    "layers": Field(),
    "name": Field(required=True),
    "attribution": Field(required=True),
    "opacity": Field("number", least=0, most=1),
    "format": Field(choices=FORMATS),
    "transparent": Field("truth"),
}

# The host becomes part of a header, the rest part of a template: nothing but plain characters may get there.
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
CHARACTERS = re.compile(r"[A-Za-z0-9:/._~!$&()*+=,%@-]+")
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
COORDINATES = ["{x}", "{y}", "{z}"]
WMTS_NAMES = {"{TileMatrix}": "{z}", "{TileRow}": "{y}", "{TileCol}": "{x}"}
THIS_MACHINE = ("127.0.0.1", "localhost")


def read_tile_sources(source: TomlText, top: Mapping[str, Any]) -> tuple[dict[str, TileSource], list[Problem]]:
    """The sections that are there and right, by name; top: checked values of the whole file."""
    found: dict[str, TileSource] = {}
    problems: list[Problem] = []
    for name in SECTIONS:
        if name in top:
            tiles, faults = _read(Section(source, name, top[name]))
            found |= {name: tiles} if tiles else {}
            problems += faults
    return found, problems


def _read(section: Section) -> tuple[TileSource | None, list[Problem]]:
    values, problems = checked(section, TILES)
    if "url" in values and "kind" in values:
        values["url"] = _template(values["url"].strip(), values["kind"])
        problems += _url_faults(section, values["url"], values["kind"])
    problems += _layer_faults(section, values.get("kind"))
    if problems:
        return None, problems
    # An overlay that is not transparent would hide the areas below it.
    defaults = {"layers": "", "transparent": section.name == "overlay"}
    return TileSource(**{**defaults, **values}), []


def _template(url: str, kind: str) -> str:
    """The address in the spelling of the map: WMTS names its placeholders differently, a WMS ends in "?"."""
    if kind == "wms":
        return url.removesuffix("?")
    for theirs, ours in WMTS_NAMES.items():
        url = url.replace(theirs, ours)
    return url


def _url_faults(section: Section, url: str, kind: str) -> Iterator[Problem]:
    """Everything that is wrong with an address. The sentences do not repeat it: it may hold a password."""
    bare = url if kind == "wms" else PLACEHOLDER.sub("0", url)
    address = re.split("[?#]", bare)[0]
    if address != bare:
        yield section.problem("tile_url_query", "url")
    if not CHARACTERS.fullmatch(address) or not (parts := _parts(address)):
        yield section.problem("tile_url_invalid", "url")
        return
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in THIS_MACHINE):
        yield section.problem("tile_url_not_https", "url")
    if "@" in parts.netloc:
        yield section.problem("tile_url_credentials", "url")
    if kind != "wms" and (sorted(PLACEHOLDER.findall(url)) != COORDINATES or "{" in urlsplit(url).netloc):
        yield section.problem("tile_url_placeholders", "url")


def _parts(url: str) -> SplitResult | None:
    """The address taken apart; None where it names no host or a port that is none."""
    try:
        parts = urlsplit(url)
        return parts if HOST.fullmatch(parts.hostname or "") and parts.port != 0 else None
    except ValueError:
        return None


def _layer_faults(section: Section, kind: str | None) -> Iterator[Problem]:
    written = section.data.get("layers", "")
    if kind == "wms" and isinstance(written, str) and not written.strip():
        yield section.problem("tile_layers_missing", "layers")
    if kind in ("wmts", "xyz") and written:
        yield section.problem("tile_layers_unused", "layers", kind_name=kind)
