"""Handouts: reports behind buttons: made only when asked for, many at once beside the page."""
