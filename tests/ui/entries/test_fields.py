"""Fields that begin with what is stored: days long ago, numbers, areas; none of them may break the page."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from problem import DataError
from store import reading, writing
from store.actor import Actor, Role
from store.kinds import Offer, Strategy
from tests.sample_county import sample_release
from tests.ui.entries.entry_page import COORDINATION, OFFICE, SIEGBURG, click, opened, ran
from ui.entries.choices_of_fields import areas_to_choose
from ui.entries.desk import Desk
from ui.entries.fields import FIRST_DAY, LAST_DAY
from views.content import content_of

SIEGBURG_04 = "05382060-04"


def test_a_place_and_a_day_are_saved_as_they_were_typed(store):
    offer = writing.create(store, COORDINATION, Offer, name="Altes Haus", areas=[SIEGBURG_04], since=date(1925, 1, 1))
    key = f"offers-{offer.id}"
    app = opened("koordination", teil="angebote")
    app = ran(app.selectbox(key="change-offer").select(offer.id).run())
    app = click(app, f"open-{key}")
    assert app.date_input(key=f"{key}-since").value == date(1925, 1, 1)
    app.text_input(key=f"{key}-latitude").input("50.789")
    app.text_input(key=f"{key}-longitude").input("7.125")
    click(app, f"save-{key}")
    saved = reading.entry(store, COORDINATION, Offer, offer.id)
    assert (saved.latitude, saved.longitude, saved.since) == (50.789, 7.125, date(1925, 1, 1))


def test_the_days_to_choose_from_are_those_the_store_takes(store):
    def entered(day):
        return writing.create(store, COORDINATION, Offer, name="Haus", areas=[SIEGBURG_04], since=day).since

    assert (entered(FIRST_DAY), entered(LAST_DAY)) == (date(1900, 1, 1), date(2200, 12, 31))
    for outside in (date(1899, 12, 31), date(2201, 1, 1)):
        with pytest.raises(DataError):
            entered(outside)


@pytest.mark.parametrize("day", ["1850-06-01", "2300-06-01"])
def test_a_day_outside_is_shown_all_the_same(day):
    def page(day):
        from datetime import date

        from store.kinds import Offer
        from ui.entries.fields import WIDGETS

        WIDGETS["day"](None, Offer.fields()["since"], "Seit", date.fromisoformat(day), "day")

    app = AppTest.from_function(page, kwargs={"day": day}).run()
    assert not app.exception
    assert app.date_input(key="day").value == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("actor", "whole"),
    [(COORDINATION, True), (OFFICE, True), (SIEGBURG, False), (Actor(Role.POLITICS, "Fraktion A"), False)],
)
def test_the_county_as_a_whole_is_there_for_those_who_speak_for_it(store, actor, whole):
    choices = areas_to_choose(Desk(store, actor, content_of(sample_release())))
    assert ("05382" in choices) is whole
    assert SIEGBURG_04 in choices
    if whole:
        assert next(iter(choices.values())).endswith("(Kreis)")


def test_a_strategy_for_the_county_names_it(store):
    strategy = writing.create(store, COORDINATION, Strategy, title="Kreisweit", areas=["05382"])
    key = f"strategies-{strategy.id}"
    app = click(opened("koordination", strategie=strategy.id), f"open-{key}")
    areas = app.multiselect(key=f"{key}-areas")
    assert areas.value == ["05382"]
    assert not [option for option in areas.options if "gibt es nicht mehr" in option]
    app.text_input(key=f"{key}-title").input("Im ganzen Kreis")
    click(app, f"save-{key}")
    assert reading.entry(store, COORDINATION, Strategy, strategy.id).title == "Im ganzen Kreis"
