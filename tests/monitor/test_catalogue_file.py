"""catalogue.toml: what an indicator must say, and the sentence for everything it may not."""

import pytest

from indicators.catalogue import Method


def test_an_indicator_as_described(tiny_folder):
    tiny_folder.replace(
        "catalogue.toml", "polarity = -1", "polarity = -1\npool = 3\nyears = [2024]\ntarget = 10\ndecimals = 2"
    )
    indicator = tiny_folder.open().catalogue["A2"]
    assert indicator.method is Method.PROPORTION
    assert (indicator.numerator, indicator.denominator) == ("sgb2_u15", "ew_u15")
    assert (indicator.polarity, indicator.pool, indicator.years, indicator.target) == (-1, 3, (2024,), 10)
    assert (indicator.per, indicator.unit, indicator.decimals) == (100.0, "%", 2)


def test_indicators_keep_the_order_of_the_file(tiny_folder):
    assert list(tiny_folder.open().catalogue) == ["A2", "D1"]


# what is replaced in the section [A2], by what, what the sentence says
FAULTS = {
    "unknown key": ("polarity = -1", "polarity = -1\npolarty = 1", "Zeile 10: Abschnitt [A2]: Den Schlüssel „polarty“ gibt es nicht. Gemeint ist vermutlich „polarity“."),
    "name missing": ('name = "Kinderarmut"\n', "", "catalogue.toml, Zeile 1: Abschnitt [A2]: Der Schlüssel „name“ fehlt oder ist leer."),
    "purpose missing": ('purpose = "Sozialplanung."\n', "", "Der Schlüssel „purpose“ fehlt oder ist leer."),
    "method": ('"proportion"', '"prozent"', "Bei „method“ steht „prozent“, erlaubt sind nur: proportion, rate,"),
    "polarity": ("polarity = -1", "polarity = 2", "erlaubt sind nur: -1, 0, 1."),
    "polarity as text": ("polarity = -1", 'polarity = "-1"', "erwartet wird eine ganze Zahl"),
    "effect level": ("polarity = -1", 'polarity = -1\neffect_level = "ergebnis"', "erlaubt sind nur: input, output, outcome"),
    "unknown level": ('level = "quartier"', 'level = "quartiere"', "Die Ebene „quartiere“ ist in county.toml nicht beschrieben. Gemeint ist vermutlich „quartier“."),
    "unknown source": ('source = "amt"', 'source = "jobcenter"', "Die Quelle „jobcenter“ ist in county.toml nicht beschrieben. Vorhanden sind: amt."),
    "no denominator": ('denominator = "ew_u15"\n', "", "Die Methode Anteil (proportion) braucht den Schlüssel „denominator“."),
    "denominator of a count": ('method = "proportion"', 'method = "count"', "Der Schlüssel „denominator“ passt nicht zur Methode Anzahl (count)."),
    "numerator is denominator": ('"ew_u15"', '"sgb2_u15"', "Zähler und Nenner sind dasselbe Merkmal „sgb2_u15“."),
    "no standard": ('"proportion"', '"standardised"', "braucht den Schlüssel „standard“"),
    "standard without need": ("polarity = -1", 'polarity = -1\nstandard = "ESP2013"', "Der Schlüssel „standard“ passt nicht zur Methode"),
    "signed": ("polarity = -1", "polarity = -1\nsigned = true", "Der Schlüssel „signed“ passt nicht zur Methode"),
    "per": ("polarity = -1", "polarity = -1\nper = 0", "Der Faktor muss größer als 0 sein"),
    "pool": ("polarity = -1", "polarity = -1\npool = 0", "Bei „pool“ steht „0“, der kleinste erlaubte Wert ist 1."),
    "pool without end": ("polarity = -1", "polarity = -1\npool = 99999999999", "der größte erlaubte Wert ist 20."),
    "bound without pool": ("polarity = -1", "polarity = -1\npool_below = 100", "Der Schlüssel „pool_below“ wirkt nur zusammen mit „pool“."),
    "bound without smoothing": ("polarity = -1", "polarity = -1\nsmooth_below = 100", "„smooth_below“ wirkt nur zusammen mit „smoothing“."),
    "smoothing": ("polarity = -1", 'polarity = -1\nsmoothing = "stark"', "erlaubt sind nur: global, local."),
    "smoothing of a ratio": ('"proportion"', '"ratio"\nsmoothing = "global"', "Der Schlüssel „smoothing“ passt nicht zur Methode"),
    "target": ("polarity = -1", 'polarity = -1\ntarget = "95"', "erwartet wird eine Zahl ohne Anführungszeichen"),
    "decimals": ("polarity = -1", "polarity = -1\ndecimals = 9", "Bei „decimals“ steht „9“"),
    "years": ("polarity = -1", "polarity = -1\nyears = [20]", "liegt"),
    "breaks falling": ("polarity = -1", "polarity = -1\nbreaks = [90, 80]", "Bei „breaks“ werden 1 bis 6 Zahlen erwartet, von klein nach groß"),
    "breaks empty": ("polarity = -1", "polarity = -1\nbreaks = []", "Bei „breaks“ werden 1 bis 6 Zahlen erwartet"),
    "breaks as text": ("polarity = -1", 'polarity = -1\nbreaks = ["5"]', "eine Liste von Zahlen wie [5, 10, 12.5]"),
    "id": ("[A2]", '["A 2"]', "Die Kennung „A 2“ einer Kennzahl"),
    "twice": ("[D1]", "[A2]", "catalogue.toml, Zeile 15: Diese Überschrift oder dieser Schlüssel kommt schon weiter oben vor."),
    "decimal comma": ("polarity = -1", "polarity = -1\nper = 0,5", "catalogue.toml, Zeile 10: "),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_faults_of_an_indicator(tiny_folder, case):
    old, new, expected = FAULTS[case]
    tiny_folder.replace("catalogue.toml", old, new)
    told = tiny_folder.error_sentences()
    assert any(expected in each for each in told), told
    assert told[0].startswith("catalogue.toml")


def test_a_level_that_is_never_shown(tiny_folder):
    tiny_folder.replace("county.toml", 'plural = "Quartiere"', 'plural = "Quartiere"\npublished = false')
    told = tiny_folder.error_sentences()
    assert "catalogue.toml, Zeile 10: Abschnitt [A2]: Die Ebene „quartier“ wird nicht gezeigt" in told[0]


def test_a_catalogue_of_one_indicator(tiny_folder):
    catalogue = (tiny_folder.path / "catalogue.toml").read_text(encoding="utf-8")
    tiny_folder.write("catalogue.toml", catalogue[catalogue.index("[D1]") :])
    tiny_folder.write(
        "counts.csv", tiny_folder.text([row for row in tiny_folder.rows() if row[2] in ("merkmal", "ew")])
    )
    assert list(tiny_folder.open().catalogue) == ["D1"]
