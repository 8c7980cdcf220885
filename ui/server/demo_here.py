"""The demo is seen from this machine alone, also where something before the server passes requests on."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.sign_in.loopback import is_loopback

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
REFUSED = "Diese Vorführung mit freier Wahl der Rolle ist nur auf dem Rechner zu sehen, auf dem sie läuft."
POLICY_VIOLATION = 1008  # RFC 6455, 7.4.1


class DemoHere:
    """ASGI middleware: answers nobody but this machine. A guard at the start sees an address, but no reverse proxy."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or comes_from_here(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await PlainTextResponse(REFUSED, status_code=403)(scope, receive, send)


def comes_from_here(scope: Scope) -> bool:
    """Sent by this machine, to a name of this machine, and by nobody on behalf of another."""
    headers = Headers(scope=scope)
    client = scope.get("client") or ("", 0)
    asked = urlsplit(f"//{headers.get('host', '')}").hostname
    return is_loopback(client[0]) and is_loopback(asked) and not any(name in headers for name in FORWARDED)
