"""Sentences of the pages on paper: without the signs that make them bold there."""

from __future__ import annotations


def plain(words: str) -> str:
    """ "**12 von 158** Gebieten" → "12 von 158 Gebieten"."""
    return words.replace("**", "")
