"""county.toml: what it may say, and the sentence for everything it may not."""

import datetime as dt

import pytest

from monitor.county import Protection
from tests.monitor.conftest import attention_settings

ATTENTION = attention_settings(
    general='decided_by = "Kreistag"',
    county="confidence = 99.8",
    mss="weights = { A2 = 2 }",
    significance='method = "bh"\nfalse_discovery = 0.05',
)


def _only(told):
    assert len(told) == 1, told
    return told[0]


def test_a_county_without_attention_and_protection(tiny_folder):
    county = tiny_folder.open().county
    assert county.protection == Protection(3, 30, False, 300)
    assert county.attention.county.indicators == ()
    assert county.attention.mss.status == ()
    assert [level.id for level in county.levels] == ["kreis", "gemeinde", "quartier"]
    assert county.sources["amt"].as_of == dt.date(2024, 12, 31)


def test_everything_that_can_be_said(tiny_folder):
    tiny_folder.replace("county.toml", 'inhabitants = "ew"', 'inhabitants = "ew"\ninvented = true\nnotice = "Beispiel"')
    tiny_folder.append(
        "county.toml", "threshold = 5", "zeros_sensitive = true", "[protection]", "threshold = 4", "minimum_base = 20",
        "[[attribution]]", 'text = "© Amt"', ATTENTION,
    )  # fmt: skip
    county = tiny_folder.open().county
    assert county.protection_for("amt") == Protection(5, 20, True, 300)
    assert county.protection_for("niemand") == Protection(4, 20, False, 300)
    assert county.attribution == ("© Amt",)
    assert county.attention.county.confidence == 99.8
    assert county.attention.mss.dynamics_years == 2
    assert county.attention.mss.weights == (("A2", 2),)
    assert (county.attention.significance.method, county.attention.significance.false_discovery) == ("bh", 0.05)
    assert (county.invented, county.notice) == (True, "Beispiel")


