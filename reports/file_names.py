"""Names of files that every file system takes, and that say when their numbers are invented."""

from __future__ import annotations

import re

from monitor.release import Release

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
LONGEST = 60  # characters of one name


def plain_name(name: str) -> str:
    """
    >>> plain_name("Hennef (Sieg)"), plain_name("Königswinter")
    ('Hennef_Sieg', 'Koenigswinter')
    """
    spelled = name.translate(UMLAUTS)
    return re.sub(r"[^A-Za-z0-9]+", "_", spelled).strip("_")


def report_name(release: Release, kind: str, area: str, year: int, what_if: bool = False) -> str:
    """ "Steckbrief_Troisdorf_07_05382068-07_2024": the id keeps two areas of one name apart."""
    name = plain_name(release.hierarchy.names[area])[:LONGEST].strip("_")
    parts = (
        "BEISPIEL" if release.county.invented else "",
        "WAS_WAERE_WENN" if what_if else "",
        kind,
        name,
        area,
        str(year),
    )
    return "_".join(part for part in parts if part)
