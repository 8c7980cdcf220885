"""Examples of the county made to be checked by hand: 15 of 150, 60 of 300, 40 of 200 and 20 of 80 children, 135 of 730 in all.

Limits from statsmodels 0.15 (Wilson), p-values adjusted with its `multipletests`; everything else by hand with the
formulas of the methods' texts.
"""

import re

import pytest

from monitor.release import make_release
from monitor.worked_examples import EXAMPLES, worked_example
from tests.sample_county import sample_release
from texts.attention import NO_RULE
from texts.methods import METHOD_TEXTS

FIRST = "05999001-01"
MISSING = re.compile(r"\bnan\b|(?<!\w)–(?!\w)")  # a number that is not there, printed all the same
SPATIAL = "raeumliche-haeufung"  # takes seconds: asked for in tests of its own


@pytest.fixture
def release(tiny_folder):
    return make_release(tiny_folder.open())


@pytest.fixture(scope="module")
def sample():
    return sample_release()


def _written(example):
    cells = [] if example.table is None else [*example.table.columns, *example.table.to_numpy().ravel()]
    return "\n".join([*example.sentences, *map(str, cells)])


def _column(example, name):
    return example.table[name].tolist()


def _more_years(folder, *years):
    rows = [row for row in folder.rows() if row[1] == "2023"]
    folder.append("counts.csv", *(";".join((row[0], str(year), *row[2:])) for year in years for row in rows))


def _set(folder, measure, year, old, new):
    folder.replace("counts.csv", f"{FIRST};{year};{measure};;{old}\n", f"{FIRST};{year};{measure};;{new}\n")


def test_there_is_an_example_for_every_method_and_for_no_other():
    assert set(EXAMPLES) == set(METHOD_TEXTS)


# Numbers


def test_a_proportion_with_both_intervals_and_what_a_larger_area_would_have(release):
    sentences = worked_example(release, "anteil", "A2").sentences
    assert sentences[0] == (
        "Alfdorf 01, Kinderarmut 2024: 15 von 150 sind 10,0 %; 95-%-Vertrauensbereich 6,2 bis 15,8 %, 99,8-%-Vertrauensbereich 4,7 bis 20,1 %."
    )
    assert sentences[1] == "Gezählt sind: Kinder in der Grundsicherung. Basis: Kinder unter 15 Jahren."
    # 150 of 1,500: 8.58–11.62
    assert "150 von 1.500" in sentences[2] and sentences[2].endswith("8,6 bis 11,6 %.")


def test_a_mean_with_its_t_interval(release):
    # t(0.975; 35) = 2.0301: 12 ∓ 2.0301 · 3/6
    assert (
        worked_example(release, "mittelwert", "A2")
        .sentences[1]
        .endswith("95-%-Vertrauensbereich 11,0 bis 13,0 Minuten.")
    )


def test_observed_and_expected(release):
    # expected 150 · 135/730 = 27.74; 15/27.74 = 0.541; Byar 8.389–24.741 over it
    written = worked_example(release, "standardisiertes-verhaeltnis", "A2").sentences[0]
    assert "wären 27,7 Fälle zu erwarten, gezählt sind 15. Das Verhältnis ist 0,54" in written
    assert written.endswith("0,30 bis 0,89.")


def test_a_value_without_interval(tiny_folder):
    tiny_folder.replace("catalogue.toml", "per = 1\n", 'per = 1\nunit = ""\ndecimals = 0\n')
    release = make_release(tiny_folder.open())
    assert (
        worked_example(release, "ohne-vertrauensbereich", "A2").sentences[0] == "Alfdorf 02, Einwohnerzahl 2024: 2.000."
    )


def test_three_years_added_up(tiny_folder):
    _more_years(tiny_folder, 2022)
    _set(tiny_folder, "sgb2_u15", 2024, 15, 30)
    sentences = worked_example(make_release(tiny_folder.open()), "zusammengefasste-jahre", "A2").sentences
    assert sentences[0] == "Alfdorf 01, Kinderarmut. 2022: 15 von 150; 2023: 15 von 150; 2024: 30 von 150."
    assert sentences[1].startswith("Zusammen 60 von 450, das sind 13,3 %;")


def test_smoothed_values_lie_between_the_measured_ones_and_the_mean(release):
    example = worked_example(release, "glaettung", "A2")
    assert _column(example, "Basis") == ["80", "150", "300"]
    assert _column(example, "gemessen") == ["25,0 %", "10,0 %", "20,0 %"]
    # m = 0.184932, v = 0.00108838
    assert _column(example, "geglättet") == ["20,6 %", "14,5 %", "19,5 %"]


