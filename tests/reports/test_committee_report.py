"""The report to the committee, read back from the PDF."""

import re
from datetime import date

import pytest

from indicators.signs import Sign
from monitor.cli import main
from reports.command import add_report_command
from reports.committee_report import OwnWords, committee_report
from reports.frame import Options
from store.kinds import Decision, Goal, IndicatorStatus, Measure, Meeting, Output, Statement, Strategy, Task
from store.levels import Level
from store.place import store_of
from tests.reports import test_accessible as accessible
from tests.reports.conftest import SAMPLE
from tests.reports.pdf_reading import elements, opened, rows_told, text_of
from tests.store.entered import entered
from tests.store.made import made, made_below
from tests.store.people import COORDINATION
from views.steering.committee import draft
from views.steering.everything import Everything
from views.strategies.record import Record

SINCE, TODAY = date(2024, 11, 1), date(2025, 11, 1)
HOSTILE = (
    "<script>alert(1)</script>",
    "[hier](javascript:alert(1))",
    "=1+1",
    '#strong[x] *fett* _schräg_ $x^2$ @zitat <marke> // weg \\ ` "',
    "// ganz weg",
)


def goal(**more):
    values = {
        "text": "Weniger Kinder in Armut",
        "indicator": "A2",
        "baseline_year": 2019,
        "target": 20,
        "due": date(2027, 12, 31),
    }
    return entered(Goal, strategy_id="s", **{**values, **more})


def everything(words="Wort", area="05382060-04", goals=None):
    measure = entered(Measure, id="m", strategy_id="s", title=f"Treff {words}", starts=date(2021, 8, 1), state="laeuft")
    output = entered(Output, measure_id="m", name=f"Besuche {words}", year=2024, planned=200, reached=231)
    strategy = entered(Strategy, id="s", title=f"Strategie {words}", areas=[area], phase="umsetzung")
    return Everything(
        strategies=(Record(strategy, goals or (goal(),), (measure,), {"m": (output,)}),),
        tasks=(entered(Task, title=f"Aufgabe {words}", office=f"Amt {words}", due=date(2025, 10, 1), strategy_id="s"),),
        meetings=(entered(Meeting, body=f"Gruppe {words}", day=date(2025, 12, 1)),),
        decisions=(
            entered(Decision, title=f"Beschluss {words}", body=f"Ausschuss {words}", day=date(2025, 3, 1), text=f"Text {words}",
                    reasons=f"Grund {words}", strategy_id="s"),
        ),
        statements=(entered(Statement, text=f"Meinung {words}", area=area, day=date(2025, 4, 1), owner="politik:Fraktion A"),),
    )  # fmt: skip


def made_of(shown, found, words=None, level=Level.COMMITTEES):
    return committee_report(shown, draft(shown, found, level, SINCE, TODAY), words, Options(day=TODAY))


def flat(text):
    """Without line ends, places to break and soft hyphens."""
    return re.sub(r"\s+", " ", text.replace("\u00ad\n", "").replace("\u200b", ""))


@pytest.fixture(scope="module")
def content(shown):
    return made_of(shown, everything(), OwnWords("Guten Tag.\n\nZweiter Absatz.", "Vielen Dank."))


def test_it_holds_what_was_decided_reached_planned_and_said(content):
    told = flat(text_of(content))
    for words in (
        "Sozialraumplanung: Bericht an den Ausschuss",
        "Zeitraum: 1.11.2024 bis 1.11.2025 · enthalten: alles, was für die Gremien freigegeben ist",
        "Guten Tag. Zweiter Absatz.",
        "Beschluss Wort Ausschuss Wort · 1.3.2025 · zur Strategie „Strategie Wort“ Text Wort Begründung Grund Wort",
        "Treff Wort (läuft; Besuche Wort 2024: 231, geplant 200)",
        "Fraktion A 1.4.2025 · zu: Siegburg 04 Meinung Wort",
        "Vielen Dank.",
        "Beispieldaten: Die Grenzen sind schematisch",
        "steuerung?teil=bericht&seit=2024-11-01&stufe=gremien",
    ):
        assert words in told


