"""Sentences about the counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from problem import Problem
from texts.numbers import german_int
from texts.problem_words import is_single, words_of, year_ranges

Teller = Callable[[Problem], str]


def one_or_many(one: str, many: str) -> Teller:
    """The sentence for a single area or measure, or the one for several."""
    return lambda problem: (one if is_single(problem) else many).format_map(words_of(problem))


def measure_unknown(problem: Problem) -> str:
    words = words_of(problem)
    verb = "Das Merkmal" if is_single(problem) else "Diese Merkmale"
    used = "wird von keiner Kennzahl gebraucht" if is_single(problem) else "werden von keiner Kennzahl gebraucht"
    hint = f" Gemeint ist vermutlich: {words['matches']}." if words["matches"] else ""
    return (
        f"{verb} {words['measures']} {used}.{hint} Daten, für die der Katalog keinen Zweck nennt, werden nicht "
        "gelesen: bitte den Namen berichtigen, die Kennzahl in catalogue.toml beschreiben oder die Zeilen entfernen."
    )


def count_negative(problem: Problem) -> str:
    if "numbers" not in problem.facts:
        return f"Eine Anzahl ist negativ, Gebiet {words_of(problem)['areas']}. Bitte berichtigen."
    return (
        "Negative Zahlen kann es hier nicht geben: {numbers} (Merkmal {measures}, Gebiet {areas}). Bitte berichtigen; "
        "−1 heißt „nichts vorhanden“ und −9 „geheim“."
    ).format_map(words_of(problem))


def numerator_above_denominator(problem: Problem) -> str:
    if "number" not in problem.facts:
        return f"Der Zähler ist größer als der Nenner, Gebiet {words_of(problem)['areas']}. Bitte berichtigen."
    return (
        "Der Zähler ist größer als der Nenner: {numerator_name} ({measure}) {number}, {denominator_name} "
        "({denominator}) {other}, im Jahr {year}{group_words}, Gebiet {areas}. Bitte beide Zahlen prüfen."
    ).format_map(words_of(problem)) + _cells(problem)


def parts_differ(problem: Problem) -> str:
    told = (
        "Die Teile ergeben nicht das Ganze: {measure}, {year}{group_words}, Gebiet {areas}: geliefert {number}, Summe der "
        "Teile {other}. Bitte berichtigen oder nur eine der beiden Ebenen liefern."
    )
    return told.format_map(words_of(problem)) + _cells(problem) + _may_be_meant(problem)


def _may_be_meant(problem: Problem) -> str:
    """The key of county.toml that says that a whole counts more than its parts."""
    sources = [f"[sources.{each}]" for each in _listed(problem.facts.get("silent"))]
    if not sources:
        return ""
    return (
        " Zählt das Ganze auch Menschen, die sich keinem seiner Gebiete zuordnen lassen, bitte in county.toml bei "
        f"{' und '.join(sources)} „unplaced = true“ ergänzen."
    )


def _cells(problem: Problem) -> str:
    cells = problem.facts.get("cells", 1)
    if not isinstance(cells, int) or cells <= 1:
        return ""
    return f" Die Zahlen sind der erste von {german_int(cells)} Fällen."


def years_missing(problem: Problem) -> str:
    words, facts = words_of(problem), problem.facts
    years = [int(year) for year in _listed(facts.get("years"))]
    verb = "fehlt" if len(years) == 1 else "fehlen"
    partly = " (nicht überall alle)" if facts.get("partly") else ""
    return f"{words['measure_name']} ({words['measure']}): {year_ranges(years)} {verb}{partly} für {_where(problem)}."


def _where(problem: Problem) -> str:
    """ "Bornheim (12 Baublöcke)", "alle 158 Quartiere" or the areas themselves."""
    words, facts = words_of(problem), problem.facts
    count = facts.get("count", 0)
    how_many = f"{words['count']} {words['level_name'] if count == 1 else words['level_plural']}"
    if facts.get("everywhere"):
        return f"alle {how_many}" if count != 1 else f"das ganze Gebiet ({words['level_name']})"
    within = [str(name) for name in _listed(facts.get("within"))]
    if within:
        named = ", ".join(within[:3]) + (f" und {len(within) - 3} weitere" if len(within) > 3 else "")
        return f"{named} ({how_many})"
    return areas_of(problem)


def areas_of(problem: Problem) -> str:
    """The areas of a warning that counts them itself."""
    facts = {**problem.facts, "distinct": problem.facts.get("count", 1)}
    return words_of(replace(problem, facts=facts))["areas"]


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


SENTENCES: dict[str, str | Teller] = {
    "counts_missing": "Im Datenordner gibt es keine Zahlen. Erwartet wird counts.csv, counts.xlsx oder counts.parquet.",
    "counts_without_values": "In den gelieferten Dateien steht kein einziger Wert. Bitte die Spalte wert füllen.",
    "value_not_numeric": "Das ist keine Zahl und kein bekanntes Zeichen: {values}. Erlaubt sind Zahlen und die Zeichen "
    "–, ., •, /, x sowie −1 und −9.",
    "value_thousands": "Das kann eine Dezimalzahl oder eine Zahl mit Tausendertrennzeichen sein: {values}. Bitte ohne "
    "Tausendertrennzeichen liefern, also 1234 oder 1234,5.",
    "value_empty": "Hier steht kein Wert. Die Angabe gilt als nicht geliefert, nicht als 0.",
    "cell_empty": "In der Spalte „{column}“ steht nichts. Bitte ergänzen.",
    "year_invalid": "Das ist kein Jahr zwischen 1900 und 2100: {values}. Bitte nur die Jahreszahl liefern.",
    "area_leading_zero_lost": one_or_many(
        "Das Gebiet {areas} gibt es nicht. Vermutlich fehlt die führende Null: {matches} würde passen. Bitte die "
        "Spalte gebiet als Text speichern.",
        "Die Gebiete {areas} gibt es nicht. Vermutlich fehlt die führende Null, passen würden: {matches}. Bitte die "
        "Spalte gebiet als Text speichern.",
    ),
    "boundary_leading_zero_lost": "Das Gebiet {areas} gibt es nicht, wohl aber {matches}: Vermutlich hat der Schlüssel "
    "in den Gebietsgrenzen die führende Null verloren. Bitte dort die Spalte id als Text speichern.",
    "area_unknown": one_or_many(
        "Das Gebiet {areas} gibt es nicht. Bitte den Schlüssel prüfen oder das Gebiet in den Grenzen ergänzen.",
        "Diese Gebiete gibt es nicht: {areas}. Bitte die Schlüssel prüfen oder die Gebiete in den Grenzen ergänzen.",
    ),
    "area_no_longer_valid": one_or_many(
        "Das Gebiet {areas} gilt am Stichtag nicht. Seine Zahlen werden nicht gezeigt.",
        "Diese Gebiete gelten am Stichtag nicht: {areas}. Ihre Zahlen werden nicht gezeigt.",
    ),
    "measure_unknown": measure_unknown,
    "measure_not_delivered": "{measure_name} ({measure}) ist nicht geliefert. Ohne diese Zahlen kann nicht gezeigt "
    "werden: {indicators}.",
    "inhabitants_not_delivered": "Das Merkmal „{measure}“ für die Einwohnerzahl (inhabitants in county.toml) ist nicht "
    "geliefert. Ohne Einwohnerzahl wird kein Gebiet bewertet.",
    "group_unknown": "Unbekannte Altersgruppe: {groups} bei Merkmal „{measure}“. Erlaubt sind: {known}. Excel macht "
    "aus 5-9 gern ein Datum; bitte die Spalte gruppe als Text speichern.",
    "row_duplicate": "Diese Angabe steht schon in {first_file}, Zeile {first_line} (Gebiet {areas}, {year}, "
    "{measure}{group_words}). Bitte eine der beiden Zeilen löschen.",
    "count_negative": count_negative,
    "count_not_whole": "Hier werden ganze Zahlen erwartet, geliefert ist {numbers} (Merkmal {measures}, Gebiet "
    "{areas}). Bitte Anzahlen liefern, keine Anteile oder gerundeten Werte.",
    "numerator_above_denominator": numerator_above_denominator,
    "base_not_positive": "Der Nenner ist 0 oder negativ, Gebiet {areas}. Bitte berichtigen.",
    "parts_differ_from_parent": parts_differ,
    "years_missing": years_missing,
    "protection_impossible": "Die Geheimhaltung ist nicht möglich: Merkmal {measures}, Ebene {level}, Gebiet {areas}, "
    "{years}. Zahlen, die gezeigt werden müssen oder schon einmal gezeigt wurden, würden hier eine geheime Zahl verraten. "
    "Nichts wird gezeigt; bitte in county.toml „public_levels“ oder die Schwellen der Quelle prüfen.",
    "indicator_constant": "Die Kennzahl „{indicator}“ hat in allen Gebieten denselben Wert. Damit lässt sich kein "
    "Index bilden; bitte die Kennzahl aus der Regel nehmen.",
}
