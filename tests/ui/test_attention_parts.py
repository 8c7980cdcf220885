"""Map, ranking and tables of the page Aufmerksamkeit as they leave the server."""

from dataclasses import replace

import pandas as pd
import pytest

from indicators.attention import agreement
from monitor.attention import RULES, attention, rule_of
from monitor.attention_reasons import Reasons
from ui.attention_ranking import Line, ranking_html, span_html
from ui.attention_reasons import reasons_html
from ui.attention_rules import rules_html
from ui.attention_years import years_html
from ui.data import content
from ui.map.part import compact_texts
from views.agreement_layer import agreed, agreement_layer
from views.attention_layer import attention_layer

YEARS = [2019, 2024]
REASONS = Reasons(("<b>für</b>",), (), ("weder",), "A: Wert geheim", "", ("Achtung.",))


@pytest.fixture(scope="module")
def shown():
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MONITOR_DATA", raising=False)
        return content()


@pytest.mark.parametrize("layer_of", [attention_layer, agreement_layer])
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_and_year_reaches_the_browser(shown, layer_of, rule):
    layer = layer_of(shown, "quartier", rule, YEARS)
    for position in range(len(YEARS)):
        assert len(layer.classes(position)) == len(layer.flags(position)) == 158
        texts = layer.texts(position)
        assert compact_texts(texts)["cards"] and len(texts.cards) == layer.flags(position).count("1")


def test_a_what_if_has_its_own_classes_and_says_so(shown):
    decided = rule_of(shown.release, "county")
    layer = attention_layer(shown, "quartier", replace(decided, k=3), YEARS)
    plain = attention_layer(shown, "quartier", decided, YEARS)
    assert layer.heading == "Was wäre, wenn: Besonderer Aufmerksamkeitsbedarf (Kreisregel)"
    assert plain.heading == "Besonderer Aufmerksamkeitsbedarf (Kreisregel)"
    assert layer.flags(1).count("1") > plain.flags(1).count("1") and layer.key != plain.key
    assert [entry.text for entry in layer.legend][3] == "3 bis 8 Kennzahlen ungünstig"


def test_the_map_of_agreement_counts_rules(shown):
    found = {rule: attention(shown.release, "quartier", 2024, rule) for rule in RULES}
    counted = agreement(found)["flagged_by"]
    layer = agreement_layer(shown, "quartier", "county", YEARS)
    classes = dict(zip(shown.ids("quartier"), layer.classes(1), strict=True))
    assert {area: classes[area] for area in counted.index[counted > 0]} == {
        area: str(number) for area, number in counted[counted > 0].items()
    }
    assert layer.flags(1) == attention_layer(shown, "quartier", "county", YEARS).flags(1)


def test_a_rule_that_cannot_be_applied_flags_nobody(shown, monkeypatch):
    real = attention(shown.release, "quartier", 2024, "county")
    monkeypatch.setattr(
        "views.agreement_layer.result_or_none", lambda shown, level, year, rule: real if rule.name == "county" else None
    )
    table = agreed(shown, "quartier", 2024)
    assert not table["mss"].any() and table["flagged_by"].max() == 1


def test_the_interval_of_ranks_is_drawn_to_scale():
    drawn = span_html(3, 2, 6, 11)  # ten steps from 1 to 11
    assert 'left:10.0%;width:40.0%"' in drawn and '<b style="left:20.0%">' in drawn
    assert "Rang 3, mit Unsicherheit 2 bis 6" in drawn
    assert "<i" not in span_html(3, float("nan"), float("nan"), 11)
    assert "left:0.0%" in span_html(1, 1, 1, 1)


def line(place, name="Alfdorf 01"):
    sure = pd.Series({"word": "sicher", "probability": 0.97, "rank": place, "rank_lower": 1, "rank_upper": 9,
                      "influence": "k", "influence_share": 0.5})  # fmt: skip
    return Line("x", place, name, "", "6 von 8", sure, "seit 2019", REASONS)


def test_the_first_five_are_open_and_every_reason_is_there():
    drawn = ranking_html([line(place) for place in range(1, 8)], 9)
    assert drawn.count("<details open>") == 5 and drawn.count("<details>") == 2
    assert drawn.count("&lt;b&gt;für&lt;/b&gt;") == 7 and "<b>für" not in drawn
    assert "<script" not in ranking_html([line(1, "<script>")], 9)
    assert "in 97 % der Durchgänge" in drawn and "seit 2019" in drawn


def test_reasons_for_against_hidden_and_what_to_check():
    drawn = reasons_html(REASONS, influence="Am ehesten.")
    for words in ("Keine Kennzahl spricht gesichert dagegen.", "weder", "A: Wert geheim", "Achtung.", "Am ehesten."):
        assert words in drawn
    assert "Keine Kennzahl spricht dafür." in reasons_html(replace(REASONS, speak_for=()))


def test_rules_side_by_side_in_groups(shown):
    areas = shown.release.areas("quartier")[:3]
    table = pd.DataFrame(
        {"county": [True, True, False], "mss": [True, False, False], "flagged_by": [2, 1, 0]}, index=areas
    )
    judged = pd.DataFrame({"county": [True, True, True], "mss": [True, False, True]}, index=areas)
    drawn = rules_html(shown.release, "quartier", table, judged)
    assert drawn.count("nicht bewertet") == 1 and 'aria-label="nein"' not in drawn
    drawn = rules_html(shown.release, "quartier", table, judged | True)
    assert "Alle zwei Regeln (1)" in drawn and "Eine Regel (1)" in drawn
    assert drawn.count('aria-label="ja"') == 3 and drawn.count('aria-label="nein"') == 1


def test_years_tell_who_came_and_who_left(shown):
    areas = shown.release.areas("quartier")[:3]
    flags = pd.DataFrame({2023: [True, False, False], 2024: [False, True, False]}, index=areas)
    nan = float("nan")
    table = pd.DataFrame(
        {"entered": [False, True, False], "left": [True, False, False], "since": [nan, 2024, nan]}, index=areas
    )
    drawn = years_html(shown.release, "quartier", flags, table)
    first, second = (drawn.index(str(shown.release.hierarchy.names[area])) for area in areas[:2])
    assert second < first  # flagged now stands before flagged once
    assert drawn.count('class="came"') == 2 and ">neu<" in drawn and ">nicht mehr<" in drawn
    assert str(shown.release.hierarchy.names[areas[2]]) not in drawn
