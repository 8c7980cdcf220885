"""German documents: the language (WCAG 3.1.1), the first title and the text without JavaScript.

Streamlit answers every page address with the same English document, and the map's frame with
another one; both pass here.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TITLE = "Sozialraum-Monitor"
SERVER = "<script>window.__streamlit = {{BACKEND_BASE_URL: location.origin + '{base}/'}};</script>"
NO_SCRIPT = "<noscript>Bitte schalten Sie JavaScript ein: Ohne JavaScript zeigt diese Seite nichts an.</noscript>"


class GermanDocuments:
    """ASGI middleware: rewrites HTML answers, leaves everything else untouched."""

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        self.app = app
        self.base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and may_be_document(scope["path"]):
            await self.app(asking_uncompressed(scope), receive, DocumentSender(send, self.base_path))
        else:
            await self.app(scope, receive, send)


class DocumentSender:
    """Holds an HTML answer back until it is complete, then sends it in German."""

    def __init__(self, send: Send, base_path: str = "") -> None:
        self.send = send
        self.base_path = base_path
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and is_html(Headers(raw=message["headers"])):
            self.start = message
        elif message["type"] == "http.response.body" and self.start is not None:
            await self.collect(self.start, message)
        else:
            await self.send(message)

    async def collect(self, start: Message, message: Message) -> None:
        self.body += message.get("body", b"")
        if message.get("more_body"):
            return
        body, headers = german(self.body, self.base_path), MutableHeaders(scope=start)
        # The tag named the English file; a length without a body answers HEAD and must stay out.
        for outdated in ("etag", "last-modified", "content-length"):
            del headers[outdated]
        if body:
            headers["content-length"] = str(len(body))
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def german(document: bytes, base_path: str = "") -> bytes:
    """The document with German language, title and text for browsers without JavaScript.

    It also says where the server is: on a deep link Streamlit would otherwise try /karte/_stcore first, and every such
    try is an error in the console.
    """
    text = document.decode("utf-8")
    text = text.replace("<script", f"{SERVER.format(base=base_path)}<script", 1)
    text = re.sub(r'<html lang="en"', '<html lang="de"', text, count=1)
    text = re.sub(r"<title>.*?</title>", f"<title>{TITLE}</title>", text, count=1, flags=re.DOTALL)
    text = re.sub(r"<noscript>.*?</noscript>", NO_SCRIPT, text, count=1, flags=re.DOTALL)
    return text.encode("utf-8")


def may_be_document(path: str) -> bool:
    """Page addresses have no file ending; only they and HTML files are worth holding back."""
    return PurePosixPath(path).suffix in ("", ".html")


def is_html(headers: Headers) -> bool:
    return headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers


def asking_uncompressed(scope: Scope) -> Scope:
    """The same request, without what would make the answer compressed, partial or "not modified"."""
    unwanted = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
    headers = [(name, value) for name, value in scope["headers"] if name not in unwanted]
    return {**scope, "headers": headers}
