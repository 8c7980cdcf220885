"""The county: its names, levels, sources, protection and attention rules, as county.toml describes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from indicators.county_rule import CountyRule
from indicators.disclosure.rounding import least_rounded_up
from indicators.mss_rule import MssRule
from indicators.significance_rule import SignificanceRule


@dataclass(frozen=True)
class LevelSpec:
    """One level of areas. file: path of its areas in the folder, "" for a whole that is made from the level below."""

    id: str
    name: str
    plural: str
    file: str = ""
    published: bool = True


@dataclass(frozen=True)
class Protection:
    """Disclosure control: hide 0 < x < threshold and 0 < n − x < threshold; no rate and no index below the minima.

    interval: so wide stays what can be worked out of a hidden count, in persons; None = the threshold. public_levels: levels
    whose numbers are public anyway, for example by law, and are never hidden.
    """

    threshold: int = 3
    minimum_base: int = 30
    zeros_sensitive: bool = False
    minimum_inhabitants: int = 300
    interval: int | None = None
    public_levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class AttentionSpec:
    """The attention rules; a rule without indicators does not exist for the county. rule: the decided one.

    version: number of the decided method, counted up whenever it is changed; every rule and every result carries it.
    """

    rule: str = "county"
    decided_by: str = ""
    decided_on: str = ""
    version: int = 1
    county: CountyRule = field(default_factory=CountyRule)
    mss: MssRule = field(default_factory=MssRule)
    significance: SignificanceRule = field(default_factory=SignificanceRule)


@dataclass(frozen=True)
class Source:
    """Who delivers. threshold … public_levels: stricter or milder than the county's `Protection`, None = the same.

    unplaced: a municipality or the county may count people who are in none of its areas, for want of a usable address.
    rounding: counts are shown as multiples of it, 0 = as they are. dominance: p of the p-% rule, dominance_share: k of the
    (1, k) rule in percent, for sums of which the catalogue names the largest contributions; None = no such rule.
    """

    id: str
    name: str
    office: str = ""
    as_of: dt.date | None = None
    legal_basis: str = ""
    threshold: int | None = None
    minimum_base: int | None = None
    zeros_sensitive: bool | None = None
    interval: int | None = None
    public_levels: tuple[str, ...] | None = None
    unplaced: bool = False
    rounding: int = 0
    dominance: float | None = None
    dominance_share: float | None = None


@dataclass(frozen=True)
class TileSource:
    """Pictures of a map from somebody's server. kind: "wms" with `layers`, else a template with {z}, {x} and {y}."""

    name: str
    kind: str
    url: str
    layers: str
    attribution: str
    opacity: float = 1
    format: str = "image/png"
    transparent: bool = False

    @property
    def host(self) -> str:
        """ "geodienste.example.de", with the port where the address names one."""
        return urlsplit(self.url).netloc.lower()

    @property
    def origin(self) -> str:
        """ "https://geodienste.example.de": what a Content-Security-Policy allows."""
        return f"{urlsplit(self.url).scheme}://{self.host}"


@dataclass(frozen=True)
class ReportSpec:
    """What every report of the county carries. text: a sentence or two of its own; address: of the app, for links.

    logo: a PNG or JPEG picture, b"" = none; logo_file: its path in the folder. without: parts that are left out, see PARTS.
    """

    text: str = ""
    address: str = ""
    logo_file: str = ""
    logo: bytes = b""
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class ParticipationSpec:
    """Names of the bodies that take part: factions of the county council, welfare associations, offices of the county."""

    factions: tuple[str, ...] = ()
    associations: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


@dataclass(frozen=True)
class County:
    """county.toml, checked. inhabitants: measure that counts inhabitants. levels: from the whole to the parts.

    divisions: further levels beside the finest published one; file: table of the base units they are made of.

    basemap, overlay: what may be laid under and over the areas, None = no other host. places: file with place points.
    """

    name: str
    genitive: str
    key: str
    levels: tuple[LevelSpec, ...]
    divisions: tuple[LevelSpec, ...] = ()
    inhabitants: str = ""
    invented: bool = False
    notice: str = ""
    reference_date: dt.date | None = None
    protection: Protection = field(default_factory=Protection)
    attention: AttentionSpec = field(default_factory=AttentionSpec)
    sources: Mapping[str, Source] = field(default_factory=dict)
    attribution: tuple[str, ...] = ()
    basemap: TileSource | None = None
    overlay: TileSource | None = None
    places: str = ""
    report: ReportSpec = field(default_factory=ReportSpec)
    participation: ParticipationSpec = field(default_factory=ParticipationSpec)

    def level(self, level_id: str) -> LevelSpec:
        return next(level for level in (*self.levels, *self.divisions) if level.id == level_id)

    def protection_for(self, source_id: str) -> Protection:
        """The county's protection with what the source says itself; the county's where the source is not described.

        What rounding would make a 0 counts as small; intervals need not be wider for that.
        """
        source = self.sources.get(source_id)
        own = {} if source is None else {
            "threshold": source.threshold,
            "minimum_base": source.minimum_base,
            "zeros_sensitive": source.zeros_sensitive,
            "interval": source.interval,
            "public_levels": source.public_levels,
        }  # fmt: skip
        found = replace(self.protection, **{key: value for key, value in own.items() if value is not None})
        if source is None or not source.rounding:
            return found
        interval = max(found.threshold, 1) if found.interval is None else found.interval
        return replace(found, threshold=max(found.threshold, least_rounded_up(source.rounding)), interval=interval)
