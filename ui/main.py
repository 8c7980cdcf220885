"""The main script: runs for every visit and every page. Navigation, and the place of every guard."""

import gc
import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from problem import DataError, Problem  # noqa: E402 found only once the project is on the path
from ui.audience import for_reader  # noqa: E402
from ui.data import content  # noqa: E402
from ui.problem_page import show_problems  # noqa: E402
from ui.sign_in.same_person import forget_others  # noqa: E402
from ui.unexpected import run_safely  # noqa: E402

PAGES = {
    "uebersicht": "Übersicht",
    "karte": "Karte",
    "aufmerksamkeit": "Aufmerksamkeit",
    "steckbrief": "Steckbrief",
    "strategien": "Strategien",
    "beteiligung": "Beteiligung",
    "steuerung": "Steuerung",
    "sozialraeume": "Sozialräume",
    "sitzung": "Sitzung",
    "daten": "Daten",
    "methodik": "Methodik",
}


def faults() -> list[Problem]:
    """What keeps the data from being shown; empty if nothing does."""
    try:
        for_reader(content())
    except DataError as error:
        return list(error.problems)
    return []


@st.cache_resource(show_spinner=False)
def freeze_imports() -> bool:
    """Once per process, after the first page: Streamlit collects garbage after every run, and
    without this looks through all imported libraries each time (128 ms with this stack)."""
    gc.collect()
    gc.freeze()
    return True


def show() -> None:
    """The chosen page, or what keeps the data from being shown."""
    forget_others()
    found = faults()
    pages = [
        st.Page(ROOT / "pages" / f"{name}.py", title=title, url_path=name, default=name == "uebersicht")
        for name, title in PAGES.items()
    ]
    page = st.navigation(pages, position="hidden" if found else "top")
    if found:
        show_problems(found)
    else:
        page.run()


# Processes that the protection starts import this file again, under another name: they have no page to show.
if __name__ == "__main__":
    # Always an own icon file: without one the browser would fetch a Material icon from Google.
    st.set_page_config(page_title="Sozialraum-Monitor", page_icon=str(ROOT / "static" / "favicon.png"), layout="wide")
    st.html(ROOT / "ui" / "page.css")

    run_safely(show)
    freeze_imports()
