"""A small OpenID Connect provider on 127.0.0.1 with people who need no password: `python serve.py PORT`."""

import os
import re
import sys

import oidc_provider_mock
from oidc_provider_mock import User
from werkzeug.serving import make_server

PEOPLE = {
    "koordination": {"name": "Kim Koordination", "groups": ["alle", "monitor-koordination"]},
    "troisdorf": {"name": "Tove Troisdorf", "groups": ["monitor-troisdorf", "monitor-fraktion"]},
    "fremd": {"name": "<b>Fritz</b> *Fremd* [hier](https://example.org)", "groups": ["kantine"]},
}
FOREIGN_STYLE = re.compile(rb"<link[^>]*>")


def provider():
    """Its pages would ask another host for their style."""
    app = oidc_provider_mock.app(user_claims=[User(sub=sub, claims=claims) for sub, claims in PEOPLE.items()])

    @app.after_request
    def without_foreign_style(response):
        if response.mimetype == "text/html":
            response.set_data(FOREIGN_STYLE.sub(b'<link rel="icon" href="data:,">', response.get_data()))
        return response

    return app


if __name__ == "__main__":
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
    make_server("127.0.0.1", int(sys.argv[1]), provider(), threaded=True).serve_forever()