def test_comparison_with_the_county(release):
    example = worked_example(release, "kreisvergleich", "A2")
    assert example.sentences[0].startswith("Kinderarmut 2024: Der Kreis hat 18,5 %. Alfdorf 01 hat 10,0 %")
    assert example.sentences[0].endswith("„günstiger (95 %)“.")
    assert _column(example, "Vergleich mit dem Kreis") == ["ähnlich", "günstiger (95 %)"]
    assert _column(example, "Quartiere") == ["3", "1"]


def test_control_limits_get_narrower_with_the_base(release):
    # 0.184932 ∓ z·√(0.184932 · 0.815068/n) for n = 80, 150, 300
    example = worked_example(release, "trichter", "A2")
    assert _column(example, "95-%-Grenzen") == ["10,0 bis 27,0 %", "12,3 bis 24,7 %", "14,1 bis 22,9 %"]
    assert _column(example, "99,8-%-Grenzen") == ["5,1 bis 31,9 %", "8,7 bis 28,3 %", "11,6 bis 25,4 %"]
    assert _column(example, "Urteil") == ["ähnlich", "günstiger (95 %)", "ähnlich"]


def test_a_target_is_judged_with_the_interval(tiny_folder):
    tiny_folder.replace("catalogue.toml", "polarity = -1\n", "polarity = -1\ntarget = 16\n")
    example = worked_example(make_release(tiny_folder.open()), "zielwert", "A2")
    # upper limits 15.84, 24.89, 26.09, 35.48; lower limits 6.15, 15.87, 15.05, 16.81
    assert example.sentences[0].startswith("Kinderarmut 2024: Ziel sind höchstens 16,0 %. Alfdorf 01 hat 10,0 %")
    assert example.sentences[0].endswith("„erreicht“.")
    assert _column(example, "Zielwert") == ["erreicht", "nicht zu unterscheiden", "nicht erreicht"]
    assert _column(example, "Quartiere") == ["1", "2", "1"]


def test_many_comparisons_at_once(release):
    # p: 0.0074, 0.5014, 0.5831, 0.1339; adjusted 0.0295, 0.5831, 0.5831, 0.2677
    example = worked_example(release, "viele-vergleiche", "A2")
    assert example.table.iloc[:, 1].tolist() == ["1", "0", "1"]
    assert "4 Vergleiche" in example.sentences[0] and "etwa 0,2 davon" in example.sentences[0]


def test_a_trend_over_five_years(tiny_folder):
    _more_years(tiny_folder, 2020, 2021, 2022)
    for year, number in zip((2021, 2022, 2023, 2024), (20, 25, 30, 45), strict=True):
        _set(tiny_folder, "sgb2_u15", year, 15, number)
    example = worked_example(make_release(tiny_folder.open()), "trend", "A2")
    assert _column(example, "Fälle") == ["15", "20", "25", "30", "45"]
    # N·r² of the 750 single children (Pearson) = 22.1319; weighted slope 4.67 points a year
    assert example.sentences[0] == (
        "Alfdorf 01, Kinderarmut: im Mittel +4,7 Prozentpunkte im Jahr. χ² ist 22,13, die Grenze 9,55: „steigend, ungünstig“."
    )


def test_a_change_with_its_interval(tiny_folder):
    _set(tiny_folder, "sgb2_u15", 2024, 15, 30)
    # Newcombe's method 10 (statsmodels): 1.895–18.087
    assert worked_example(make_release(tiny_folder.open()), "veraenderung", "A2").sentences[0] == (
        "Alfdorf 01, Kinderarmut: 10,0 % (2023), 20,0 % (2024). Die Veränderung ist +10,0 Prozentpunkte; "
        "95-%-Vertrauensbereich +1,9 bis +18,1 Prozentpunkte, statistisch gesichert (95 %)."
    )


def test_scales_side_by_side(release):
    example = worked_example(release, "vergleichbar-machen", "A2")
    # mean 18.75, SD 5.4486; two areas share 20 %
    assert _column(example, "z-Wert") == ["−1,61", "0,23", "1,15"]
    assert _column(example, "Rang") == ["1", "2", "4"]
    assert _column(example, "Prozentrang") == ["0,12", "0,50", "0,88"]
    assert _column(example, "Min–Max") == ["0,00", "0,67", "1,00"]
    assert "Mittel 18,8 %" in example.sentences[0] and "Standardabweichung 5,4" in example.sentences[0]


