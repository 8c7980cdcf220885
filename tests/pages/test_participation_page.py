"""The page Beteiligung: what each role sees and may do, and that text stays text."""

from __future__ import annotations

import re
import shutil
from datetime import date

import pytest
from sqlalchemy import select

from store import reading, writing
from store.kinds import Decision, IndicatorStatus, Question, Statement
from store.kinds.indicator_status import Stage
from store.levels import Level
from store.store import open_store
from tests.pages.conftest import texts
from tests.ui.participation import filled_store as filled
from tests.ui.sign_in.demo_role import act_as, turn_on

ROLES = {
    "koordination": "koordination",
    "fachamt": "fachamt:Sozialamt",
    "kommune": "kommune:05382060",
    "politik": "politik:Fraktion A",
    "verband": "verband:Wohlfahrtsverband A",
    "oeffentlichkeit": "oeffentlichkeit",
}
VIEWS = ("kennzahlen", "stellungnahmen", "fragen", "beschluesse", "rechte", "daten")
ALL = set(ROLES)
SIGNED_IN = ALL - {"oeffentlichkeit"}
ADMINISTRATION = {"koordination", "fachamt", "kommune"}


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    path = tmp_path_factory.mktemp("beteiligung") / "eintraege.sqlite"
    filled.fill(f"sqlite:///{path}").engine.dispose()
    return path


@pytest.fixture
def store(tmp_path, monkeypatch, begun):
    """A copy of its own for every test."""
    address = f"sqlite:///{shutil.copy(begun, tmp_path)}"
    monkeypatch.setenv("MONITOR_STORE", address)
    made = open_store(address, filled.AREAS)
    yield made
    made.engine.dispose()


@pytest.fixture
def opened(open_page, monkeypatch, store):
    """opened("politik", "fragen", kennzahl="A2") → the view as this role sees it."""
    turn_on(monkeypatch)
    app = open_page("beteiligung")

    def as_role(role, view, **link):
        for param in ("kennzahl", "gebiet", "strategie", "worte", "beschlussjahr", "beschluss", "kommune"):
            app.query_params.pop(param, None)
        for param, value in {"teil": view, **link}.items():
            app.query_params[param] = value
        act_as(app, ROLES[role])
        app.run()
        assert not app.exception
        return app

    return as_role


