"""The gate is the only way: who may import what is behind it, and what a release still holds once it has passed.

tests/browser/test_attacker.py searches the same in everything that a session sends.
"""

from __future__ import annotations

import ast
import gc
import types
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from indicators.counted import Counted
from indicators.counts import Counts
from indicators.disclosure.sums import Sums
from indicators.disclosure.system import System
from indicators.levels import LevelCounts
from monitor.folder import Folder, open_folder
from monitor.release import Release, make_release
from tests.browser.attacker.county import made_up, write_folder
from tests.browser.attacker.reading import Cell, cells_of
from tests.browser.attacker.search import CLOSE, secrets
from tests.test_directions import BEHIND_THE_GATE

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("app.py", "pages", "ui", "reports", "views", "texts", "monitor", "geodata", "indicators", "problem.py")
COUNTY = made_up()

# Names with unprotected numbers in them → the only files that may use them.
UNPROTECTED = {
    "indicators.counted": {"indicators/gate.py", "indicators/unplaced.py", "monitor/release.py"},
    "indicators.unplaced": {"monitor/release.py"},
    "monitor.unplaced_wholes": {"monitor/protection.py"},
    "indicators.gate": {"monitor/release.py"},
    "indicators.hiding": {"monitor/protection.py"},
    "monitor.ground": {"monitor/release.py"},
    "monitor.cuts": {"monitor/release.py"},
    "monitor.protection": {"monitor/release.py", "monitor/cuts.py"},
    "monitor.crosscheck": {"monitor/folder_checks.py"},
    "monitor.folder_counts": {"monitor/folder.py"},
    "monitor.count_rows": {"monitor/folder_counts.py"},
    "monitor.folder": {
        "monitor/release.py",
        "monitor/uninhabited.py",
        "monitor/cli.py",
        "monitor/opened.py",
        "reports/published.py",
        "monitor/cuts.py",
        "monitor/scheme_publish.py",
        "monitor/scheme_ground.py",  # hands on areas, and which base units nobody lives in
    },
    "monitor.opened": {"monitor/scheme_publish.py", "ui/data.py"},
}
BESIDE_THE_GATE = {
    "indicators.plan"
}  # how many years are pooled follows from the size of bases, and everybody may know it


def files() -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py")) if (ROOT / room).is_dir() else [ROOT / room]


@cache
def imports(path: Path) -> set[str]:
    """Modules and names that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("module", UNPROTECTED)
def test_only_these_files_know_it(module: str) -> None:
    assert {path.relative_to(ROOT).as_posix() for path in files() if module in imports(path)} == UNPROTECTED[module]


def test_every_method_that_takes_counts_is_behind_the_gate() -> None:
    """So that a new one cannot be imported by a page because a list does not know it yet."""
    holders = {"indicators.counts.Counts", "indicators.levels.LevelCounts", "indicators.values.Values"}
    found = {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files() if holders & imports(path)}
    assert {name for name in found if name.startswith("indicators.")} <= BEHIND_THE_GATE | BESIDE_THE_GATE


def test_a_folder_is_opened_to_be_released_or_checked() -> None:
    """What `open_folder` returns goes straight into `make_release`; the command that checks reads its problems."""
    for path in (ROOT / "ui/data.py", ROOT / "reports/published.py", ROOT / "monitor/cli.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        released = [node.args[0] for node in calls(tree, "make_release")]
        opening = [*calls(tree, "open_folder"), *calls(tree, "opened")]
        kept = [node for node in opening if node not in released]
        assert len(kept) == (path.name == "cli.py")
    read = {
        node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "folder"
    }
    assert read == {"problems", "county"}


def calls(tree: ast.Module, name: str) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == name]


def test_no_module_is_imported_by_a_text() -> None:
    """An import that is put together at run time would escape the other tests."""
    for path in files():
        names = [
            node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)
        ]
        assert "__import__" not in names and "exec" not in names and "eval" not in names, path
        if "importlib" in imports(path):
            assert path.relative_to(ROOT).as_posix() == "ui/server/preload.py"  # libraries of others


# What is left of the numbers


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    folder = tmp_path_factory.mktemp("musterkreis")
    write_folder(folder, COUNTY)
    return make_release(open_folder(folder))


def held(start: object) -> Iterator[object]:
    """Everything that can be reached from an object: its fields, what is in them, and what its functions remember."""
    seen, left = {id(start)}, [start]
    while left:
        each = left.pop()
        yield each
        if isinstance(each, types.FunctionType):
            inside = [*(each.__closure__ or ()), *(each.__defaults__ or ())]
        else:
            inside = [] if isinstance(each, type | types.ModuleType | types.CodeType) else gc.get_referents(each)
            inside += [each.base] if isinstance(each, np.ndarray) else []
        for one in inside:
            if id(one) not in seen:
                seen.add(id(one))
                left.append(one)


def hidden_cells(release: Release) -> set[Cell]:
    found = set()
    for cell in cells_of(COUNTY):
        level = release.hierarchy.level_of(cell.area)
        row = release.table(level, cell.indicator.id, cell.year).loc[cell.area]
        if row["sign"]:
            found.add(cell)
            assert (
                row[["count", "base", "value", "lower95", "upper95", "lower998", "upper998", "smoothed"]].isna().all()
            )
    return found


def test_a_release_holds_nothing_that_is_unprotected(release: Release) -> None:
    kinds = (Counts, LevelCounts, Counted, Sums, System, Folder)
    assert [type(each) for each in held(release) if isinstance(each, kinds)] == []


def test_a_release_holds_no_hidden_number(release: Release) -> None:
    numbers = np.concatenate([each.ravel() for each in held(release) if is_of_numbers(each)]).astype(float)
    secret = secrets(COUNTY, hidden_cells(release))
    assert len(secret) > 100
    shown = np.array([number for number in numbers if np.isfinite(number)])
    assert [which for which, number in secret.items() if (np.abs(shown - number) < CLOSE).any()] == []


def is_of_numbers(each: object) -> bool:
    return isinstance(each, np.ndarray) and each.dtype.kind in "fiu"


def test_the_search_reaches_the_numbers_that_are_shown(release: Release) -> None:
    """Else it would find nothing whatever there is."""
    arrays = [each for each in held(release) if is_of_numbers(each)]
    values = release.over_years("quartier", "A1").to_numpy()
    for number in values[np.isfinite(values)]:
        assert any((np.abs(each.astype(float) - number) < CLOSE).any() for each in arrays)
