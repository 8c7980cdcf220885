"""What kinds of files are saved."""

from __future__ import annotations

PDF = "application/pdf"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GEOPACKAGE = "application/geopackage+sqlite3"
ICALENDAR = "text/calendar; charset=utf-8"
