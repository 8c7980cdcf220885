"""The whole way once, in a browser: a flag, a strategy, a goal and a measure, a new year of data, progress, a statement, and
the report that goes to the committee."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.acting import act_as, press
from tests.browser.app_page import SLOW, open_page
from tests.browser.chromium import ROOT, running
from tests.monitor.conftest import QUARTERS, TinyFolder, attention_settings
from tests.reports.pdf_reading import text_of

FLAGGED = QUARTERS[3]
CHILDREN, IN_NEED = 800, {2021: 470, 2022: 480, 2023: 480, 2024: 320}  # 60 % in 2023, 40 % in 2024
PEOPLE = '[participation]\nfactions = ["Fraktion A"]\nassociations = ["Verband A"]\noffices = ["Sozialamt"]\n'


def rows_of(year: int) -> list[str]:
    """Elsewhere one child in ten is in need."""
    counts = dict.fromkeys(QUARTERS, (4000, 1000, 100)) | {FLAGGED: (3000, CHILDREN, IN_NEED[year])}
    names = ("ew", "ew_u15", "sgb2_u15")
    return [
        f"{area};{year};{name};;{count}" for area in QUARTERS for name, count in zip(names, counts[area], strict=True)
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> TinyFolder:
    path = tmp_path_factory.mktemp("kreis") / "daten"
    path.mkdir()
    made = TinyFolder(path)
    made.append("county.toml", attention_settings("", "", "dynamics_years = 1", ""), PEOPLE)
    made.write("counts.csv", "gebiet;jahr;merkmal;gruppe;wert\n")
    for year in (2021, 2022, 2023):
        made.append("counts.csv", *rows_of(year))
    return made


@pytest.fixture(scope="module")
def address(folder: TinyFolder) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MONITOR_DATA", str(folder.path))
        patch.delenv("MONITOR_STORE", raising=False)  # in the folder itself, as a county has it
        patch.setenv("MONITOR_DEMO_ROLES", "1")
        with running(ROOT / "app.py") as found:
            yield found


def test_from_a_flag_to_the_report(
    page: Any, address: str, folder: TinyFolder, axe: Callable[..., None], tmp_path: Path
) -> None:
    begin_a_strategy(page, address, axe)
    enter_goal_and_measure(page, axe)
    folder.append("counts.csv", *rows_of(2024))
    see_progress(page, axe)
    say_something(page, address)
    report_holds_it_all(page, address, tmp_path)


def begin_a_strategy(page: Any, address: str, axe: Callable[..., None]) -> None:
    open_page(page, f"{address}/aufmerksamkeit?gebiet={FLAGGED}")
    act_as(page, "Kommune – Bergstadt")
    press(page, "Strategie beginnen")
    page.get_by_label("Titel *").wait_for(timeout=SLOW)
    reasons = page.get_by_label("Anlass und Begründung").input_value()
    assert reasons == "Bergstadt 02 fällt 2023 nach der Regel „Kreisregel“ auf. Dafür spricht:\n– Kinderarmut"
    page.get_by_label("Titel *").fill("Kein Kind zurücklassen")
    axe(page)
    press(page, "Speichern")
    press(page, "Kein Kind zurücklassen")


def enter_goal_and_measure(page: Any, axe: Callable[..., None]) -> None:
    press(page, "Ziel eintragen")
    page.get_by_label("Ziel *").fill("Weniger Kinder in Armut")
    choose(page, "Kennzahl", "Kinderarmut (A2)")
    page.get_by_label("Zielwert").fill("30")
    enter_day(page, "Zu erreichen bis", "31122028")
    press(page, "Speichern")
    expect(page.get_by_text("Seit dem Ausgangsjahr gibt es noch keinen neuen Wert")).to_be_visible(timeout=SLOW)
    press(page, "Maßnahme eintragen")
    page.get_by_label("Maßnahme *").fill("Familienzentrum")
    enter_day(page, "Beginn", "01022024")
    press(page, "Speichern")
    expect(page.get_by_text("Familienzentrum · geplant")).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="Freigabe: Entwurf").click()
    choose(page, "Wer darf es lesen?", "öffentlich")
    press(page, "Freigeben")
    expect(page.get_by_role("button", name="Freigabe: öffentlich")).to_be_visible(timeout=SLOW)
    axe(page)


def choose(page: Any, label: str, option: str) -> None:
    box = page.get_by_role("combobox", name=label)
    box.press("ArrowDown")
    box.fill(option)
    page.get_by_role("option", name=option).first.click()


def enter_day(page: Any, label: str, digits: str) -> None:
    """Day, month and year are fields of their own; the cursor goes on by itself."""
    page.get_by_role("group", name=label).get_by_role("spinbutton").first.click()
    page.keyboard.type(digits)
    page.keyboard.press("Tab")


def see_progress(page: Any, axe: Callable[..., None]) -> None:
    """A year later: 40 % instead of 60 %. Anybody may see it, who has the link."""
    open_page(page, page.url)
    expect(page.get_by_text("auf dem Weg", exact=True)).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("Öffentlichkeit").first).to_be_visible()
    expect(page.get_by_text("jetzt 40,0 %")).to_be_visible()
    expect(page.get_by_text("Kein Vergleich").first).to_be_visible()
    axe(page)


def say_something(page: Any, address: str) -> None:
    open_page(page, f"{address}/beteiligung?teil=stellungnahmen&gebiet={FLAGGED}")
    act_as(page, "Politik – Fraktion A")
    press(page, "Stellungnahme schreiben")
    page.get_by_label("Stellungnahme *").fill("Wir wollen das Familienzentrum auf Dauer sichern.")
    press(page, "Speichern")
    press(page, "Einreichen")
    act_as(page, "Koordination")
    press(page, "Für die Gremien freigeben")
    expect(page.get_by_text("Wir wollen das Familienzentrum auf Dauer sichern.")).to_be_visible(timeout=SLOW)


def report_holds_it_all(page: Any, address: str, tmp_path: Path) -> None:
    open_page(page, f"{address}/steuerung?teil=bericht")
    act_as(page, "Koordination")
    with page.expect_download(timeout=SLOW) as download:
        page.get_by_role("button", name="Bericht als PDF").click()
    file = tmp_path / "bericht.pdf"
    download.value.save_as(file)
    told = " ".join(text_of(file.read_bytes()).split())
    for part in (
        "Kein Kind zurücklassen",
        "auf dem Weg",
        "40,0 %",
        "Wir wollen das Familienzentrum auf Dauer sichern.",
        "Fraktion A",
    ):
        assert part in told, part
    assert "erreicht durch" not in told
