"""What the server does around signing in, asked as an ASGI app without network or browser."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from ui.server.demo_here import DemoHere
from ui.server.sign_in_answers import SignInAnswers


def cookies(request):
    answer = PlainTextResponse("ok")
    answer.set_cookie("_streamlit_user", "signed", httponly=True, samesite="lax")
    answer.set_cookie("other", "x")
    return answer


def failing(request):
    return PlainTextResponse("Authentication error", status_code=400)


async def connected(websocket):
    await websocket.accept()
    await websocket.close()


def server(*middleware):
    routes = [Route("/", cookies), Route("/auth/login", failing), Route("/x/auth/login", failing), Route("/bad", failing),
              WebSocketRoute("/_stcore/stream", connected)]  # fmt: skip
    return Starlette(routes=routes, middleware=list(middleware))


def ask(app, path="/", kind="http", client="127.0.0.1", **headers):
    """Everything that was sent back."""
    sent = []
    headers = {"host": "127.0.0.1:8501", **headers}
    scope = {"type": kind, "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"", "scheme": "http",
             "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
             "client": (client, 1) if client else None, "server": ("127.0.0.1", 8501), "subprotocols": []}  # fmt: skip
    incoming = [{"type": "websocket.connect" if kind == "websocket" else "http.request", "body": b""}]

    async def receive():
        return incoming.pop() if incoming else await asyncio.Event().wait()

    async def send(message):
        sent.append(message)

    with ThreadPoolExecutor(1) as pool:  # a thread of its own: browser tests leave an event loop in this one
        pool.submit(lambda: asyncio.run(app(scope, receive, send))).result()
    return sent


def set_cookies(sent):
    return [value.decode() for name, value in sent[0]["headers"] if name == b"set-cookie"]


def test_behind_https_the_cookies_of_a_sign_in_never_travel_without():
    mine, other = set_cookies(ask(server(Middleware(SignInAnswers, https=True))))
    assert mine == "_streamlit_user=signed; HttpOnly; Path=/; SameSite=lax; Secure"
    assert other == "other=x; Path=/; SameSite=lax"


def test_on_this_machine_they_stay_as_they_are():
    assert "Secure" not in set_cookies(ask(server(Middleware(SignInAnswers, https=False))))[0]


@pytest.mark.parametrize("path", ["/auth/login", "/x/auth/login"])
def test_a_provider_that_does_not_answer_is_told_in_german(path):
    start, body = ask(server(Middleware(SignInAnswers, https=True)), path)
    assert start["status"] == 502
    assert (
        body["body"].decode().startswith("Die Anmeldung ist gerade nicht möglich: Der Anmeldedienst antwortet nicht.")
    )


def test_other_answers_pass():
    assert ask(server(Middleware(SignInAnswers, https=True)), "/bad")[1]["body"] == b"Authentication error"


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501"])
def test_the_demo_answers_this_machine(host):
    assert ask(server(Middleware(DemoHere)), host=host)[0]["status"] == 200
    assert ask(server(Middleware(DemoHere)), "/_stcore/stream", "websocket", host=host)[0]["type"] == "websocket.accept"


OTHERS = {
    "another machine": {"client": "192.168.0.7"},
    "nobody knows who": {"client": ""},
    "another name": {"host": "monitor.example.de"},
    "no name": {"host": ""},
    "passed on": {"x_forwarded_for": "192.0.2.7"},
    "passed on, as RFC 7239 says it": {"forwarded": "for=192.0.2.7"},
}


@pytest.mark.parametrize("request_", OTHERS.values(), ids=OTHERS)
def test_the_demo_answers_nobody_else(request_):
    start, body = ask(server(Middleware(DemoHere)), **request_)
    assert start["status"] == 403
    assert "nur auf dem Rechner zu sehen" in body["body"].decode()
    [closed] = ask(server(Middleware(DemoHere)), "/_stcore/stream", "websocket", **request_)
    assert closed == {"type": "websocket.close", "code": 1008}