def test_gini_with_the_base_as_weight(release):
    assert "Der Gini-Koeffizient ist 0,115." in worked_example(release, "gini", "A2").sentences[0]


def test_map_classes_of_every_scheme(release):
    example = worked_example(release, "kartenklassen", "A2")
    bounds = dict(zip(_column(example, "Einteilung"), _column(example, "obere Grenzen"), strict=True))
    assert bounds["gleiche Abstände"] == "13,0; 16,0; 19,0; 22,0; 25,0"
    assert bounds["natürliche Grenzen (Fisher, Jenks)"] == "10,0; 20,0; 25,0"


def test_areas_are_added_up_not_averaged(release):
    assert worked_example(release, "zusammenzaehlen", "A2").sentences == (
        "Kinderarmut 2024: Bergstadt 02 20 von 80 (25,0 %); Alfdorf 02 60 von 300 (20,0 %).",
        "Zusammen 80 von 380, das sind 21,1 %. Das Mittel der beiden Anteile wäre 22,5 % und falsch.",
    )


def test_a_new_area_of_parts(release):
    # 0.6 · 20 + 60 = 72 of 0.6 · 80 + 300 = 348
    assert (
        worked_example(release, "uebertragen", "A2").sentences[2]
        == "Geschätzt hätte das neue Gebiet 72,0 von 348,0, das sind 20,7 %."
    )


def test_what_is_hidden_is_counted_by_reason(tiny_folder):
    _set(tiny_folder, "sgb2_u15", 2024, 15, 2)
    example = worked_example(make_release(tiny_folder.open()), "geheimhaltung", "A2")
    assert "t = 3 und die Mindestbasis 30. 4 Quartiere, davon 2 geheim." in example.sentences[0]
    assert _column(example, "Quartiere") == ["2"]


def test_the_ends_of_the_ladder_in_the_sample(sample):
    """The fifths' counts add up to what the table of the areas shows; the ratio follows from the two printed shares."""
    written = worked_example(sample, "raender", "A2").sentences
    assert (
        "im Fünftel der Quartiere mit den ungünstigsten Werten von SGB-II-Quote 2024 26,4 % (4.741 von 17.952)"
        in written[0]
    )
    # (4741/17952)/(1288/19839) = 4.068
    assert written[1].startswith("Das Verhältnis ist 4,07;")


def test_contributions_add_up_to_the_index(sample):
    example = worked_example(sample, "zusammenfassen", "A2")
    parts = [float(each.replace("−", "-").replace(",", ".")) for each in _column(example, "Beitrag")]
    total = example.sentences[0].split("zusammen ")[1].split(";")[0]
    assert sum(parts) == pytest.approx(float(total.replace("−", "-").replace(",", ".")), abs=0.005)


def test_a_pooled_indicator_hands_the_trend_to_another_one_and_says_so(sample):
    first, second = worked_example(sample, "trend", "G1").sentences
    assert first.startswith("Sprache auffällig bei der Einschulung fasst Jahre zusammen")
    assert "Sprache" not in second


def test_clusters_of_the_sample(sample):
    example = worked_example(sample, SPATIAL, "A2")
    assert "156 Quartiere: Morans I ist 0," in example.sentences[0]
    assert len(example.table) == 6


# Where there is none


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("rate", "Die geladenen Daten enthalten keine Rate."),
        ("standardisierte-rate", "Die geladenen Daten enthalten keine Fälle je Altersgruppe."),
        ("zusammengefasste-jahre", "Die geladenen Daten reichen nicht über drei Jahre."),
        ("zielwert", "Für keine Kennzahl der geladenen Daten ist ein Zielwert genannt."),
        ("trend", "Die geladenen Daten reichen nicht über fünf aufeinanderfolgende einzelne Jahre."),
        (
            "zusammenfassen",
            "Der Kreis hat keine Kennzahlen für einen Index benannt, die in mehreren Gebieten zugleich gezeigt werden.",
        ),
        ("status-dynamik", "Der Kreis hat keine Kennzahlen für Status und Dynamik benannt."),
        ("ungleichheit", "Ein Gefälle lässt sich erst ab 10 Gebieten zeigen."),
        ("raender", "Ein Gefälle lässt sich erst ab 10 Gebieten zeigen."),
        ("quantile", "Fünftel lassen sich erst ab fünf Gebieten mit verschiedenen Werten bilden."),
        (SPATIAL, "Nach Häufungen lässt sich erst ab 10 Gebieten mit verschiedenen Werten suchen."),
        ("geheimhaltung", "In diesen Daten ist kein Wert geheim."),
    ],
)
def test_data_that_hold_no_example_say_why(release, key, reason):
    assert worked_example(release, key, "A2").sentences == (reason,)


