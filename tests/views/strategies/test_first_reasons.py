"""What a new strategy's text takes over from a flag: names, of what is decided and shown, strongest first."""

from types import SimpleNamespace

import pandas as pd

from indicators.attention import Attention
from indicators.signs import Sign
from views.strategies.first_reasons import names_that_speak

NAMES = {"A1": "SGB-II-Quote", "A2": "Kinderarmut", "G1": "Sprache", "G5": "Früherkennung"}


def shown(hidden=()):
    def table(level, name, year):
        return pd.DataFrame({"sign": [int(Sign.PRIMARY if name in hidden else Sign.SHOWN)]}, index=["a"])

    catalogue = {name: SimpleNamespace(name=words) for name, words in NAMES.items()}
    return SimpleNamespace(release=SimpleNamespace(catalogue=catalogue, table=table))


def flags():
    """A2 speaks most for the flag, then A1, then G1; G5 does not."""
    contributions = pd.DataFrame({"A1": [2.0], "A2": [3.0], "G1": [1.0], "G5": [-1.0]}, index=["a"])
    drivers = contributions > 0
    return Attention(None, pd.DataFrame(index=["a"]), contributions, drivers, ~drivers)


def test_names_in_the_order_of_their_weight():
    assert names_that_speak(shown(), "quartier", 2024, "a", flags(), ()) == ["Kinderarmut", "SGB-II-Quote", "Sprache"]


def test_what_is_not_decided_for_the_public_is_left_out():
    assert names_that_speak(shown(), "quartier", 2024, "a", flags(), {"A2"}) == ["SGB-II-Quote", "Sprache"]


def test_what_is_hidden_in_the_area_is_left_out():
    assert names_that_speak(shown(["A1"]), "quartier", 2024, "a", flags(), ()) == ["Kinderarmut", "Sprache"]
