"""Security headers on every answer. The browser itself then enforces: no other host but those the county names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.server.tile_hosts import tile_hosts

# Inline scripts and styles and eval are what Streamlit and streamlit-folium work with; the point
# here is where content may come from: this server, and data the page itself made (data:, blob:).
CONTENT_SECURITY_POLICY = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "frame-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}


def security_headers(image_hosts: Sequence[str] = ()) -> dict[str, str]:
    """Headers for every answer. image_hosts: origins that pictures, and nothing else, may also come from."""
    images = " ".join([CONTENT_SECURITY_POLICY["img-src"], *image_hosts])
    policy = {**CONTENT_SECURITY_POLICY, "img-src": images}
    return {
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in policy.items()),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


SECURITY_HEADERS = security_headers()

# Numbers for a script are no document: nothing may come from anywhere. Short, because every change of a map pays for it.
DATA_HEADERS = {"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff"}
DATA = "application/json"


class SecurityHeaders:
    """ASGI middleware: adds the headers, replacing what an inner layer has set.

    Starlette makes it once, when the server starts: hosts of a county.toml that is changed later need a restart.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = security_headers(tile_hosts())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(DATA_HEADERS if headers.get("content-type") == DATA else self.headers)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


async def server_error(request: Request, error: Exception) -> Response:
    """Answer to a fault of the server. Starlette sends it past every middleware: headers here too."""
    text = "Der Server hat einen Fehler gemacht. Bitte laden Sie die Seite neu."
    return PlainTextResponse(text, status_code=500, headers=SECURITY_HEADERS)


EXCEPTION_HANDLERS: dict[Any, Any] = {Exception: server_error}