def _one_area(folder):
    """A county of one municipality, in one year."""
    folder.replace(
        "county.toml",
        '[[levels]]\nid = "quartier"\nname = "Quartier"\nplural = "Quartiere"\nfile = "areas/quartier.geojson"\n',
        "",
    )
    for _ in range(2):
        folder.replace("catalogue.toml", 'level = "quartier"', 'level = "gemeinde"')
    folder.write_areas("areas/gemeinde.geojson", folder.municipalities()[:1])
    folder.write("counts.csv", "gebiet;jahr;merkmal;gruppe;wert\n" + "".join(
        f"05999001;2024;{measure};;{number}\n" for measure, number in (("ew", 3000), ("ew_u15", 450), ("sgb2_u15", 75))))  # fmt: skip
    return make_release(folder.open())


@pytest.mark.parametrize("key", EXAMPLES)
def test_one_area_in_one_year_is_no_error(tiny_folder, key):
    written = _written(worked_example(_one_area(tiny_folder), key, "A2"))
    assert written.strip() and not MISSING.search(written)


@pytest.mark.parametrize("key", EXAMPLES)
def test_hidden_numbers_are_in_no_example(tiny_folder, key):
    _set(tiny_folder, "sgb2_u15", 2024, 15, 2)
    written = _written(worked_example(make_release(tiny_folder.open()), key, "A2"))
    assert "2 von 150" not in written and "1,3 %" not in written
    # the second one of the municipality is hidden with it: 62 less 2 would give it away
    assert "60 von 300" not in written


@pytest.mark.parametrize("key", EXAMPLES)
@pytest.mark.parametrize("equal", [0, 15])
def test_areas_that_are_all_equal_are_no_error(tiny_folder, key, equal):
    area_rows = [
        (row[0], row[1], row[2], row[3], {"ew_u15": "150", "sgb2_u15": str(equal)}.get(row[2], row[4]))
        for row in tiny_folder.rows()[1:]
    ]
    tiny_folder.write("counts.csv", tiny_folder.text([tiny_folder.rows()[0], *area_rows]))
    written = _written(worked_example(make_release(tiny_folder.open()), key, "A2"))
    assert written.strip() and not MISSING.search(written)


@pytest.mark.parametrize("indicator", ["D1", "D1D", "A2", "A3", "W2", "G4", "G7", "G9", "P2", "T1"])
def test_every_kind_of_indicator_of_the_sample_has_its_examples(sample, indicator):
    for key in EXAMPLES.keys() - {SPATIAL}:
        example = worked_example(sample, key, indicator)
        assert all(sentence.endswith((".", ":")) for sentence in example.sentences), example
        assert not MISSING.search(_written(example)), example


def test_the_chosen_indicator_is_taken_where_it_fits(sample):
    assert "Masern" in worked_example(sample, "anteil", "G4").sentences[0]
    assert "Hilfen zur Erziehung" in worked_example(sample, "rate", "F1").sentences[0]
    assert "Hausärztinnen" in worked_example(sample, "ohne-vertrauensbereich", "G9").sentences[0]


def test_rules_side_by_side_and_how_sure_they_are(sample):
    rules = worked_example(sample, "aufmerksamkeitsregeln", "A1")
    assert _column(rules, "Regel") == ["Kreisregel", "MSS-Regel", "Signifikanzregel"]
    pooled = worked_example(sample, "signifikanzregel", "A1")
    assert len(pooled.table) == 8 and "gemeinsamer Abstand" in pooled.sentences[0]
    sure = worked_example(sample, "wie-sicher", "A1")
    assert len(sure.table) == 5 and set(_column(sure, "Urteil")) <= {"sicher", "wahrscheinlich", "an der Grenze"}


@pytest.mark.parametrize("key", ["aufmerksamkeitsregeln", "signifikanzregel", "wie-sicher"])
def test_a_county_without_rules_has_no_example_of_them(release, key):
    assert worked_example(release, key, "A2").sentences == (NO_RULE,)