def html(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def seen(app):
    """Everything readable, without marks of HTML and Markdown."""
    plain = re.sub(r"<[^>]*>", " ", html(app)).replace("&lt;", "<").replace("&gt;", ">")
    return f"{texts(app)}\n{plain}"


def labels(app):
    return {each.label for each in (*app.button, *app.get("download_button"))}


# Who sees what

SEEN = [
    ("kennzahlen", "Mietlast", ADMINISTRATION | {"politik"}),
    ("kennzahlen", "Nur der Verband", {"verband"}),
    ("kennzahlen", "Kinderarmut", ALL),
    ("stellungnahmen", "Öffentlich gesagt", ALL),
    ("stellungnahmen", "Eingereicht von A", ADMINISTRATION | {"politik"}),
    ("stellungnahmen", "Entwurf von A", {"politik"}),
    ("stellungnahmen", "Umbau", ALL),
    ("stellungnahmen", "Wartet auf Ihre Moderation (1)", {"koordination"}),
    ("fragen", "Offene Frage", ADMINISTRATION | {"politik"}),
    ("fragen", "Zählen Heime mit?", ALL),
    ("fragen", "Antwort: Sozialamt, 10.10.2025", ALL),
    ("beschluesse", "Kita zuerst", ALL),
    ("beschluesse", "Nur für Gremien", SIGNED_IN),
    ("beschluesse", "Noch im Entwurf", {"koordination", "fachamt"}),
    ("rechte", "Was jede Rolle darf", ALL),
    ("daten", "_streamlit_xsrf".replace("_", r"\_"), ALL),
    ("daten", "Eva &lt;b&gt;Muster&lt;/b&gt;", {"koordination"}),
    ("daten", "sub-1", {"koordination"}),
]
BUTTONS = [
    ("kennzahlen", "Kennzahl vorschlagen", SIGNED_IN),
    ("stellungnahmen", "Stellungnahme schreiben", SIGNED_IN),
    ("stellungnahmen", "Ortskenntnis eintragen", {"kommune"}),
    ("stellungnahmen", "Für die Gremien freigeben", {"koordination"}),
    ("stellungnahmen", "Veröffentlichen", {"koordination"}),
    ("stellungnahmen", "Einreichen", {"politik"}),
    ("stellungnahmen", "Bearbeiten", {"kommune", "politik", "verband"}),
    ("fragen", "Frage stellen", SIGNED_IN),
    ("fragen", "Antworten", {"koordination", "fachamt"}),
    ("fragen", "Bearbeiten", {"kommune", "politik"}),
    ("beschluesse", "Beschluss eintragen", {"koordination"}),
    ("beschluesse", "Bearbeiten und freigeben", {"koordination"}),
    ("beschluesse", "Als CSV herunterladen", ALL),
    ("beschluesse", "Als Excel herunterladen", ALL),
]


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sees_and_may_what_is_its_own(opened, role):
    for view in VIEWS:
        app = opened(role, view)
        told = seen(app) + html(app)
        for where, words, roles in SEEN:
            if where == view:
                assert (words in told) is (role in roles), (role, view, words)
        for where, label, roles in BUTTONS:
            if where == view:
                assert (label in labels(app)) is (role in roles), (role, view, label)


@pytest.mark.parametrize("view", VIEWS[:4])
def test_text_of_people_stays_text(opened, view):
    app = opened("koordination", view)
    source = html(app)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source and "<script>alert" not in source
    assert "href" not in source
    written = texts(app) + source
    assert not set("\u202e\u200f") & set(written)
    assert "[link](javascript" not in texts(app)  # in Markdown every mark stands behind a backslash


def test_a_hostile_name_in_the_head_of_an_indicator(opened, store):
    [proposal] = [each for each in reading.entries(store, filled.FACTION, IndicatorStatus) if "Mietlast" in each.name]
    app = opened("koordination", "kennzahlen", kennzahl=proposal.id)
    head = next(each.value for each in app.header if "Mietlast" in each.value)
    assert r"\[link\]\(javascript\:alert\(1\)\)" in head and r"\*\*fett\*\*" in head and r"\$x\$" in head
    assert "<script" not in head.replace("\\<script", "")


# Indicators


def test_an_indicator_without_a_status_says_what_the_catalogue_says(opened):
    told = seen(opened("oeffentlichkeit", "kennzahlen", kennzahl="A2"))
    assert "ohne eingetragenen Stand" in told and "Laut Katalog:" in told and "SGB II" in told


@pytest.mark.parametrize(
    ("source", "told"), [("jobcenter", "Grundsicherung für Arbeitsuchende (SGB II)"), ("Umfrage", "Umfrage")]
)
def test_a_source_of_the_county_goes_by_its_name(opened, store, source, told):
    writing.create(
        store, filled.COORDINATION, IndicatorStatus, indicator="A1", name="SGB-II", purpose="Ja", source=source
    )  # fmt: skip
    assert f'<dd><p dir="auto">{told}</p></dd>' in html(opened("koordination", "kennzahlen", kennzahl="A1"))


def test_a_way_from_the_catalogue_into_use(opened, store):
    app = opened("koordination", "kennzahlen", kennzahl="A2")
    press(app, "Stand eintragen")
    press(app, "Speichern")
    assert statuses(store)["Kinderarmut"].stage is Stage.PROPOSED
    assert steps(app) == ["beraten"]
    press(app, "Eintragen")
    assert statuses(store)["Kinderarmut"].stage is Stage.DISCUSSED
    assert steps(app) == ["beschlossen", "vorgeschlagen"]
    press(app, "Eintragen")  # nobody has decided
    assert "Es fehlt, wer wann beschlossen hat." in seen(app)
    by_label(app.text_input, "Beschlossen von").input("Kreistag")
    by_label(app.date_input, "Beschlossen am").set_value("2025-03-01")
    by_label(app.selectbox, "Beschlossen für").select(Level.PUBLIC)
    press(app, "Eintragen")
    assert (statuses(store)["Kinderarmut"].stage, statuses(store)["Kinderarmut"].decided_by) == (
        Stage.DECIDED, "Kreistag",
    )  # fmt: skip
    press(app, "Eintragen")
    assert statuses(store)["Kinderarmut"].stage is Stage.IN_USE
    assert steps(app) == ["ausgesetzt"]
    assert "Kreistag, 1.3.2025" in seen(app)


@pytest.mark.parametrize("role", sorted(ALL - {"koordination"}))
def test_only_the_coordination_moves_an_indicator(opened, store, role):
    [proposal] = [each for each in reading.entries(store, filled.FACTION, IndicatorStatus) if "Mietlast" in each.name]
    app = opened(role, "kennzahlen", kennzahl=proposal.id)
    assert "Eintragen" not in labels(app)
    assert ("Bearbeiten" in labels(app)) is (role == "politik")
    assert ("gibt es hier nicht" in texts(app)) is (role in ("verband", "oeffentlichkeit"))
    assert "Stand eintragen" not in labels(opened(role, "kennzahlen", kennzahl="A2"))


# Statements and questions


def test_a_statement_from_its_draft_to_the_public(opened, store):
    app = opened("politik", "stellungnahmen", kennzahl="A2")
    press(app, "Stellungnahme schreiben")
    by_label(app.text_area, "Stellungnahme *").input("Neu von A")
    press(app, "Speichern")
    [made] = [each for each in reading.entries(store, filled.FACTION, Statement) if each.text == "Neu von A"]
    assert (made.indicator, made.release_level, made.owner) == ("A2", Level.DRAFT, "politik:Fraktion A")
    press(app, "Einreichen")
    app = opened("koordination", "stellungnahmen", kennzahl="A2")
    assert "Wartet auf Ihre Moderation (1)" in seen(app)
    press(app, "Veröffentlichen")
    assert "Neu von A" in seen(opened("oeffentlichkeit", "stellungnahmen", kennzahl="A2"))


def test_a_statement_about_nothing_is_not_kept_and_not_lost(opened, store):
    app = opened("politik", "stellungnahmen")
    press(app, "Stellungnahme schreiben")
    by_label(app.text_area, "Stellungnahme *").input("Wozu?")
    press(app, "Speichern")
    assert "Es fehlt, wozu Stellung genommen wird." in seen(app)
    assert by_label(app.text_area, "Stellungnahme *").value == "Wozu?"
    assert "Wozu?" not in [each.text for each in reading.entries(store, filled.FACTION, Statement)]


def test_a_link_narrows_to_an_indicator_or_an_area(opened):
    told = seen(opened("politik", "stellungnahmen", kennzahl="A2"))
    assert "Öffentlich gesagt" in told and "Eingereicht von A" not in told and "Umbau" not in told
    told = seen(opened("politik", "stellungnahmen", gebiet=filled.QUARTER))
    assert "Öffentlich gesagt" not in told and "Eingereicht von A" in told and "Umbau" in told
    app = opened("politik", "stellungnahmen", gebiet="05382068-07")  # nothing was said about it
    assert "Dazu ist für Ihre Rolle keine Stellungnahme freigegeben." in texts(app) and not app.warning


def test_the_chosen_municipality_leaves_out_what_is_about_others(opened):
    told = seen(opened("politik", "stellungnahmen", kommune="05382068"))
    assert "Gezeigt wird, was Troisdorf oder den ganzen Kreis betrifft." in told
    assert "Öffentlich gesagt" in told and "Eingereicht von A" not in told and "Umbau" not in told
    assert "Eingereicht von A" in seen(opened("politik", "stellungnahmen", kommune="05382060"))


def test_a_long_register_shows_its_beginning_and_all_when_asked(opened, store):
    for number in range(30):
        made = writing.create(
            store, filled.COORDINATION, Decision, title=f"Nummer {number:02d}", body="Ausschuss", text="Ja.",
            day=date(2020, 1, 1 + number),
        )  # fmt: skip
        writing.release(store, filled.COORDINATION, Decision, made.id, 1, Level.PUBLIC)
    app = opened("oeffentlichkeit", "beschluesse")
    assert "**32 Beschlüsse**" in texts(app)
    assert "Nummer 29" in html(app) and "Nummer 07" in html(app) and "Nummer 06" not in html(app)  # 2 + 23 = 25
    by_label(app.toggle, "Alle 32 zeigen, nicht nur die ersten 25").set_value(True).run()
    assert "Nummer 00" in html(app)


def test_what_a_link_names_and_is_not_there_is_told(opened):
    app = opened("politik", "stellungnahmen", kennzahl="<script>")
    assert [each.value for each in app.warning] == ["Kennzahl gibt es hier nicht. Gezeigt wird: alle."]


def test_a_link_shows_no_draft_of_others(opened, store):
    [draft] = [each for each in reading.entries(store, filled.FACTION, Statement) if each.release_level is Level.DRAFT]
    told = seen(opened("verband", "stellungnahmen", gebiet=draft.area))
    assert "Entwurf von A" not in told


def test_a_question_is_answered_by_an_office(opened, store):
    app = opened("fachamt", "fragen")
    assert next(each.value for each in app.header) == "Noch nicht beantwortet (1)"
    press(app, "Antworten")
    assert by_label(app.text_input, "Beantwortet von").value == "Sozialamt"
    by_label(app.text_area, "Antwort").input("Weil eine Lieferung fehlt.")
    press(app, "Speichern")
    [answered] = [each for each in reading.entries(store, filled.FACTION, Question) if "Lieferung" in each.answer]
    assert (answered.answered_by, answered.release_level) == ("Sozialamt", Level.ADMINISTRATION)
    assert "Wartet auf Ihre Moderation (1)" in seen(opened("koordination", "fragen"))


# Register


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ({}, "2 Beschlüsse"),
        ({"worte": "kita"}, "1 von 2 Beschlüssen"),
        ({"beschlussjahr": "2024"}, "1 von 2 Beschlüssen"),
        ({"kennzahl": "A2"}, "1 von 2 Beschlüssen"),
    ],
)
def test_anyone_searches_the_register(opened, link, found):
    assert f"**{found}**" in texts(opened("oeffentlichkeit", "beschluesse", **link))


