"""Who can act in this county: its municipalities, and the bodies county.toml names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from store.actor import Role


@dataclass(frozen=True)
class Bodies:
    """Per kind of body what identifies it → what people call it."""

    municipalities: Mapping[str, str] = field(default_factory=dict)
    factions: tuple[str, ...] = ()
    associations: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()

    def of(self, role: Role) -> Mapping[str, str]:
        """The bodies that can have a role; none for roles that need no choice."""
        if role is Role.MUNICIPALITY:
            return self.municipalities
        named = {Role.OFFICE: self.offices, Role.POLITICS: self.factions, Role.ASSOCIATION: self.associations}
        return {name: name for name in named.get(role, ())}
