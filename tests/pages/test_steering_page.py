"""The page Steuerung in each role: what is seen, which buttons are there, and what they do."""

import shutil
from datetime import timedelta

import pytest

from store import reading
from store.actor import COUNTY, PUBLIC, Actor, Role
from store.kinds import AgendaItem, Decision, Goal, Meeting, Strategy, Task
from store.kinds.strategy import Phase
from store.kinds.task import TaskState
from store.levels import Level
from store.place import store_of
from tests.pages.conftest import texts
from tests.sample_county import SAMPLE
from tests.store.made import made, made_below
from tests.ui.sign_in.demo_role import act_as, turn_on

HOSTILE = "<script>alert(1)</script> [hier](javascript:alert(1)) =1+1"
COORDINATION = Actor(Role.COORDINATION, COUNTY)
OFFICE = Actor(Role.OFFICE, COUNTY, "Sozialamt")
AREA = "05382060-04"
ROLES = {
    "koordination": {"entwurf", "verwaltung", "gremien", "oeffentlich"},
    "fachamt:Sozialamt": {"entwurf", "verwaltung", "gremien", "oeffentlich"},
    "kommune:05382068": {"verwaltung", "gremien", "oeffentlich"},
    "politik:Fraktion A": {"gremien", "oeffentlich"},
    "verband:Wohlfahrtsverband A": {"gremien", "oeffentlich"},
    "oeffentlichkeit": {"oeffentlich"},
}
VIEWS = ("kreislauf", "zeitstrahl", "sitzungen", "aufgaben", "bericht")


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A store with one strategy, task, meeting and decision of every release level, beside the sample's own state."""
    path = tmp_path_factory.mktemp("steuerung") / "eintraege.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MONITOR_STORE", f"sqlite:///{path}")
        found = store_of(SAMPLE)
    for level in Level:
        enter(found, level)
    found.engine.dispose()
    return path


def enter(found, level):
    word, today = level.value, found.today()
    strategy = made(found, Strategy, COORDINATION, level, title=f"Strategie {word}", areas=[AREA], phase="ziele")
    made_below(found, Goal, strategy, text=f"Ziel {word}")
    made(found, Task, COORDINATION, level, title=f"Aufgabe {word}", due=today + timedelta(days=5), office="Jugendamt")
    made(found, Meeting, COORDINATION, level, body=f"Gruppe {word}", day=today + timedelta(days=3))
    made(found, Decision, COORDINATION, level, title=f"Beschluss {word}", day=today)


@pytest.fixture
def store(monkeypatch, tmp_path, begun):
    """A copy of its own for every test."""
    monkeypatch.setenv("MONITOR_STORE", f"sqlite:///{shutil.copy(begun, tmp_path)}")
    turn_on(monkeypatch)
    return store_of(SAMPLE)


@pytest.fixture
def show(open_page):
    """show("bericht", "koordination", seit="2025-01-01") → the page as this role sees it."""

    def shown(view, role, **link):
        app = open_page("steuerung", teil=view, **link)
        return act_as(app, role).run()

    return shown


def everything(app):
    """All that can be read, in widgets too."""
    html = "\n".join(str(each.proto.body) for each in app.get("html"))
    links = "\n".join(each.proto.label for each in app.get("page_link"))
    tables = "\n".join(each.value.to_string() for each in app.dataframe)
    options = "\n".join(option for each in app.selectbox for option in each.options)
    return "\n".join((texts(app), html, links, tables, options))


def buttons(app):
    return [each.label for each in app.button]


def levels_in(text, kind):
    return {level.value for level in Level if f"{kind} {level.value}" in text}


