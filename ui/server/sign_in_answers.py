"""What Streamlit's answers around signing in lack: cookies for https alone, and German words when the provider fails."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOGIN = "/auth/login"
COOKIE = b"_streamlit_"
FAILED = (
    "Die Anmeldung ist gerade nicht möglich: Der Anmeldedienst antwortet nicht. Bitte gehen Sie zurück und versuchen Sie es "
    "später noch einmal. Was öffentlich ist, lässt sich auch ohne Anmeldung ansehen."
)


class SignInAnswers:
    """ASGI middleware. https: whether people reach the app by https, as `redirect_uri` says."""

    def __init__(self, app: ASGIApp, https: bool) -> None:
        self.app = app
        self.https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        failed = False

        async def send_changed(message: Message) -> None:
            nonlocal failed
            if message["type"] == "http.response.start" and message["status"] == 400 and scope["path"].endswith(LOGIN):
                failed = True
                await PlainTextResponse(FAILED, status_code=502)(scope, receive, send)
            elif not failed:
                await send(self.with_secure_cookies(message))

        await self.app(scope, receive, send_changed)

    def with_secure_cookies(self, message: Message) -> Message:
        if not self.https or message["type"] != "http.response.start":
            return message
        return {**message, "headers": [(name, _secure(name, value)) for name, value in message["headers"]]}


def _secure(name: bytes, value: bytes) -> bytes:
    is_ours = name.lower() == b"set-cookie" and value.startswith(COOKIE)
    return value + b"; Secure" if is_ours and b"; secure" not in value.lower() else value
