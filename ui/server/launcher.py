"""What the server adds around the main script: routes, headers, language, preparation."""

from __future__ import annotations

from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from ui.server.headers import EXCEPTION_HANDLERS, SecurityHeaders
from ui.server.language import GermanDocuments
from ui.server.no_lookups import forbid_address_lookup
from ui.server.preload import lifespan
from ui.server.roles_guard import refuse_wrong_roles, roles_middleware
from ui.server.routes import routes


def app_options() -> dict[str, Any]:
    """Keyword arguments for `st.App`."""
    forbid_address_lookup()
    refuse_wrong_roles()
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    base_path = f"/{base}" if base else ""
    return {
        "routes": routes(base_path),
        "middleware": [
            Middleware(SecurityHeaders),
            *roles_middleware(),
            Middleware(GermanDocuments, base_path=base_path),
        ],
        "exception_handlers": EXCEPTION_HANDLERS,
        "lifespan": lifespan,
    }
