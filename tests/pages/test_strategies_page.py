"""The page Strategien in every role: what is seen, what is offered, what is written, and what two people do at once."""

from datetime import date

import pytest

from store import reading, writing
from store.kinds import Goal, IndicatorStatus, Offer, Strategy
from store.levels import Level
from tests.pages.conftest import texts
from tests.ui.entries.entry_page import COORDINATION, SIEGBURG, click, html, opened, own_store, ran
from ui.entries.desk import Desk

PUBLIC_TITLES = ["Früh beginnen", "Gesund in die Schule", "Sprache von Anfang an"]
SEEN = {
    "koordination": [*PUBLIC_TITLES, "Ankommen und arbeiten", "Impfbus auch in Windeck 01 prüfen"],
    "fachamt:Sozialamt": [*PUBLIC_TITLES, "Ankommen und arbeiten", "Impfbus auch in Windeck 01 prüfen"],
    "kommune:05382016": [
        *PUBLIC_TITLES,
        "Ankommen und arbeiten",
        "Impfbus auch in Windeck 01 prüfen",
        "Eitorf 02: gemeinsam anfangen",
    ],
    "kommune:05382060": [*PUBLIC_TITLES, "Ankommen und arbeiten", "Impfbus auch in Windeck 01 prüfen"],
    "politik:Fraktion A": [*PUBLIC_TITLES, "Ankommen und arbeiten"],
    "verband:Wohlfahrtsverband A": [*PUBLIC_TITLES, "Ankommen und arbeiten"],
    "oeffentlichkeit": PUBLIC_TITLES,
}
BEGIN = {"koordination", "fachamt:Sozialamt", "kommune:05382016", "kommune:05382060"}
HOSTILE = "<script>alert(1)</script> [klick](javascript:alert(1)) **fett** =1+1"


@pytest.fixture
def store(tmp_path, monkeypatch):
    return own_store(tmp_path, monkeypatch)


def labels(app):
    return [button.label for button in app.button]


def strategy_of(store, title):
    return next(each for each in reading.entries(store, COORDINATION, Strategy) if each.title == title)


@pytest.mark.parametrize("role", SEEN)
def test_each_role_sees_what_is_released_for_it(store, role):
    app = opened(role)
    titles = [button.label.replace("\\", "") for button in app.button if button.key.startswith("open-0")]
    assert sorted(titles) == sorted(SEEN[role])
    assert ("Strategie beginnen" in labels(app)) is (role in BEGIN)


@pytest.mark.parametrize("role", SEEN)
def test_a_link_gives_no_right(store, role):
    """To a strategy that Troisdorf has released for the committees."""
    app = opened(role, strategie=strategy_of(store, "Ankommen und arbeiten").id)
    seen = "Ankommen und arbeiten" in SEEN[role]
    assert ("Ankommen und arbeiten" in texts(app)) is seen
    assert (
        any("nicht für Ihre Rolle" in each.value or "für Ihre Rolle nicht" in each.value for each in app.warning)
        is not seen
    )
    assert "Bearbeiten" not in labels(app)  # nobody of these is Troisdorf


def test_its_owner_may_change_it(store):
    strategy = strategy_of(store, "Ankommen und arbeiten")
    assert "Bearbeiten" in labels(opened("kommune:05382068", strategie=strategy.id))


def test_without_any_sign_in_a_visitor_is_the_public(store, monkeypatch):
    monkeypatch.delenv("MONITOR_DEMO_ROLES")
    app = opened("koordination")  # what a session says of itself counts for nothing then
    assert sorted(b.label.replace("\\", "") for b in app.button if b.key.startswith("open-0")) == sorted(PUBLIC_TITLES)
    assert "Strategie beginnen" not in labels(app)