# what is replaced, by what, what the only error says
FAULTS = {
    "unknown key": ('key = "05999"', 'key = "05999"\nthreshhold = 3', "county.toml, Zeile 4: Den Schlüssel „threshhold“"),
    "key missing": ('name = "Musterkreis"\n', "", "Der Schlüssel „name“ fehlt oder ist leer. Bitte ergänzen."),
    "empty text": ('name = "Musterkreis"', 'name = " "', "county.toml, Zeile 1: Der Schlüssel „name“ fehlt oder ist leer."),
    "number as text": ('key = "05999"', "key = 5999", "Zeile 3: Bei „key“ steht „5999“, erwartet wird ein Text"),
    "day as text": ("2024-12-31", '"31.12.2024"', "[sources.amt]: Bei „as_of“ steht „31.12.2024“, erwartet wird ein Datum"),
    "leading zero": ('key = "05999"', "key = 05999", "county.toml, Zeile 3: "),
    "curly quotes": ('name = "Musterkreis"', "name = „Musterkreis“", "county.toml, Zeile 1: Der Wert ist so nicht lesbar."),
    "level twice": ('id = "quartier"', 'id = "gemeinde"', "Abschnitt [levels]: Die Ebene „gemeinde“ kommt zweimal vor."),
    "level without file": ('file = "areas/gemeinde.geojson"\n', "", "county.toml, Zeile 12: Abschnitt [levels]: Die Ebene „gemeinde“ braucht"),
    "capital level": ('id = "kreis"', 'id = "Kreis Nord"', "Die Kennung „Kreis Nord“ einer Ebene"),
    "whole not shown": ('plural = "Kreise"', 'plural = "Kreise"\npublished = false', "muss gezeigt werden"),
    "path outside": ("areas/gemeinde.geojson", "../gemeinde.geojson", "führt aus dem Datenordner hinaus"),
    "negative threshold": ("[sources.amt]", "[sources.amt]\nthreshold = -1", "der kleinste erlaubte Wert ist 0"),
    "source without name": ('name = "Einwohnermeldeamt"\n', "", "county.toml, Zeile 23: Abschnitt [sources.amt]: Der Schlüssel „name“ fehlt"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_faults_of_the_county(tiny_folder, case):
    old, new, expected = FAULTS[case]
    tiny_folder.replace("county.toml", old, new)
    told = tiny_folder.error_sentences()
    assert any(expected in each for each in told), told


ATTENTION_FAULTS = {
    "unknown indicator": ('indicators = ["A2"]', 'indicators = ["A9"]', "Abschnitt [attention.county]: Die Kennzahl „A9“ steht nicht im Katalog."),
    "indicator twice": ('indicators = ["A2"]', 'indicators = ["A2", "A2"]', "Die Kennzahl „A2“ ist zweimal genannt."),
    "without polarity": ('status = ["A2"]', 'status = ["D1"]', "Die Kennzahl „D1“ hat im Katalog keine Richtung"),
    "k too large": ("k = 1", "k = 2", "Verlangt werden 2 ungünstige Kennzahlen (k), genannt sind aber nur 1."),
    "k missing": ("k = 1\n", "", "Der Schlüssel „k“ fehlt"),
    "confidence": ("99.8", "90", "Bei „confidence“ steht „90“, erlaubt sind nur: 95, 99.8."),
    "no list": ('status = ["A2"]', 'status = "A2"', "erwartet wird eine Liste von Texten"),
    "unknown rule": ('rule = "county"', 'rule = "kreis"', "erlaubt sind nur: county, mss, significance."),
    "version": ('decided_by = "Kreistag"', "version = 0", "Bei „version“ steht „0“, der kleinste erlaubte Wert ist 1."),
    "weight of other": ("{ A2 = 2 }", "{ A1 = 2 }", "Bei „weights“ steht ein Gewicht für „A1“, aber die Regel nennt diese Kennzahl nicht."),
    "weight 0": ("{ A2 = 2 }", "{ A2 = 0 }", "Bei „weights“ steht für „A2“ „0“. Ein Gewicht muss eine Zahl größer als 0 sein"),
    "weight a text": ("{ A2 = 2 }", '{ A2 = "viel" }', "Bei „weights“ steht für „A2“ „viel“."),
    "weights no section": ("{ A2 = 2 }", "2", "Bei „weights“ steht „2“"),
    "unknown method": ('method = "bh"', 'method = "fdr"', "erlaubt sind nur: confidence, bh."),
    "false discovery": ("= 0.05", "= 5", "der größte erlaubte Wert ist 0"),
    "false discovery alone": ('method = "bh"\n', "", "Der Schlüssel „false_discovery“ wirkt nur zusammen mit „method"),
    "unknown outlier": ('dynamics = ["A2"]', 'outliers = ["12"]', "Das ausgenommene Gebiet 12 (outliers) gibt es nicht."),
}  # fmt: skip


@pytest.mark.parametrize("case", ATTENTION_FAULTS)
def test_faults_of_the_attention_rules(tiny_folder, case):
    old, new, expected = ATTENTION_FAULTS[case]
    tiny_folder.append("county.toml", ATTENTION)
    tiny_folder.replace("county.toml", old, new)
    told = _only(tiny_folder.error_sentences())
    assert expected in told
    assert told.startswith("county.toml, Zeile ")


def test_the_decided_rule_needs_its_section(tiny_folder):
    tiny_folder.append("county.toml", '[attention]\nrule = "mss"\n[attention.county]\nindicators = ["A2"]\nk = 1\n')
    assert "der Abschnitt [attention.mss] fehlt" in _only(tiny_folder.error_sentences())


def test_rules_need_the_inhabitants(tiny_folder):
    tiny_folder.append("county.toml", ATTENTION)
    tiny_folder.replace("county.toml", 'inhabitants = "ew"\n', "")
    assert "Der Schlüssel „inhabitants“ fehlt" in _only(tiny_folder.error_sentences())


def test_an_indicator_without_limits_never_counts_in_the_county_rule(tiny_folder):
    tiny_folder.append("county.toml", ATTENTION.replace('["A2"]\nk', '["A2", "D1"]\nk'))
    tiny_folder.replace("catalogue.toml", "polarity = 0", "polarity = 1")
    assert "Die Kennzahl „D1“ hat keine Vertrauensgrenzen" in _only(tiny_folder.warnings())


def test_an_indicator_without_limits_has_no_place_in_the_significance_rule(tiny_folder):
    tiny_folder.append("county.toml", ATTENTION.replace('["A2"]\nmethod', '["A2", "D1"]\nmethod'))
    tiny_folder.replace("catalogue.toml", "polarity = 0", "polarity = 1")
    told = _only(tiny_folder.error_sentences())
    assert "Abschnitt [attention.significance]: Die Kennzahl „D1“ hat keine Vertrauensgrenzen" in told


def test_every_rule_carries_the_version_of_the_method(tiny_folder):
    tiny_folder.append("county.toml", ATTENTION.replace('decided_by = "Kreistag"', "version = 3"))
    attention = tiny_folder.open().county.attention
    assert {attention.version, attention.county.version, attention.mss.version, attention.significance.version} == {3}


def test_inhabitants_that_nobody_delivered(tiny_folder):
    tiny_folder.replace("county.toml", 'inhabitants = "ew"', 'inhabitants = "bevoelkerung"')
    assert "Das Merkmal „bevoelkerung“ für die Einwohnerzahl" in _only(tiny_folder.warnings())