KINDS = {
    "kreislauf": ("Strategie", "Aufgabe", "Gruppe"),
    "zeitstrahl": ("Aufgabe", "Gruppe"),
    "sitzungen": ("Gruppe",),
    "aufgaben": ("Aufgabe",),
    "bericht": ("Strategie", "Ziel", "Aufgabe", "Gruppe", "Beschluss"),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("view", VIEWS)
def test_each_role_reads_what_is_released_to_it(store, show, view, role):
    app = show(view, role)
    assert not app.exception and not app.error
    told = everything(app)
    expected = ROLES[role] & {"gremien", "oeffentlich"} if view == "bericht" else ROLES[role]
    for kind in KINDS[view]:
        assert levels_in(told, kind) == expected, kind


NEW = {
    "sitzungen": {"Sitzung eintragen", "Tagesordnungspunkt eintragen", "Beschluss eintragen", "Sitzung bearbeiten"},
    "aufgaben": {"Aufgabe oder Meilenstein eintragen"},
}
MAY = {
    "koordination": NEW["sitzungen"] | NEW["aufgaben"],
    "fachamt:Sozialamt": NEW["aufgaben"],
    "kommune:05382068": NEW["aufgaben"],
}


@pytest.mark.parametrize("role", ROLES)
def test_who_may_enter_what(store, show, role):
    found = {
        label for view in NEW for label in buttons(show(view, role)) if label in NEW["sitzungen"] | NEW["aufgaben"]
    }
    assert found == MAY.get(role, set())


@pytest.mark.parametrize(
    ("role", "is_offered"),
    [("koordination", True), ("kommune:05382068", False), ("politik:Fraktion A", False), ("oeffentlichkeit", False)],
)
def test_a_strategy_goes_into_the_next_phase(store, show, role, is_offered):
    strategy = made(store, Strategy, COORDINATION, Level.PUBLIC, title="Weiter", areas=[AREA], phase="massnahmen")
    app = show("kreislauf", role)
    found = [each for each in app.button if each.key.startswith(f"move-{strategy.id}")]
    assert bool(found) is is_offered
    if found:
        assert found[0].label == "Weiter zu Umsetzung"
        app = found[0].click().run()
        assert not app.error
        now = reading.entry(store, COORDINATION, Strategy, strategy.id)
        assert (now.phase, now.version) == (Phase.ACTION, 2)
        assert app.button(key=f"move-{strategy.id}-umsetzung").label == "Weiter zu Bericht"


def test_who_looks_at_an_older_page_does_not_move_it_twice(store, show):
    strategy = made(store, Strategy, COORDINATION, Level.PUBLIC, title="Weiter", areas=[AREA], phase="massnahmen")
    first, second = (show("kreislauf", "koordination") for _ in range(2))
    for app in (first, second):
        app.button(key=f"move-{strategy.id}-massnahmen").click().run()
    assert reading.entry(store, COORDINATION, Strategy, strategy.id).phase is Phase.ACTION
    assert f"move-{strategy.id}-umsetzung" in [each.key for each in second.button]


def test_a_card_leads_to_its_strategy(store, show):
    strategy = made(store, Strategy, COORDINATION, Level.PUBLIC, title="Wohin", areas=[AREA])
    links = {each.proto.label: each.proto for each in show("kreislauf", "oeffentlichkeit").get("page_link")}
    told = links["Wohin"]
    assert "strategien" in told.page and strategy.id in told.query_string


def test_one_s_own_office_comes_first(store, show):
    made(
        store,
        Task,
        OFFICE,
        Level.ADMINISTRATION,
        title="Eigenes",
        office="Sozialamt",
        due=store.today() - timedelta(days=1),
    )
    headers = [each.value for each in show("kreislauf", "fachamt:Sozialamt").header]
    assert headers == ["Fällig für Ihr Amt (Sozialamt)", "Fällig in anderen Ämtern oder ohne Amt", "Planungskreislauf"]
    app = show("kreislauf", "koordination")
    assert [each.value for each in app.header] == ["Fällig", "Planungskreislauf"]
    assert "⚠" in everything(app) and "überfällig seit" in everything(app)


def test_a_task_is_marked_as_done(store, show):
    task = made(store, Task, COORDINATION, Level.ADMINISTRATION, title="Abhaken", due=store.today())
    app = show("aufgaben", "koordination")
    app.selectbox(key="change-task").select(task.id).run()
    app.button(key=f"done-{task.id}").click().run()
    assert reading.entry(store, COORDINATION, Task, task.id).state is TaskState.DONE
    assert "Abhaken" not in everything(app)
    assert "Abhaken" in everything(show("aufgaben", "koordination", stand="erledigt"))


def test_a_task_is_entered(store, show):
    app = show("aufgaben", "fachamt:Sozialamt")
    app.button(key="open-new-task").click().run()
    assert app.text_input(key="new-task-office").value == "Sozialamt"
    app.text_input(key="new-task-title").input(HOSTILE)
    app.button(key="save-new-task").click().run()
    assert HOSTILE in [each.title for each in reading.entries(store, COORDINATION, Task)]
    assert not app.error


def test_meeting_agenda_in_order_decision_and_task(store, show):
    meeting = made(store, Meeting, COORDINATION, Level.PUBLIC, body="Lenkung", title="Vor allen", day=store.today())
    for position, title in ((2, "Zweitens"), (1, "Erstens")):
        made_below(store, AgendaItem, meeting, position=position, title=title)
    made(
        store,
        Decision,
        COORDINATION,
        Level.COMMITTEES,
        title="Beschlossen",
        text="So.",
        reasons="Darum.",
        meeting_id=meeting.id,
    )
    made(store, Task, COORDINATION, Level.ADMINISTRATION, title="Noch offen", meeting_id=meeting.id)
    made(store, Task, COORDINATION, Level.ADMINISTRATION, title="Schon getan", state="erledigt", meeting_id=meeting.id)
    told = everything(show("sitzungen", "koordination"))  # the next one, as it is today
    assert "Nächste Sitzung" in told and told.index("Erstens") < told.index("Zweitens")
    assert {"Beschlossen", "Darum.", "Noch offen"} <= {
        word for word in ("Beschlossen", "Darum.", "Noch offen") if word in told
    }
    assert "Schon getan" not in told
    public = everything(show("sitzungen", "oeffentlichkeit"))
    assert "Erstens" in public and "Beschlossen" not in public and "Noch offen" not in public


@pytest.mark.parametrize("role", ["politik:Fraktion A", "oeffentlichkeit"])
def test_a_link_shows_no_meeting_that_is_not_released(store, show, role):
    hidden = made(store, Meeting, COORDINATION, Level.ADMINISTRATION, body="Geheim", day=store.today())
    app = show("sitzungen", role, sitzung=hidden.id)
    assert "Geheim" not in everything(app)


def test_the_public_chooses_no_level_and_a_link_gives_none(store, show):
    app = show("bericht", "oeffentlichkeit", stufe="gremien")
    assert "Enthalten ist" not in [each.label for each in app.radio]
    assert levels_in(everything(app), "Beschluss") == {"oeffentlich"}
    assert levels_in(everything(show("bericht", "koordination", stufe="oeffentlich")), "Beschluss") == {"oeffentlich"}


def test_the_report_since_a_day_of_the_link(store, show):
    """What cannot be read, or lies ahead, is as good as no day at all: a year back, or today."""
    made(store, Decision, COORDINATION, Level.PUBLIC, title="Von gestern", day=store.today() - timedelta(days=1))
    later = (store.today() + timedelta(days=9)).isoformat()
    links = {store.today().isoformat(): False, later: False, "2024-01-01": True, "unsinn": True, "0001-01-01": True}
    for link, is_told in links.items():
        app = show("bericht", "koordination", seit=link)
        assert not app.exception
        told = everything(app).partition("Was erreicht wurde")[0]
        assert ("Von gestern" in told) is is_told, link


def test_own_words_stand_in_the_preview_as_text(store, show):
    app = show("bericht", "koordination")
    app.text_area(key="report-introduction").input(HOSTILE).run()
    [preview] = [str(each.proto.body) for each in app.get("html") if "entered preview" in str(each.proto.body)]
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt; [hier](javascript:alert(1)) =1+1" in preview
        and "<script>" not in preview
    )


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_text_is_text(store, show, view):
    strategy = made(store, Strategy, COORDINATION, Level.PUBLIC, title=HOSTILE, areas=[AREA])
    made(
        store,
        Task,
        COORDINATION,
        Level.PUBLIC,
        title=HOSTILE,
        office=HOSTILE,
        due=store.today(),
        strategy_id=strategy.id,
    )
    meeting = made(
        store,
        Meeting,
        COORDINATION,
        Level.PUBLIC,
        body=HOSTILE,
        title=HOSTILE,
        place=HOSTILE,
        note=HOSTILE,
        day=store.today(),
    )
    made_below(store, AgendaItem, meeting, position=1, title=HOSTILE, text=HOSTILE)
    made(
        store,
        Decision,
        COORDINATION,
        Level.PUBLIC,
        title=HOSTILE,
        text=HOSTILE,
        reasons=HOSTILE,
        day=store.today(),
        meeting_id=meeting.id,
    )
    app = show(view, "koordination")
    assert not app.exception
    html = "\n".join(str(each.proto.body) for each in app.get("html"))
    assert "<script" not in html
    labels = [
        *buttons(app),
        *(each.proto.label for each in app.get("page_link")),
        *(each.value for each in app.markdown),
    ]
    told = [each for each in labels if "alert" in each]
    assert all("[hier](" not in each and "<script>" not in each for each in told)


def test_nothing_at_all_says_so(monkeypatch, tmp_path, show):
    """Who may read nothing of it: every view has words instead of an empty place."""
    monkeypatch.setenv("MONITOR_STORE", f"sqlite:///{tmp_path / 'leer.sqlite'}")
    turn_on(monkeypatch)
    found = store_of(tmp_path / "nirgends")  # begun without the sample's state
    made(found, Task, COORDINATION, Level.DRAFT, title="Entwurf")
    expected = {
        "kreislauf": "In dieser Phase steht nichts.",
        "zeitstrahl": "nichts mit einem Datum eingetragen",
        "sitzungen": "noch keine Sitzung freigegeben",
        "aufgaben": "keine Aufgabe",
        "bericht": "kein Beschluss eingetragen",
    }
    for view, words in expected.items():
        assert words in everything(show(view, "oeffentlichkeit")), view
    assert reading.entries(found, PUBLIC, Task) == []