def test_nothing_found_is_told_and_nothing_is_offered(opened):
    app = opened("oeffentlichkeit", "beschluesse", worte="Drachen")
    assert "Kein Beschluss gefunden" in texts(app) and "Als CSV herunterladen" not in labels(app)


def test_the_newest_decision_comes_first(opened):
    source = html(opened("koordination", "beschluesse"))
    places = [
        source.index(title) for title in ("Kita zuerst", "Noch im Entwurf", "Nur für Gremien", "Titel &lt;script")
    ]
    assert places == sorted(places)


def test_a_decision_is_entered_and_released(opened, store):
    app = opened("koordination", "beschluesse")
    press(app, "Beschluss eintragen")
    by_label(app.text_input, "Titel *").input("Neuer Beschluss")
    by_label(app.text_input, "Gremium *").input("Lenkungsgruppe")
    by_label(app.text_area, "Beschluss *").input("So soll es sein.")
    press(app, "Speichern")
    [made] = [each for each in reading.entries(store, filled.COORDINATION, Decision) if each.title == "Neuer Beschluss"]
    app = opened("koordination", "beschluesse", beschluss=made.id)
    press(app, "Veröffentlichen")
    assert "Neuer Beschluss" in html(opened("oeffentlichkeit", "beschluesse"))
    assert "Veröffentlichen" not in labels(opened("politik", "beschluesse", beschluss=made.id))