def test_steps_and_history_are_read_out_row_by_row(content):
    rows = [[flat(cell).strip() for cell in row] for row in rows_told(content)]
    assert ["überfällig seit 1.10.2025", "Aufgabe", "Aufgabe Wort", "Strategie Wort", "Amt Wort"] in rows
    assert ["am 1.12.2025", "Sitzung", "Gruppe Wort", "–", "–"] in rows
    assert ["fällig am 31.12.2027", "Ziel", "Weniger Kinder in Armut", "Strategie Wort", "–"] in rows
    assert ["1.8.2021", "Strategie begonnen", "Strategie Wort", "–"] in rows
    assert ["1.3.2025", "Beschluss", "Beschluss Wort", "Ausschuss Wort"] in rows


def test_numbers_are_those_of_the_release_with_their_interval(shown, content, computed):
    row = computed("quartier", 2024)["A2", "05382060-04"]
    value, low, high = (
        f"{float(row[name].replace(',', '.')):.1f}".replace(".", ",") for name in ("wert", "unten95", "oben95")
    )
    assert f"{value} % (95-%-Bereich {low} bis {high} %)" in flat(text_of(content))


def test_a_hidden_value_is_hidden_here_too(shown):
    release = shown.release
    level = release.finest.id
    at, area, indicator = next(
        (position, str(area), indicator)
        for indicator in release.catalogue
        for position, area in enumerate(release.areas(level))
        if release.years_of(indicator, level)
        and Sign(int(release.series(level, indicator).sign[position][release.years.index(2024)])) is Sign.PRIMARY
    )
    found = everything(area=area, goals=(goal(text="Ziel", indicator=indicator, baseline_year=2023),))
    rows = [
        row for row in rows_told(made_of(shown, found)) if row and flat(row[0]).startswith("Ziel") and len(row) == 5
    ]
    [told] = [row for row in rows if row[0] != "Ziel, Gebiet und Kennzahl"]
    assert "geheim" in told[2] and not re.search(r"\d", told[2])
    assert flat(told[4]).strip() == "keine Aussage"
    assert not release.series(level, indicator).estimate.value[at][release.years.index(2024)] > 0  # NaN behind the gate


def test_the_public_s_version_says_so(shown):
    told = flat(text_of(made_of(shown, everything(), level=Level.PUBLIC)))
    assert "enthalten: nur öffentliche Eintragungen" in told


def test_without_anything_it_says_what_there_is_not(shown):
    told = flat(text_of(made_of(shown, Everything())))
    for words in (
        "kein Beschluss eingetragen",
        "keine Strategie",
        "nicht freigegeben",
        "keine Stellungnahme",
        "Vorgeschichte",
    ):
        assert words in told
    assert "Schluss" not in told.replace("Beschluss", "")


@pytest.mark.parametrize("words", [*HOSTILE, "\u202egnal 😀 日本", "x" * 290])
def test_hostile_text_stays_text(shown, words):
    found = everything(words[:280])
    content = made_of(shown, found, OwnWords(words, words))
    with opened(content) as document:
        assert "/JavaScript" not in str(document.Root.get("/Names", ""))
        assert not [each for page in document.pages for each in page.get("/Annots", [])]
    if words in HOSTILE:
        told = flat(text_of(content))
        assert told.count(flat(words)) >= 9  # own words twice, and every kind of entry


def test_a_long_text_runs_over_pages(shown):
    lines = "\n".join(f"Zeile {number}" for number in range(400))
    content = made_of(shown, Everything(), OwnWords(introduction=lines))
    with opened(content) as document:
        assert len(document.pages) > 4
    assert "Zeile 399" in text_of(content)


