"""The command line on the county of `conftest`: four quarters, all shares by hand."""

import pandas as pd
import pytest

from monitor.cli import main

RULES = """
[attention]
rule = "county"
decided_by = "Kreistag"
decided_on = "1. Juli 2025"

[attention.county]
indicators = ["A2"]
k = 1
confidence = 95
"""


def _read(path):
    return pd.read_csv(path, sep=";", decimal=",", dtype={"gebiet": str}, keep_default_na=False)


def _compute(folder, tmp_path, *more):
    out = tmp_path / "werte.csv"
    assert main(["compute", str(folder.path), "--year", "2024", "--out", str(out), *more]) == 0
    return _read(out)


def test_check_says_that_all_is_well(tiny_folder, capsys):
    assert main(["check", str(tiny_folder.path)]) == 0
    assert "in Ordnung" in capsys.readouterr().out


def test_check_lists_the_problems_and_ends_with_one(tiny_folder, capsys):
    tiny_folder.append("counts.csv", "99999999;2024;ew;;5")
    assert main(["check", str(tiny_folder.path)]) == 1
    said = capsys.readouterr().err
    assert "99999999" in said and "counts.csv" in said and "Traceback" not in said


def test_compute_writes_counts_shares_limits_and_comparison(tiny_folder, tmp_path):
    rows = _compute(tiny_folder, tmp_path, "--level", "quartier", "--indicator", "A2")
    assert list(rows.columns) == [
        "gebiet", "indikator", "jahr", "zaehler", "nenner", "wert", "unten95", "oben95", "unten998", "oben998",
        "geglaettet", "vergleich", "zielwert", "trend", "zeichen", "zuschnitt", "freigabe",
    ]  # fmt: skip
    assert rows["wert"].astype(float).tolist() == [10, 20, 20, 25]
    assert rows["zaehler"].tolist() == [15, 60, 40, 20]
    assert pd.api.types.is_integer_dtype(rows["zaehler"])  # 15, never 15,0
    # Wilson 15 of 150: (33.8415 ∓ 14.9062)/307.6829 = 6.1541–15.8435 %; the county has 135 of 730 = 18.49 %
    assert float(rows["unten95"][0]) == pytest.approx(6.1541, abs=1e-4)
    assert float(rows["oben95"][0]) == pytest.approx(15.8435, abs=1e-4)
    assert rows["vergleich"].tolist() == ["günstiger (95 %)", "ähnlich", "ähnlich", "ähnlich"]


def test_municipalities_are_the_sums_of_their_quarters(tiny_folder, tmp_path):
    rows = _compute(tiny_folder, tmp_path, "--level", "gemeinde", "--indicator", "A2")
    assert rows["wert"].astype(float).tolist() == pytest.approx([100 * 75 / 450, 100 * 60 / 280])
    whole = _compute(tiny_folder, tmp_path, "--level", "kreis", "--indicator", "A2")
    assert float(whole["wert"][0]) == pytest.approx(100 * 135 / 730)


def test_a_hidden_value_is_hidden_in_every_column(tiny_folder, tmp_path):
    tiny_folder.replace("counts.csv", "05999001-01;2024;sgb2_u15;;15", "05999001-01;2024;sgb2_u15;;2")
    rows = _compute(tiny_folder, tmp_path, "--level", "quartier", "--indicator", "A2").set_index("gebiet")
    # Its only sibling goes with it: 62 − 60 would give the 2.
    for area in ("05999001-01", "05999001-02"):
        assert (rows.loc[area, ["zaehler", "nenner", "wert", "unten95", "oben998", "vergleich"]] == "").all()
        assert rows.loc[area, "zeichen"] == "•"
    assert rows.loc["05999002-01", "zeichen"] == ""


def test_attention_names_the_reasons(tiny_folder, tmp_path):
    tiny_folder.append("county.toml", RULES)
    tiny_folder.replace("counts.csv", "05999002-02;2024;sgb2_u15;;20", "05999002-02;2024;sgb2_u15;;60")
    out = tmp_path / "flags.csv"
    assert main(["attention", str(tiny_folder.path), "--level", "quartier", "--year", "2024", "--rule", "county",
                 "--draws", "200", "--out", str(out)]) == 0  # fmt: skip
    flags = _read(out).set_index("gebiet")
    assert list(flags.columns) == [
        "index", "status", "dynamik", "auffaellig", "abstand", "wahrscheinlichkeit", "sicherheit", "rang_von", "rang_bis",
        "einfluss", "annahmen", "gruende", "verfahren", "verfahrensart", "zuschnitt", "freigabe",
    ]  # fmt: skip
    # 75 % of 80: (0.75 − 0.23973)/√(0.23973 · 0.76027/80) less 1.95996
    assert float(flags["abstand"].iloc[3]) == pytest.approx(8.7303, abs=1e-3)
    assert float(flags["wahrscheinlichkeit"].iloc[3]) == 1 and flags["sicherheit"].iloc[3] == "sicher"
    assert set(flags["verfahren"].astype(str)) == {"1"}
    assert flags["auffaellig"].tolist() == ["nein", "nein", "nein", "ja"]
    # 60 of 80 = 75 %; the county has 175 of 730 = 24.0 %
    assert flags.loc["05999002-02", "gruende"] == "Kinderarmut 75,0 % (Kreis 24,0 %)"


def _attention(folder, out):
    return ["attention", str(folder.path), "--level", "quartier", "--year", "2024", "--out", str(out)]


def test_what_varies_between_the_draws_can_be_chosen(tiny_folder, tmp_path, capsys):
    tiny_folder.append("county.toml", RULES)
    out = tmp_path / "flags.csv"
    asked = [*_attention(tiny_folder, out), "--rule", "county"]
    for given, told in (([], "zufall"), (["--assumptions", "zufall,mindestzahl"], "zufall,mindestzahl")):
        assert main([*asked, "--draws", "50", *given]) == 0
        assert set(_read(out)["annahmen"]) == {told}
    assert main([*asked, "--assumptions", "zufall,einwohner"]) == 1
    assert (
        "Die Annahmen „zufall,einwohner“ kennt diese Regel nicht. Möglich sind: zufall, weglassen, mindestzahl."
        in capsys.readouterr().err
    )


def test_a_rule_the_county_does_not_have(tiny_folder, tmp_path, capsys):
    tiny_folder.append("county.toml", RULES)
    asked = _attention(tiny_folder, tmp_path / "x.csv")
    assert main([*asked, "--rule", "significance"]) == 1
    assert "Der Abschnitt [attention.significance] fehlt" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([*asked, "--rule", "county", "--draws", "0"])
    assert "„0“ ist keine ganze Zahl ab 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--level", "mond", "--year", "2024"], "mond"),
        (["--level", "quartier", "--year", "1850"], "1850"),
        (["--level", "quartier", "--year", "2024", "--indicator", "Z9"], "Z9"),
    ],
)
def test_what_does_not_exist_is_named(tiny_folder, tmp_path, capsys, arguments, words):
    assert main(["compute", str(tiny_folder.path), *arguments, "--out", str(tmp_path / "x.csv")]) == 1
    assert words in capsys.readouterr().err


def test_the_file_opens_in_german_excel(tiny_folder, tmp_path):
    _compute(tiny_folder, tmp_path, "--level", "gemeinde", "--indicator", "A2")
    content = (tmp_path / "werte.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and b";" in content and b"16,66" in content
