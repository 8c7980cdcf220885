"""The reading process: its limits hold, and what it says is not believed blindly."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from geodata import scheme_process, scheme_upload
from geodata.scheme_limits import MEMORY, SECONDS
from tests.geodata.hostile.files import frame, written

resource = pytest.importorskip("resource", reason="limits are set with the resource module of Unix")
ROOT = Path(__file__).resolve().parents[2]


def _limited(code):
    program = f"from geodata.scheme_worker import limit\nlimit()\n{code}"
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_memory_ends_at_the_limit():
    assert _limited(f"x = bytearray({MEMORY // 2})").returncode == 0
    assert "MemoryError" in _limited(f"x = bytearray({MEMORY})").stderr


def test_time_is_limited():
    done = _limited(
        "import resource; print(resource.getrlimit(resource.RLIMIT_CPU), resource.getrlimit(resource.RLIMIT_CORE))"
    )
    assert done.stdout.strip() == f"({SECONDS}, {SECONDS}) (0, 0)"


def test_a_reader_that_sleeps_is_stopped(monkeypatch):
    monkeypatch.setattr(scheme_process, "SECONDS", -0.9)  # a tenth of a second to wait
    areas, problems = scheme_upload.read_upload(written(frame(), "gpkg"), "a.gpkg")
    assert areas is None and [problem.code for problem in problems] == ["scheme_too_costly"]


@pytest.mark.parametrize("suffix", [".zip", ".gpkg", ".geojson"])
def test_only_one_driver_is_left(suffix):
    program = "import pyogrio; print(sorted(pyogrio.list_drivers()))"
    done = subprocess.run([sys.executable, "-c", program], env=scheme_process._environment(suffix), capture_output=True,
                          text=True, check=True, cwd=ROOT)  # fmt: skip
    assert done.stdout.strip() == str([scheme_process.DRIVERS[suffix]])


@pytest.mark.parametrize("answer", [{}, {"problems": 7}, {"problems": [], "areas": [["a"]], "shapes": []},
                                    {"problems": [], "areas": [["a", "A", None, None, False]], "shapes": ["zz"], "carried": None}])  # fmt: skip
def test_an_answer_that_makes_no_sense(monkeypatch, answer):
    monkeypatch.setattr(scheme_upload, "read_apart", lambda source, suffix: json.loads(json.dumps(answer)))
    areas, problems = scheme_upload.read_upload(b"x", "a.gpkg")
    assert areas is None and [problem.code for problem in problems] == ["areas_unreadable"]
