"""The counts of the sample county 2015–2024: base units in counts_bloecke.parquet, municipalities in counts.csv."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from making.cohorts import ELECTION, cohorts, election
from making.gaps import with_codes, with_gaps
from making.geometry import Areas, official_figures
from making.municipal import municipal, tidy
from making.people import whole_numbers
from making.population import inhabitants_by_age, municipal_totals
from making.situation import YEARS, difficulty, vaccination_gap
from making.stocks import stocks

SEED = 2024
KM2_STEP = 10_000  # square kilometres are given to four decimals


def write_counts(areas: Areas, folder: Path) -> None:
    """Both files of counts, byte for byte the same for the same areas."""
    random = np.random.default_rng(SEED)
    official, blocks = official_figures(), _table_of(areas)
    people = inhabitants_by_age(blocks, official, random)
    hardship = difficulty(blocks, official, random)
    found = people | stocks(blocks, official, people, hardship, random)
    found |= cohorts(people, hardship, vaccination_gap(blocks), random)
    voted = election(people, hardship, random)
    _write_blocks(with_gaps(_block_rows(blocks, official, found, voted)), folder / "counts_bloecke.parquet")

    sums = {name: municipal_totals(blocks, official, counts) for name, counts in people.items()}
    weighted = municipal_totals(blocks, official, hardship * people["ew"]) / sums["ew"]
    rows = with_codes(tidy(municipal(sums, weighted, random), official.index))
    rows.to_csv(folder / "counts.csv", sep=";", index=False, encoding="utf-8", lineterminator="\n")


def _table_of(areas: Areas) -> pd.DataFrame:
    blocks = areas.blocks
    return pd.DataFrame(
        {
            "id": blocks.index,
            "quarter": blocks["parent"].to_numpy(),
            "municipality": blocks["parent"].str[:8].to_numpy(),
            "inhabitants": blocks["inhabitants"].to_numpy(),
            "m2": blocks.geometry.area.to_numpy(),
        }
    )


def _block_rows(
    blocks: pd.DataFrame, official: pd.DataFrame, found: dict[str, np.ndarray], voted: dict[str, np.ndarray]
) -> pd.DataFrame:
    parts = [_rows(blocks, name, YEARS, counts.astype(str).ravel()) for name, counts in found.items()]
    parts += [_rows(blocks, name, np.array([ELECTION]), counts.astype(str)) for name, counts in voted.items()]
    parts.append(_rows(blocks, "flaeche_km2", YEARS, np.repeat(_square_kilometres(blocks, official), len(YEARS))))
    return pd.concat(parts, ignore_index=True)


def _rows(blocks: pd.DataFrame, measure: str, years: np.ndarray, values: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "gebiet": np.repeat(blocks["id"].to_numpy(), len(years)),
            "jahr": np.tile(years, len(blocks)),
            "merkmal": measure,
            "gruppe": "",
            "wert": values,
        }
    )


def _square_kilometres(blocks: pd.DataFrame, official: pd.DataFrame) -> np.ndarray:
    """Official areas of the municipalities, shared out by the drawn areas of their blocks."""
    found = np.zeros(len(blocks), dtype=int)
    for area, km2 in official["km2"].items():
        inside = (blocks["municipality"] == area).to_numpy()
        found[inside] = whole_numbers(blocks["m2"].to_numpy()[inside], round(km2 * KM2_STEP))
    return np.array([f"{number / KM2_STEP:.4f}" for number in found])


def _write_blocks(rows: pd.DataFrame, path: Path) -> None:
    names = ("gebiet", "merkmal", "gruppe", "wert")
    columns = {name: pa.array(rows[name].to_numpy(dtype=object)).dictionary_encode() for name in names}
    columns["jahr"] = pa.array(rows["jahr"].to_numpy(), pa.int16())
    order = ["gebiet", "jahr", "merkmal", "gruppe", "wert"]
    pq.write_table(pa.table({name: columns[name] for name in order}), path, compression="zstd", compression_level=19)