def test_from_a_flag_to_a_strategy_with_its_reasons(store):
    app = opened("kommune:05382060")
    assert "begin-05382060-11" in [button.key for button in app.button]
    assert "begin-05382068-05" not in [button.key for button in app.button]  # Troisdorf's
    app = ran(app.button(key="begin-05382060-11").click().run())
    reasons = app.text_area(key="new-strategy-reasons").value
    assert reasons == (
        "Siegburg 11 fällt 2024 nach der Regel „Kreisregel“ auf. Dafür sprechen:\n– Sprache auffällig bei der Einschulung"
        "\n– SGB-II-Quote\n– Kinderarmut\n– Altersarmut"
    )
    assert app.multiselect(key="new-strategy-areas").value == ["05382060-11"]
    app.text_input(key="new-strategy-title").input("Zusammen lernen")
    ran(app.button(key="save-new-strategy").click().run())
    made = next(each for each in reading.entries(store, SIEGBURG, Strategy) if each.title == "Zusammen lernen")
    assert (made.owner, made.release_level, made.municipality) == ("kommune:05382060", Level.DRAFT, "05382060")
    assert "Sprache auffällig bei der Einschulung" in made.reasons
    assert (made.flag_rule, made.flag_year) == ("county", 2024)


def test_what_is_only_proposed_is_no_reason_to_publish(store):
    """The author sees it, a reader of the strategy may not."""
    writing.create(store, COORDINATION, IndicatorStatus, indicator="A2", name="Kinderarmut", purpose="Zu prüfen")
    app = click(opened("koordination"), "begin-05382060-11")
    reasons = app.text_area(key="new-strategy-reasons").value
    assert "SGB-II-Quote" in reasons and "Kinderarmut" not in reasons


def test_a_form_that_is_open_begins_anew_for_another_area(store):
    app = click(opened("koordination"), "begin-05382060-11")
    app = click(app, "begin-05382068-05")
    assert app.text_input(key="new-strategy-title-2").value == "Troisdorf 05: "
    assert app.multiselect(key="new-strategy-areas-2").value == ["05382068-05"]
    assert app.text_area(key="new-strategy-reasons-2").value.startswith("Troisdorf 05 fällt 2024")
    click(app, "save-new-strategy")
    made = next(each for each in reading.entries(store, COORDINATION, Strategy) if each.title == "Troisdorf 05:")
    assert made.areas == ["05382068-05"]


def test_what_is_wrong_is_told_and_what_was_typed_stays(store):
    app = opened("kommune:05382060")
    app = ran(app.button(key="open-new-strategy").click().run())
    app.text_area(key="new-strategy-reasons").input("Ein langer Text, der nicht verloren gehen darf")
    app = ran(app.button(key="save-new-strategy").click().run())
    assert "„Titel“ fehlt. Bitte ausfüllen." in html(app) and "„Gebiete“ fehlt. Bitte ausfüllen." in html(app)
    assert app.text_area(key="new-strategy-reasons").value == "Ein langer Text, der nicht verloren gehen darf"


def test_two_people_at_once_are_asked_and_nothing_is_lost(store):
    strategy = strategy_of(store, "Früh beginnen")
    key = f"strategies-{strategy.id}"
    app = opened("kommune:05382060", strategie=strategy.id)
    app = ran(app.button(key=f"open-{key}").click().run())
    app.text_input(key=f"{key}-title").input("Früh und gemeinsam")
    writing.change(store, SIEGBURG, Strategy, strategy.id, strategy.version, title="Früher beginnen")
    app = ran(app.button(key=f"save-{key}").click().run())
    assert "hat jemand anderes dasselbe Feld geändert" in texts(app)
    assert "Früh und gemeinsam" in html(app) and "Früher beginnen" in html(app)
    assert reading.entry(store, SIEGBURG, Strategy, strategy.id).title == "Früher beginnen"
    ran(app.button(key=f"mine-{key}").click().run())
    assert reading.entry(store, SIEGBURG, Strategy, strategy.id).title == "Früh und gemeinsam"


def test_release_and_history(store):
    strategy = strategy_of(store, "Früh beginnen")
    app = opened("kommune:05382060", strategie=strategy.id)
    app.selectbox(key=f"release-strategies-{strategy.id}-level").select(Level.ADMINISTRATION)
    app = ran(app.button(key=f"release-strategies-{strategy.id}-save").click().run())
    assert reading.entry(store, SIEGBURG, Strategy, strategy.id).release_level is Level.ADMINISTRATION
    assert "Früh beginnen" not in texts(opened("oeffentlichkeit", strategie=strategy.id))
    told = [frame.value for frame in app.dataframe if "Fassung" in frame.value][-1]
    assert (told["Was"].iloc[0], told["Was"].iloc[-1]) == ("Freigabe geändert", "angelegt")
    assert set(told["Wer"]) == {"Kommune, Siegburg"}


