"""Which other hosts the county's own map may load pictures from: those county.toml names, by default none."""

from __future__ import annotations

import logging

from monitor.county_file import read_county

log = logging.getLogger(__name__)


def tile_hosts() -> tuple[str, ...]:
    """Origins ("https://geodienste.example.de") of base map and overlay; none where county.toml cannot be used."""
    from ui.data import data_folder  # imports half the libraries: only once the server starts

    try:
        county_file, problems = read_county(data_folder())
    except Exception:
        log.exception("county.toml was not read: no other host is allowed")
        return ()
    county = county_file.county
    if county is None or problems:
        return ()
    return tuple(dict.fromkeys(source.origin for source in (county.basemap, county.overlay) if source))
