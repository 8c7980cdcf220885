"""Where the app is reached, for links in files."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

LOCAL = ("localhost", "127.0.0.1")


def app_address() -> str:
    """ "https://monitor.example.de", "" where it is not known, or is of this machine alone and of no use to others."""
    url = st.context.url
    parts = urlsplit(url or "")
    if not parts.hostname or parts.hostname in LOCAL:
        return ""
    return f"{parts.scheme}://{parts.netloc}{parts.path.rsplit('/', 1)[0]}".rstrip("/")
