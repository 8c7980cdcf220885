"""The bodies of the county that is loaded."""

from __future__ import annotations

from monitor.release import Release
from ui.sign_in.bodies import Bodies
from views import options


def bodies_of(release: Release) -> Bodies:
    """Its municipalities in the order of their names, and whom [participation] of county.toml names."""
    names, taking_part = release.hierarchy.names, release.county.participation
    return Bodies(
        {area: str(names[area]) for area in options.municipalities(release) if area},
        taking_part.factions,
        taking_part.associations,
        taking_part.offices,
    )