def test_what_was_withdrawn_can_be_had_back(opened, store):
    [decision] = [each for each in reading.entries(store, filled.COORDINATION, Decision) if each.title == "Kita zuerst"]
    writing.withdraw(store, filled.COORDINATION, Decision, decision.id, decision.version)
    assert "Kita zuerst" not in seen(opened("oeffentlichkeit", "beschluesse"))
    app = opened("koordination", "beschluesse")
    by_label(app.toggle, "Zurückgezogene Einträge Ihrer Stelle (1)").set_value(True).run()
    press(app, "Zurückholen")
    assert "Kita zuerst" in seen(opened("oeffentlichkeit", "beschluesse"))


# Rights and stored data


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (
            "koordination",
            r"**Ihre Rolle:** Koordination (steuert den Monitor für den Kreis, moderiert und veröffentlicht).",
        ),
        ("kommune", r"**Ihre Rolle:** Kommune Siegburg (eine Stadt oder Gemeinde des Kreises)."),
        ("oeffentlichkeit", r"**Ihre Rolle:** Öffentlichkeit (alle, die nicht angemeldet sind)."),
    ],
)
def test_ones_own_role_is_named_and_marked(opened, role, told):
    app = opened(role, "rechte")
    assert told in texts(app)
    assert html(app).count("(Ihre Rolle)") == 1


def test_the_table_is_the_one_of_the_store(opened):
    """Some lines, as they stand in store/rights.py: coordination, office, municipality, politics, association, public."""
    table = html(opened("oeffentlichkeit", "rechte"))
    rows = [re.findall(r"<td[^>]*>([^<]*)</td>", row) for row in re.findall(r"<tr>(.*?)</tr>", table)]
    lines = [row for row in rows if len(row) == 6]
    assert len(lines) == 50  # 5 lines for each of 7 subjects, 6 for indicators and questions, 3 for the rest
    assert lines[0] == ["alle", "alle", "eigene", "–", "–", "–"]  # strategie anlegen
    assert lines[-1] == ["alle", "–", "eigene", "–", "–", "–"]  # sozialraum zeichnen
    assert not any(row[-1] != "–" for row in lines)  # the public may nothing but read


def test_looking_at_the_page_writes_nothing(opened, store):
    def rows():
        from store.history import Change

        with store.reads() as session:
            return len(session.scalars(select(Change)).all())

    before = rows()
    for view in VIEWS:
        opened("koordination", view)
    assert rows() == before


def press(app, label):
    next(each for each in app.button if each.label == label).click()
    app.run()
    assert not app.exception


def by_label(elements, label):
    return next(each for each in elements if each.label == label)


def statuses(store):
    return {each.name: each for each in reading.entries(store, filled.COORDINATION, IndicatorStatus)}


def steps(app):
    return by_label(app.selectbox, "Neuer Stand").options
