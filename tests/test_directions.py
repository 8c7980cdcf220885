"""The rooms and who may know whom: pages → ui → reports → views → (store | monitor → (geodata | indicators)); texts
beside, problem below all."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = {
    "app",
    "pages",
    "ui",
    "views",
    "reports",
    "monitor",
    "store",
    "texts",
    "geodata",
    "indicators",
    "sample_data",
    "problem",
}

MAY_KNOW = {
    "app": {"ui"},
    "pages": {"ui", "views"},
    "ui": {"reports", "views", "store", "monitor", "texts", "geodata", "indicators", "problem"},
    "reports": {"views", "store", "monitor", "texts", "geodata", "indicators", "problem"},
    "views": {"store", "monitor", "texts", "geodata", "indicators", "problem"},
    "store": {"problem"},
    "monitor": {"texts", "geodata", "indicators", "problem"},
    "texts": {"indicators", "monitor", "store", "problem"},
    "geodata": {"problem"},
    "indicators": {"problem"},
    "problem": set(),
    "sample_data": {"store"},
}

ENTRANCES = {"monitor/__main__.py"}  # starts the command line with the commands of all rooms

FOREIGN = {
    "indicators": {"streamlit", "folium", "streamlit_folium", "geopandas", "shapely"},
    "geodata": {"streamlit", "folium", "streamlit_folium"},
    "monitor": {"streamlit", "folium", "streamlit_folium"},
    "store": {"streamlit", "folium", "streamlit_folium", "pandas", "geopandas", "numpy"},
    "views": {"streamlit", "folium", "streamlit_folium"},
    "reports": {"streamlit", "folium", "streamlit_folium"},
    "texts": {"streamlit", "folium", "streamlit_folium"},
}


def _files(room):
    folder = ROOT / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [ROOT / f"{room}.py"]


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("room", MAY_KNOW)
def test_a_room_knows_only_what_lies_below_it(room):
    for path in _files(room):
        if path.relative_to(ROOT).as_posix() in ENTRANCES:
            continue
        known = {name.split(".")[0] for name in _imports(path)} & ROOMS
        assert known - {room} <= MAY_KNOW[room], path


@pytest.mark.parametrize("room", FOREIGN)
def test_methods_know_no_surface(room):
    for path in _files(room):
        assert not {name.split(".")[0] for name in _imports(path)} & FOREIGN[room], path


BEHIND_THE_GATE = {
    f"indicators.{name}"
    for name in (
        "counts",
        "values",
        "levels",
        "counted",
        "gate",
        "hiding",
        "aggregate",
        "primary",
        "cut_units",
        "unplaced",
        "disclosure.uses",
    )
}
READS_DELIVERIES = {
    "folder.py", "folder_checks.py", "crosscheck.py", "missing_years.py",
    "uninhabited.py",  # says in which units the delivered number of inhabitants is 0; no other number leaves it
}  # fmt: skip
RELEASES = {
    "cuts.py",  # looks up what of another cut is shown
    "ground.py",
    "release.py",
    "protection.py",  # decides with the gate what is hidden; the file it writes holds shown numbers alone
}  # fmt: skip


def test_unprotected_numbers_stay_behind_the_gate():
    """Known to what checks a delivery and to the release; to no page, table, map, text, file or command."""
    for room in ("app", "pages", "ui", "reports", "views", "monitor", "texts"):
        for path in _files(room):
            if path.name not in READS_DELIVERIES | RELEASES:
                assert not BEHIND_THE_GATE & set(_imports(path)), path
                assert ".counts" not in path.read_text(encoding="utf-8"), path


def test_only_the_release_computes_values():
    """What checks a delivery adds up and compares; values are computed in one place and pass the gate there."""
    for path in _files("monitor"):
        if path.name not in RELEASES:
            assert not {"indicators.values", "indicators.counted", "indicators.gate", "indicators.hiding"} & set(
                _imports(path)
            ), path


@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.stem)
def test_pages_are_recipes(page):
    """Choose, look up, show: no functions, no table work, no session state."""
    source = page.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert len(source.splitlines()) <= 40
    assert not any(isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda) for node in ast.walk(tree))
    assert not any(word in source for word in (".merge(", ".groupby(", "session_state"))
