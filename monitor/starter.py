"""First files of a new data folder, with everything in them that a county has to fill in."""

from __future__ import annotations

from pathlib import Path

COUNTY = """# Beschreibung des Kreises. Die Schlüssel links bleiben, die Werte rechts sind anzupassen.
name = "Gebiet {key}"
genitive = "des Gebiets {key}"
key = "{key}"
inhabitants = "ew"

[[levels]]
id = "kreis"
name = "Kreis"
plural = "Kreise"

[[levels]]
id = "{level}"
name = "{name}"
plural = "{plural}"
file = "areas/{level}{suffix}"

[protection]
threshold = 3
minimum_base = 30
zeros_sensitive = false
minimum_inhabitants = 300

[sources.quelle]
name = "Bitte eintragen"
office = "Bitte eintragen"
"""

NAMES = {"gemeinde": ("Kommune", "Kommunen"), "quartier": ("Quartier", "Quartiere")}


def write_county(folder: Path, key: str, level: str, suffix: str) -> Path | None:
    """county.toml for a folder that has none yet; the path, or None where one is there already."""
    path = folder / "county.toml"
    if path.exists():
        return None
    name, plural = NAMES.get(level, (level.capitalize(), level.capitalize()))
    text = COUNTY.format(key=key, level=level, name=name, plural=plural, suffix=suffix)
    path.write_text(text, encoding="utf-8")
    return path