def test_it_says_what_it_is_and_its_tables_have_heads(content):
    with opened(content) as document:
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Sozialraumplanung: Bericht an den Ausschuss"
        assert str(document.Root.Lang) == "de-DE"
        tags = [tag for tag, _ in elements(document)]
    assert tags.count("/H1") == 6 + 1  # six sections, and the closing words
    assert tags.count("/Table") == 4  # goals, steps, history, about
    assert tags.count("/TH") == 5 + 5 + 4 + 2
    assert tags.count("/L") == 1


RULES = (
    accessible.test_it_says_what_it_is,
    accessible.test_everything_drawn_is_content_or_artifact,
    accessible.test_headings_begin_at_one_and_leave_none_out,
    accessible.test_tables_have_heads_that_belong_to_columns_and_as_many_cells_in_every_row,
    accessible.test_lists_and_paragraphs_stand_where_they_may,
    accessible.test_pages_are_read_in_the_order_of_the_structure,
    accessible.test_every_font_is_embedded_and_can_be_read_as_text,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_it_is_as_accessible_as_the_other_reports(content, rule):
    with opened(content) as document:
        rule(document)


def report(folder, out, *options):
    return main(["report", str(folder), "--kind", "committee", *options, "--out", str(out)], more=[add_report_command])


def test_the_command_writes_what_is_released(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MONITOR_STORE", f"sqlite:///{tmp_path / 'eintraege.sqlite'}")
    store = store_of(SAMPLE)
    for level in Level:
        made(store, Decision, COORDINATION, level, title=f"Beschluss der Stufe {level.value}", day=date(2025, 3, 1))
    for options, levels in (([], {"gremien", "oeffentlich"}), (["--level", "oeffentlich"], {"oeffentlich"})):
        out = tmp_path / "-".join(["aus", *options])
        assert report(SAMPLE, out, "--since", "2025-02-01", *options) == 0
        [path] = out.iterdir()
        assert re.fullmatch(r"BEISPIEL_Ausschussbericht_Rhein_Sieg_Kreis_05382_20\d\d\.pdf", path.name)
        assert set(re.findall(r"Beschluss der Stufe (\w+)", text_of(path.read_bytes()))) == levels
    assert report(SAMPLE, tmp_path / "spaet", "--since", "2025-03-02") == 0
    [path] = (tmp_path / "spaet").iterdir()
    told = text_of(path.read_bytes()).partition("Was erreicht wurde")[0]
    assert "Beschluss der Stufe" not in told


def test_the_command_prints_no_number_that_was_not_decided_for_its_readers(tmp_path, monkeypatch):
    """Not even where the catalogue has it: decided for the committees, and not for the public."""
    monkeypatch.setenv("MONITOR_STORE", f"sqlite:///{tmp_path / 'eintraege.sqlite'}")
    (tmp_path / "leer").mkdir()
    store = store_of(tmp_path / "leer")  # begun without the sample's own state
    strategy = made(store, Strategy, COORDINATION, Level.PUBLIC, title="Strategie", areas=["05382060-04"])
    values = {"text": "Weniger", "indicator": "A2", "baseline_year": 2019, "target": 20, "due": date(2027, 12, 31)}
    made_below(store, Goal, strategy, **values)
    made(store, IndicatorStatus, COORDINATION, indicator="A2", stage="in_nutzung", audience=Level.COMMITTEES)
    for options, is_told in (([], True), (["--level", "oeffentlich"], False)):
        out = tmp_path / f"aus{is_told}"
        assert report(SAMPLE, out, *options) == 0
        [path] = out.iterdir()
        told = flat(text_of(path.read_bytes()))
        assert ("Siegburg 04: Kinderarmut" in told) is is_told
        assert ("für diesen Leserkreis nicht beschlossen" in told) is not is_told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--format", "xlsx"], "gibt es nur als PDF, nicht als xlsx"),
        (["--since", "gestern"], "„gestern“ ist kein Tag."),
    ],
)
def test_what_is_not_possible_is_refused(tmp_path, capsys, options, told):
    try:
        assert report(SAMPLE, tmp_path / "aus", *options) == 1
    except SystemExit as stopped:
        assert stopped.code == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "aus").exists()
