"""Pages as a printer puts them out: in grey, with contrast, nothing cut off."""

import io
import re
import shutil
import subprocess
import tempfile
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import typst
from PIL import Image

from reports.area_report import area_report, decided_view
from reports.frame import Options
from reports.profile_report import profile_pdf
from tests.reports.contrast import contrast
from views.attention_layer import attention_layer
from views.options import attention_years

TEMPLATES = Path(__file__).resolve().parents[2] / "reports" / "templates"
WHITE = "#ffffff"
GROUNDS = (WHITE, "#eef3f5", "#fdf1cf")  # page, head of a theme, notice
WRITTEN = ("ink", "quiet", "blue")


def pages(content, *options):
    program = shutil.which("pdftoppm")
    if program is None:
        pytest.skip("pdftoppm (poppler-utils) is not installed")
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "-r", "100", *options, "-", str(Path(folder) / "seite")]
        subprocess.run(command, input=content, check=True, timeout=60)
        return [Image.open(io.BytesIO(path.read_bytes())) for path in sorted(Path(folder).iterdir())]


def first_page(content, *options):
    return np.asarray(pages(content, "-f", "1", "-l", "1", *options)[0], dtype=float)


def test_the_formula_of_contrast():
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.01)  # the known grey just below 4.5


def test_everything_written_has_contrast():
    source = (TEMPLATES / "common.typ").read_text(encoding="utf-8")
    colours = dict(re.findall(r'#let (\w[\w-]*) = rgb\("(#[0-9a-f]{6})"\)', source))
    for name in WRITTEN:
        for ground in GROUNDS:
            assert contrast(colours[name], ground) >= 4.5, (name, ground)
    for path in TEMPLATES.glob("*.typ"):
        text = path.read_text(encoding="utf-8")
        assert set(
            re.findall(r"text\((?:[\d.]+em, |[\d.]+pt, )?(ink|quiet|blue|\w+-colour|rgb\([^)]*\))[,)]", text)
        ) <= set(WRITTEN), path


def test_the_classes_of_the_map_can_be_told_apart_in_grey(shown):
    view = decided_view(shown)
    grey = first_page(area_report(shown, view), "-gray")
    layer = attention_layer(shown, view.level, view.rule, attention_years(shown.release, view.level, view.rule))
    steps = [
        round(sum(share * int(colour[at : at + 2], 16) for share, at in zip((0.3, 0.59, 0.11), (1, 3, 5), strict=True)))
        for colour in layer.colours
    ]
    assert all(light - dark >= 20 for light, dark in pairwise(steps)), steps
    for step in steps:  # as a printer sees it: each of them covers more than a few dots
        assert (np.abs(grey - step) <= 3).sum() > 500, step


MARKS = """
#import "/charts.typ": *
#set page(width: 40pt, height: 10pt, margin: 0pt, fill: white)
#for (at, kind) in ("worse", "better", "similar", "other").enumerate() { mark(kind, 5pt + at * 10pt, 5pt) }
"""


def test_worse_and_better_are_told_apart_without_colour():
    """A full dark disc, a ring that is white inside, a small disc, a square that reaches into its corners."""
    compiler = typst.Compiler(root=str(TEMPLATES))
    made = compiler.compile(input=MARKS.encode(), sys_inputs={"data": "{}", "pictures": "{}"}, format="png", ppi=720)
    grey = np.asarray(Image.open(io.BytesIO(made)).convert("L"), dtype=float)
    worse, better, similar, other = (grey[:, at * 100 : (at + 1) * 100] for at in range(4))

    def at(mark, x, y):
        return mark[50 + round(10 * y), 50 + round(10 * x)]

    assert at(worse, 0, 0) < 110 and at(better, 0, 0) > 240 and at(better, 2.4, 0) < 130
    assert at(similar, 0, 0) < 120 and at(similar, 2.3, 0) > 240
    assert at(other, 1.9, 1.9) < 60 and at(worse, 2.3, 2.3) > 240


@pytest.mark.parametrize("landscape", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_nothing_stands_in_the_margin(shown, landscape):
    for content in (
        profile_pdf(shown, "05382068", options=Options(landscape=landscape)),
        area_report(shown, decided_view(shown, "05382076"), Options(landscape=landscape)),
    ):
        for page in pages(content, "-gray"):
            dots = np.asarray(page, dtype=float)
            edge = round(6 / 25.4 * 100)  # 6 mm at 100 dots per inch: what printers cannot reach
            for strip in (dots[:edge], dots[-edge:], dots[:, :edge], dots[:, -edge:]):
                assert strip.min() > 250
