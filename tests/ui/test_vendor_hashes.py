"""Vendored files are exactly the ones their README names."""

import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[2] / "static" / "vendor"


def test_vendored_files_are_unchanged_and_complete():
    table = re.findall(r"^\| (\S+) \| `([0-9a-f]{64})` \|$", (VENDOR / "README.md").read_text(encoding="utf-8"), re.M)
    files = [file for file in VENDOR.rglob("*") if file.is_file() and file.name != "README.md"]
    found = {file.relative_to(VENDOR).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    assert found == dict(table)


def test_leaflet_is_the_published_release():
    """The subresource integrity value that leafletjs.com publishes for 1.9.4 (base64 of the SHA-256)."""
    script = (VENDOR / "leaflet-1.9.4" / "leaflet.js").read_bytes()
    assert hashlib.sha256(script).hexdigest() == "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a"
