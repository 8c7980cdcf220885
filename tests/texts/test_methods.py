"""The texts of the methods: complete, in step with the code that computes them and with docs/methoden.md."""

import importlib
import re
from pathlib import Path

import pytest

from indicators.catalogue import Indicator, Method, Smoothing
from indicators.county_rule import CountyRule
from indicators.mss_rule import MssRule
from indicators.plan import Plan
from indicators.standard_population import STANDARDS
from monitor.county import AttentionSpec, Protection
from texts.methods import GROUPS, METHOD_TEXTS, METHODS, STANDARD_NAMES
from texts.methods.document import document
from texts.methods.in_use import COLUMNS, Facts, methods_in_use

ROOT = Path(__file__).resolve().parents[2]
# What methods are made of: shapes, checks and names, no method of its own.
NO_METHODS = {
    "__init__",
    "catalogue",
    "counted",
    "counts",
    "evidence",
    "guards",
    "shapes",
    "signs",
    "values",
    "year_axis",
}


def _functions():
    for method in METHOD_TEXTS.values():
        for entry in method.functions:
            file, names = entry.split(" ", 1)
            module = file.removesuffix(".py").replace("/", ".")
            yield from ((module, name) for name in names.split(", "))


@pytest.mark.parametrize("method", METHOD_TEXTS.values(), ids=METHOD_TEXTS)
def test_every_method_is_told_completely_in_german(method):
    prose = (method.answers, method.used, method.reading, method.edges)
    assert all(prose) and method.title and method.latex and method.source and method.functions
    assert method.answers.endswith("?")
    assert all(text.endswith(".") for text in prose[1:])
    assert re.fullmatch(r"[a-z-]+", method.key)
    # 1.000 is a thousand; a dot before one or two digits would be an English decimal
    assert not any(re.search(r"\d\.\d{1,2}(?!\d)", text) for text in (*prose, *method.latex))


def test_keys_are_told_apart():
    assert len(METHOD_TEXTS) == sum(len(group.methods) for group in GROUPS)


@pytest.mark.parametrize(("module", "name"), sorted(set(_functions())))
def test_what_computes_a_method_exists(module, name):
    assert hasattr(importlib.import_module(f"indicators.{module}"), name)


def test_no_method_without_a_text():
    """Every module; of a package, which is one method in several files, at least one."""
    folder = ROOT / "indicators"
    files, packages = folder.glob("*.py"), folder.glob("*/__init__.py")
    modules = {path.stem for path in files} | {path.parent.name for path in packages}
    assert modules - NO_METHODS == {module.split(".")[0] for module, _ in _functions()}


def test_the_document_is_up_to_date():
    """`make methods` writes it."""
    assert (ROOT / "docs" / "methoden.md").read_text(encoding="utf-8") == document()


def test_formulas_reach_the_document_unchanged():
    written = document()
    for method in METHOD_TEXTS.values():
        assert all(f"```math\n{line}\n```" in written for line in method.latex)
    assert set(re.findall(r"\]\(#([^)]+)\)", written)) == set(re.findall(r'<a id="([^"]+)">', written))


def test_every_code_of_a_catalogue_has_its_words():
    assert set(METHODS) == set(Method)
    assert set(STANDARD_NAMES) == set(STANDARDS)


def _facts(plans=None, years=10, changes=True, attention=None, protection=None, **indicator):
    described = {
        "id": "X1",
        "name": "X",
        "theme": "",
        "method": Method.PROPORTION,
        "numerator": "x",
        "numerator_name": "X",
    }
    return Facts(
        Indicator(**(described | indicator)),
        plans or {"Kommunen": Plan(), "Quartiere": Plan()},
        years,
        changes,
        attention or AttentionSpec(),
        protection or Protection(),
    )


def _told(*keys, **facts):
    return [(each.short, each.sentence) for each in methods_in_use(_facts(**facts)) if each.key in keys]


@pytest.mark.parametrize("method", Method)
def test_whatever_applies_has_a_text_and_a_column(method):
    standard = "ESP2013" if method is Method.STANDARDISED else ""
    found = methods_in_use(_facts(method=method, standard=standard, target=5, polarity=1, unit="%"))
    assert {each.key for each in found} <= set(METHOD_TEXTS)
    assert {each.column for each in found} <= {*COLUMNS, ""}
    assert all(each.sentence.endswith(".") for each in found)


