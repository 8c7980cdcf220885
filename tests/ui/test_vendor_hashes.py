"""Vendored files are exactly the ones their README names."""

import base64
import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[2] / "static" / "vendor"


def test_vendored_files_are_unchanged_and_complete():
    table = re.findall(r"^\| (\S+) \| `([0-9a-f]{64})` \|$", (VENDOR / "README.md").read_text(encoding="utf-8"), re.M)
    files = [file for file in VENDOR.rglob("*") if file.is_file() and file.name != "README.md"]
    found = {file.relative_to(VENDOR).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    assert found == dict(table)


def integrity(name):
    digest = hashlib.sha256((VENDOR / "leaflet-1.9.4" / name).read_bytes()).digest()
    return base64.b64encode(digest).decode()


def test_leaflet_is_the_published_release():
    """The integrity values leafletjs.com gives for 1.9.4 in its quick start guide."""
    assert integrity("leaflet.js") == "20nQCchB9co0qIjJZRGuk2/Z9VM+kNiyxNV1lvTlZBo="
    assert integrity("leaflet.css") == "p4NxAoJBhIIN+hmNHrzRCf9tD/miZyoHS5obTRR9BMY="
