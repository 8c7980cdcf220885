"""The app does not start where somebody could get a right that is not theirs: each reason in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.chromium import free_port
from tests.ui.sign_in.test_settings import AUTH, rule

ROOT = Path(__file__).resolve().parents[3]
HERE = "--server.address=127.0.0.1"
CHOOSES = "MONITOR_DEMO_ROLES=1 lässt jede Person ihre Rolle ohne Kennwort wählen, aber "
BEYOND = CHOOSES + "die App wäre auch von anderen Rechnern zu erreichen ({}). Der Monitor startet nicht"
PROVIDER = CHOOSES + "ein Anmeldedienst ist eingerichtet ([auth] in secrets.toml). Der Monitor startet nicht"
RIGHT = rule("koordination", "")
USUAL = ("demo with a provider", "demo in the network")
REASONS = {
    "demo on all addresses": ("1", None, [], BEYOND.format("server.address ist nicht gesetzt")),
    "demo in the network": ("1", None, ["--server.address=0.0.0.0"], BEYOND.format("0.0.0.0")),
    "demo by a variable in secrets.toml": ("", 'MONITOR_DEMO_ROLES = "1"\n', ["--server.address=0.0.0.0"],
                                           BEYOND.format("0.0.0.0")),
    "demo with a provider": ("1", RIGHT, [HERE], PROVIDER),
    "demo with a file nobody can read": ("1", AUTH.replace('"monitor"', '"monitor'), [HERE], PROVIDER),
    "a file nobody can read": ("", AUTH.replace('"monitor"', '"monitor'), [HERE], "secrets.toml, Zeile 4: "),
    "unknown municipality": ("", rule("kommune", 'home = "05382099"'), [HERE],
                             "secrets.toml, Zeile 13: Abschnitt [roles.eins]: Bei „home“ steht „05382099“."),
    "unknown role": ("", rule("landrat", ""), [HERE], "secrets.toml, Zeile 12: Abschnitt [roles.eins]: Bei „role“ steht „landrat“"),
    "missing home": ("", rule("kommune", ""), [HERE], "Zur Rolle „kommune“ fehlt der Schlüssel „home“"),
    "a header anybody can send": ("", RIGHT, [HERE, '--server.trustedUserHeaders={"X-Groups": "groups"}'],
                                  "Die Einstellung server.trustedUserHeaders ist gesetzt."),
}  # fmt: skip


CASES = [  # each starts a server of its own, which takes some seconds
    pytest.param(*reason, id=name, marks=[] if name in USUAL else [pytest.mark.slow])
    for name, reason in REASONS.items()
]


@pytest.mark.parametrize("demo, secrets, options, expected", CASES)
def test_it_refuses(tmp_path, demo, secrets, options, expected):
    path = tmp_path / "secrets.toml"
    if secrets is not None:
        path.write_text(secrets, encoding="utf-8")
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), f"--server.port={free_port()}",
               f"--secrets.files={path}", *options]  # fmt: skip
    environment = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    done = subprocess.run(
        command, cwd=ROOT, env=environment | {"MONITOR_DEMO_ROLES": demo}, capture_output=True, text=True, timeout=90
    )
    assert done.returncode == 2, done.stderr
    assert expected in done.stderr
    assert "Traceback" not in done.stderr
    assert "geheim" not in done.stderr