def test_hostile_text_is_text(store):
    strategy = writing.create(store, SIEGBURG, Strategy, title=HOSTILE, areas=["05382060-04"], reasons=HOSTILE)
    writing.create(store, SIEGBURG, Goal, strategy_id=strategy.id, text=HOSTILE)
    told = {"indicator": HOSTILE, "baseline_year": 2020, "target": 10, "due": date(2028, 1, 1)}
    writing.create(store, SIEGBURG, Goal, strategy_id=strategy.id, text="Weniger", **told)
    for app in (opened("kommune:05382060"), opened("kommune:05382060", strategie=strategy.id)):
        everything = html(app)
        assert "<script>alert" not in everything
        for written in (*labels(app), *(each.value for kind in (app.markdown, app.header, app.title) for each in kind)):
            assert "](javascript" not in written and "**fett**" not in written.replace("\\*", "")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in everything


def test_names_of_areas_are_text(store, monkeypatch):
    """They come from a county's folder; one of them may hold a star or a bracket."""
    names = Desk.names.fget
    monkeypatch.setattr(Desk, "names", property(lambda desk: {a: f"**{n}** [x](y)" for a, n in names(desk).items()}))
    app = opened("koordination")
    beginning = [label for label in labels(app) if label.endswith(": Strategie beginnen")]
    named = [each.value for each in opened("politik:Fraktion A").markdown if "Siegburg 11" in each.value]
    assert beginning and named
    for written in (*beginning, *named):
        assert "**" not in written.replace("\\*", "") and "](" not in written


def test_burdens_of_areas_the_rule_has_not_judged(store):
    """Two quarters of the sample are too small for the rule; nothing is "entered" where burdens are worked out."""
    rows = html(opened("koordination", teil="gegenueber", welche="alle")).split("<tr>")
    burdens = [row.split("<td>")[1] for row in rows if "<td>" in row]
    assert sum("nicht bewertet" in cell for cell in burdens) == 2
    assert sum(">keine<" in cell for cell in burdens) > 2
    assert not [cell for cell in burdens if "keine eingetragen" in cell]


def test_progress_is_told_with_its_uncertainty(store):
    app = opened("oeffentlichkeit", strategie=strategy_of(store, "Sprache von Anfang an").id)
    told = texts(app).replace("\\", "") + html(app)
    assert "erreicht</span> Siegburg 01, Sprache auffällig bei der Einschulung" in told
    assert "Das Ziel ist erreicht: Der Wert 2022–2024 liegt mit seinem ganzen 95-%-Bereich im Ziel." in told
    assert "Woran das liegt, sagt die Zahl nicht." in told
    assert "erreicht durch" not in told


def test_offers_from_a_table_are_all_or_none(store):
    app = opened("koordination", teil="angebote")
    before = len(reading.entries(store, COORDINATION, Offer))
    app.file_uploader(key="offer-file").set_value(
        ("a.csv", b"Name;Gebiet\nTreff;Siegburg 04\nKita;Nirgends\n", "text/csv")
    )
    app = ran(app.run())
    assert "Zeile 3: Das Gebiet „Nirgends“ gibt es hier nicht" in html(app)
    assert "take-offers" not in [button.key for button in app.button]
    app.file_uploader(key="offer-file").set_value(
        ("b.csv", b"Name;Gebiet\nTreff;Siegburg 04\nKita;Troisdorf 09\n", "text/csv")
    )
    app = ran(app.run())
    ran(app.button(key="take-offers").click().run())
    assert len(reading.entries(store, COORDINATION, Offer)) == before + 2


def test_a_form_goes_when_another_role_is_chosen(store):
    app = opened("kommune:05382060")
    app = ran(app.button(key="begin-05382060-11").click().run())
    assert app.text_area(key="new-strategy-reasons").value
    app.selectbox(key="demo-role-box").select("koordination")
    app = ran(app.run())
    assert "new-strategy-reasons" not in [area.key for area in app.text_area]
    assert "Strategie beginnen" in labels(app)