def test_a_proportion_has_an_interval_a_comparison_and_its_own_trend_test():
    assert [each.key for each in methods_in_use(_facts())] == [
        "anteil", "kreisvergleich", "trend", "veraenderung", "zusammenzaehlen", "geheimhaltung",
    ]  # fmt: skip
    assert _told("trend") == [("Cochran–Armitage", "Fünf Jahre, Test von Cochran und Armitage.")]
    assert _told("trend", method=Method.RATE) == [("gewichtete Gerade", "Fünf Jahre, gewichtete Regression.")]


def test_pooled_years_are_named_with_their_level_and_have_no_trend():
    plans = {"Kommunen": Plan(), "Quartiere": Plan(pool=3)}
    told = {"plans": plans, "pool": 3, "pool_below": 100.0}
    assert _told("zusammengefasste-jahre", **told) == [
        (
            "3 Jahre",
            "Drei Jahrgänge werden addiert (nur Quartiere): dort hat ein Jahrgang meist weniger als 100 Personen.",
        )
    ]
    assert _told("trend", **told) == [
        (
            "Cochran–Armitage",
            "Fünf Jahre, Test von Cochran und Armitage; nicht für Quartiere, weil sich deren Zeiträume überschneiden.",
        )
    ]
    everywhere = {"plans": dict.fromkeys(plans, Plan(pool=3)), "pool": 3}
    assert _told("zusammengefasste-jahre", **everywhere) == [
        ("3 Jahre", "Drei Jahrgänge werden addiert: ein Jahrgang allein ist zu klein.")
    ]
    assert _told("trend", **everywhere) == [
        ("", "Kein Trend, weil sich die zusammengefassten Zeiträume überschneiden.")
    ]


def test_too_few_years_and_values_without_interval_have_no_trend():
    assert _told("trend", years=4) == [("", "Kein Trend, weil es weniger als fünf Jahre gibt.")]
    assert _told("trend", method=Method.COUNT) == [("", "Kein Trend, weil die Werte keinen Vertrauensbereich haben.")]
    assert _told("kreisvergleich", method=Method.COUNT) == []
    assert _told("veraenderung", changes=False) == [
        ("", "Keine Veränderung, weil es keine zwei vergleichbaren Jahre gibt.")
    ]


def test_smoothing_says_from_whom_and_where():
    plans = {"Kommunen": Plan(), "Quartiere": Plan(smoothing=Smoothing.LOCAL)}
    [(short, sentence)] = _told("glaettung", plans=plans, smoothing=Smoothing.LOCAL)
    assert short == "mit Nachbarn"
    assert "zum Mittel der Nachbargebiete (nur Quartiere)" in sentence


def test_a_target_is_said_in_the_direction_of_the_indicator():
    assert _told("zielwert", target=95.0, unit="%", polarity=1) == [
        ("95 %", "Das Ziel sind mindestens 95 %, beurteilt mit dem Vertrauensbereich.")
    ]
    assert _told("zielwert", target=2.5, unit="%", polarity=-1)[0][1].startswith("Das Ziel sind höchstens 2,5 %")


def test_rules_that_use_the_indicator_are_named():
    attention = AttentionSpec(county=CountyRule(("X1",), 1, 95), mss=MssRule(status=("X1",), dynamics=("X1",)))
    found = methods_in_use(_facts(attention=attention))
    assert [(each.name, each.key, each.sentence) for each in found if each.name] == [
        ("Kreisregel", "kreisvergleich", "Zählt mit, wenn der Wert mit 95 % Sicherheit ungünstiger ist als der Kreis."),
        ("MSS-Regel", "status-dynamik", "Geht ein in: Status und Dynamik."),
    ]


def test_the_source_decides_what_is_secret():
    assert _told("geheimhaltung", protection=Protection(threshold=5, minimum_base=30)) == [
        ("", "Anzahlen unter 5 sind geheim, ebenso Anteile und Raten auf weniger als 30.")
    ]
    assert "werden gezeigt" in _told("geheimhaltung", protection=Protection(threshold=0))[0][1]
