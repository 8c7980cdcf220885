"""Make the sample county: `python sample_data/build.py [--out FOLDER]`. The same bytes on every rebuild."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from making.counts import write_counts  # noqa: E402
from making.geometry import make_areas, write_areas  # noqa: E402 found only once its folder is on the path

SEED = 5382


def build(folder: Path) -> None:
    """Write the areas and the counts of the sample county."""
    areas = make_areas(SEED)
    write_areas(areas, folder / "areas")
    write_counts(areas, folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE)
    build(parser.parse_args().out)
