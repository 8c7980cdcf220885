"""Which blocks are uninhabited: a delivered 0 and nothing else."""

from pathlib import Path

import pandas as pd
import pytest

from monitor.release import make_release
from monitor.uninhabited import uninhabited_units
from tests.sample_county import sample_folder

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
LEVEL = """[[levels]]
id = "block"
name = "Block"
plural = "Blöcke"
file = "areas/block.geojson"
published = false

[sources.amt]"""

# The western block of each quarter has these inhabitants in 2023 and 2024; None: no row.
WEST = {
    "05999001-01": ("40", "0"),
    "05999001-02": ("0", "1"),
    "05999002-01": ("0", None),
    "05999002-02": ("0", "–"),
}


@pytest.fixture
def blocks(tiny_folder):
    """The tiny county with two blocks in each quarter, half a square kilometre each."""
    tiny_folder.replace("county.toml", "[sources.amt]", LEVEL)
    halves = [
        {"id": f"{key}-{half}", "name": f"Block {half}", "parent": key,
         "corners": tiny_folder.square(at // 2 + shift, at % 2, 0.5)}
        for at, key in enumerate(WEST) for half, shift in (("w", 0), ("o", 0.5))
    ]  # fmt: skip
    tiny_folder.write_areas("areas/block.geojson", halves)
    rows = [
        f"{key}-w;{year};ew;;{value}"
        for key, values in WEST.items() for year, value in zip((2023, 2024), values, strict=True) if value
    ]  # fmt: skip
    tiny_folder.append("counts.csv", *rows)
    return tiny_folder


def test_a_delivered_zero_of_the_latest_year(blocks):
    assert list(uninhabited_units(blocks.open())) == ["05999001-01-w"]


def test_the_release_carries_it(blocks):
    assert list(make_release(blocks.open()).uninhabited) == ["05999001-01-w"]


def test_no_finer_level(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2024;ew;;1000", "05999001-01;2024;ew;;0")
    tiny_folder.replace("counts.csv", "05999001-01;2024;ew_u15;;150", "05999001-01;2024;ew_u15;;0")
    tiny_folder.replace("counts.csv", "05999001-01;2024;sgb2_u15;;15", "05999001-01;2024;sgb2_u15;;0")
    assert uninhabited_units(tiny_folder.open()).empty


@pytest.mark.parametrize(
    "line",
    [("[sources.amt]", "[protection]\nzeros_sensitive = true\n\n[sources.amt]"),
     ("[sources.amt]", "[sources.amt]\nzeros_sensitive = true")],
    ids=["county", "source"],
)  # fmt: skip
def test_never_where_zeros_are_sensitive(blocks, line):
    blocks.replace("county.toml", *line)
    assert uninhabited_units(blocks.open()).empty


def test_another_source_may_be_stricter(blocks):
    blocks.append("county.toml", "", "[sources.klinik]", 'name = "Klinik"', "zeros_sensitive = true")
    assert len(uninhabited_units(blocks.open())) == 1


def test_a_source_that_only_divides_by_inhabitants_counts_where_nobody_counts_them(blocks):
    blocks.replace("catalogue.toml", 'numerator = "ew"\nnumerator_name = "Einwohnerinnen und Einwohner"',
                   'numerator = "sgb2_u15"\nnumerator_name = "Kinder"\ndenominator = "ew"\ndenominator_name = "Personen"')  # fmt: skip
    blocks.replace("catalogue.toml", 'method = "count"', 'method = "rate"')
    assert len(uninhabited_units(blocks.open())) == 1
    blocks.replace("county.toml", "[sources.amt]", "[sources.amt]\nzeros_sensitive = true")
    assert uninhabited_units(blocks.open()).empty


def test_inhabitants_were_not_delivered(blocks):
    blocks.replace("county.toml", 'inhabitants = "ew"', 'inhabitants = "einwohner"')
    assert uninhabited_units(blocks.open()).empty


def test_the_sample_county():
    """The rows that say 0 in the file of blocks, looked up without the monitor."""
    rows = pd.read_parquet(SAMPLE / "counts_bloecke.parquet").astype(str)
    zero = rows[(rows["merkmal"] == "ew") & (rows["jahr"] == "2024") & (rows["gruppe"] == "") & (rows["wert"] == "0")]
    found = uninhabited_units(sample_folder())
    assert len(found) == 19
    assert list(found) == sorted(zero["gebiet"])
