"""Whether an address means this machine alone."""

from __future__ import annotations

from ipaddress import ip_address


def is_loopback(host: str | None) -> bool:
    """ "localhost", 127.0.0.0/8 and ::1; not "" and not None, which mean all addresses."""
    name = (host or "").strip("[]").lower()
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
