"""Words that all reports share."""

from __future__ import annotations

PROGRAM = "Sozialraum-Monitor"
INVENTED = "Alle gezeigten Gebiete und Zahlen sind erfunden."
