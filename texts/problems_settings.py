"""Sentences about county.toml and catalogue.toml."""

from __future__ import annotations

from collections.abc import Callable

from problem import Problem
from texts.attention import NO_RULE
from texts.problem_words import words_of

TOML_REASONS = {
    "section_twice": "Diese Überschrift oder dieser Schlüssel kommt schon weiter oben vor. Bitte umbenennen oder "
    "zusammenlegen.",
    "key_twice": "Dieser Schlüssel kommt im selben Abschnitt zweimal vor. Bitte eine der beiden Zeilen löschen.",
    "quote_missing": "Ein Text ist nicht mit Anführungszeichen abgeschlossen. Texte stehen in geraden "
    'Anführungszeichen: name = "Text".',
    "equals_missing": 'Zwischen Schlüssel und Wert fehlt das Gleichheitszeichen, zum Beispiel: name = "Text".',
    "value_invalid": "Der Wert ist so nicht lesbar. Texte brauchen gerade Anführungszeichen, Dezimalzahlen einen "
    "Punkt, je Zeile steht ein Wert.",
    "bracket_missing": "Eine Liste ist nicht mit einer eckigen Klammer abgeschlossen.",
    "other": "Diese Zeile ist so nicht lesbar. Bitte mit den Zeilen darüber und darunter vergleichen.",
}
METHODS = {
    "proportion": "Anteil (proportion)",
    "rate": "Rate (rate)",
    "standardised": "standardisierte Rate (standardised)",
    "ratio": "Verhältnis (ratio)",
    "count": "Anzahl (count)",
    "given": "gelieferter Wert (given)",
}


def toml_invalid(problem: Problem) -> str:
    written = f" Dort steht: {words_of(problem)['written']}." if problem.facts.get("written") else ""
    return TOML_REASONS.get(str(problem.facts.get("reason")), TOML_REASONS["other"]) + written


def report_area_unknown(problem: Problem) -> str:
    words = words_of(problem)
    like = f" Meinten Sie {words['like']}?" if problem.facts.get("like") else ""
    return f"Das Gebiet „{words['area']}“ gibt es hier nicht. Gesucht wurde unter: {words['levels']}.{like}"


def _section(problem: Problem) -> str:
    section = str(problem.facts.get("section") or "")
    return f"Abschnitt [{section}]: " if section else ""


def in_section(template: str) -> Callable[[Problem], str]:
    """The template with the section in front of it."""
    return lambda problem: _section(problem) + template.format_map(words_of(problem))


def _method(problem: Problem) -> str:
    method = str(problem.facts.get("method"))
    return METHODS.get(method, method)


def method_needs_key(problem: Problem) -> str:
    needed = problem.facts.get("needed")
    return f"{_section(problem)}Die Methode {_method(problem)} braucht den Schlüssel „{needed}“. Bitte ergänzen."


def key_forbidden(problem: Problem) -> str:
    key = problem.facts.get("key")
    return f"{_section(problem)}Der Schlüssel „{key}“ passt nicht zur Methode {_method(problem)}. Bitte entfernen."


def indicator_unknown(problem: Problem) -> str:
    words = words_of(problem)
    told = "Die Kennzahl „{indicator}“ steht nicht im Katalog.{hint} Im Katalog: {known}."
    return _section(problem) + told.format_map(words)


SENTENCES = {
    "toml_invalid": toml_invalid,
    "key_unknown": in_section("Den Schlüssel „{key}“ gibt es nicht.{hint} Bitte umbenennen oder löschen."),
    "key_missing": in_section("Der Schlüssel „{key}“ fehlt oder ist leer. Bitte ergänzen."),
    "value_kind": in_section("Bei „{key}“ steht {value}, erwartet wird {kind}."),
    "value_not_allowed": in_section("Bei „{key}“ steht {value}, erlaubt sind nur: {known}."),
    "value_too_small": in_section("Bei „{key}“ steht {value}, der kleinste erlaubte Wert ist {least}."),
    "value_too_large": in_section("Bei „{key}“ steht {value}, der größte erlaubte Wert ist {most}."),
    "level_id_invalid": in_section(
        "Die Kennung „{level}“ einer Ebene darf nur aus kleinen Buchstaben, Ziffern, - und _ bestehen."
    ),
    "level_twice": in_section("Die Ebene „{level}“ kommt zweimal vor. Bitte jeder Ebene eine eigene Kennung geben."),
    "level_without_file": in_section(
        "Die Ebene „{level}“ braucht eine Datei mit ihren Gebieten (file). Nur die erste von mehreren Ebenen darf ohne "
        "Datei sein, sie wird dann aus der nächsten zusammengesetzt."
    ),
    "whole_not_published": in_section("Die erste Ebene „{level}“ ist das Ganze und muss gezeigt werden (published)."),
    "path_outside_folder": in_section(
        "Der Pfad „{path}“ führt aus dem Datenordner hinaus. Bitte einen Pfad im Datenordner angeben, zum Beispiel "
        "areas/gemeinde.shp."
    ),
    "report_area_missing": "Welches Gebiet? Bitte --area mit seinem Schlüssel angeben, oder --all für alle.",
    "report_area_unknown": report_area_unknown,
    "report_failed": "Beim Schreiben von {name} ist ein Fehler aufgetreten; es wurde nichts gespeichert. Bitte noch einmal "
    "versuchen.",
    "committee_report_form": "Den Bericht an den Ausschuss gibt es nur als PDF, nicht als {form}. Bitte --format pdf angeben.",
    "report_part_not_there": "Den Teil {value} hat kein Bericht. Weglassen lassen sich: {known}.",
    "report_text_long": in_section("Der Text bei „text“ ist zu lang: Auf jedem Bericht haben {most} Zeichen Platz."),
    "report_address": in_section(
        "Die Adresse {value} ist keine Internetadresse der App. Erwartet wird zum Beispiel https://monitor.example.de."
    ),
    "report_part_unknown": in_section("Den Teil {value} hat kein Bericht. Weglassen lassen sich: {known}."),
    "report_logo_missing": in_section(
        "Die Datei „{path}“ gibt es im Datenordner nicht. Bitte ablegen oder „logo“ löschen."
    ),
    "report_logo_no_picture": in_section(
        "Die Datei „{path}“ ist kein Bild, das sich lesen lässt. Erwartet wird ein PNG oder JPEG bis {most} MB."
    ),
    "tile_url_not_https": in_section(
        "Die Adresse bei „url“ muss mit https:// beginnen, damit unterwegs niemand mitliest."
    ),
    "tile_url_credentials": in_section(
        "Die Adresse bei „url“ enthält einen Benutzernamen oder ein Kennwort. Jeder Browser bekäme sie zu sehen; bitte "
        "einen Dienst ohne Anmeldung nennen."
    ),
    "tile_url_query": in_section(
        "Die Adresse bei „url“ enthält ein Fragezeichen oder ein Rautezeichen. Bitte nur den Teil davor angeben; beim "
        "WMS stehen die Ebenen im Schlüssel „layers“."
    ),
    "tile_url_invalid": in_section(
        "Die Adresse bei „url“ ist keine Internetadresse oder enthält Zeichen, die dort nicht stehen dürfen. Erwartet "
        "wird zum Beispiel https://geodienste.example.de/wms (Umlaute im Namen des Rechners in der Form xn--…)."
    ),
    "tile_url_placeholders": in_section(
        "Die Adresse bei „url“ muss die Platzhalter z, x und y je einmal in geschweiften Klammern enthalten (bei WMTS "
        "auch TileMatrix, TileCol und TileRow), und keine anderen. Ebene, Stil und Kachelmatrix stehen fest in der "
        "Adresse."
    ),
    "tile_layers_missing": in_section(
        "Ein WMS braucht den Schlüssel „layers“ mit den Namen der Ebenen, durch Komma getrennt. Bitte ergänzen."
    ),
    "tile_layers_unused": in_section(
        "Den Schlüssel „layers“ gibt es nur beim WMS. Bei kind = {kind_name} steht die Ebene in der Adresse; bitte "
        "den Schlüssel entfernen."
    ),
    "inhabitants_missing": "Der Schlüssel „inhabitants“ fehlt: Die Regeln in [attention] brauchen das Merkmal, das die "
    "Einwohnerinnen und Einwohner zählt.",
    "rule_without_section": in_section(
        "Als Regel ist „{rule}“ genannt, aber der Abschnitt [attention.{rule}] fehlt. Bitte ergänzen."
    ),
    "assumption_unknown": "Die Annahmen „{asked}“ kennt diese Regel nicht. Möglich sind: {known}.",
    "indicator_not_public": "Die Kennzahl „{indicator}“ ist nicht für die Öffentlichkeit beschlossen. Dateien, die ohne Browser "
    "entstehen, sind für die Öffentlichkeit bestimmt.",
    "no_indicator_decided": "Für die Öffentlichkeit ist noch keine Kennzahl beschlossen. Dateien, die ohne Browser entstehen, "
    "sind für die Öffentlichkeit bestimmt.",
    "rule_not_public": "Die Regel „{rule}“ braucht Kennzahlen, die nicht für die Öffentlichkeit beschlossen sind. Dateien, die "
    "ohne Browser entstehen, sind für die Öffentlichkeit bestimmt.",
    "rule_not_shown": f"{NO_RULE} Den Bericht als PDF gibt es nur mit einer Regel; Tabellen (xlsx) und Folien (pptx) gibt es "
    "auch ohne.",
    "rule_not_described": "Der Abschnitt [attention.{rule}] fehlt in county.toml: Der Kreis hat diese Regel nicht festgelegt.",
    "k_above_indicators": in_section(
        "Verlangt werden {k} ungünstige Kennzahlen (k), genannt sind aber nur {count}. So wäre kein Gebiet "
        "je auffällig."
    ),
    "attention_without_polarity": in_section(
        "Die Kennzahl „{indicator}“ hat im Katalog keine Richtung (polarity = 0) und kann nicht ungünstig sein. Bitte "
        "eine Richtung angeben oder die Kennzahl hier streichen."
    ),
    "attention_without_interval": "Die Kennzahl „{indicator}“ hat keine Vertrauensgrenzen und zählt in der Kreisregel "
    "nie mit. Geeignet sind Anteile und Raten.",
    "significance_without_interval": in_section(
        "Die Kennzahl „{indicator}“ hat keine Vertrauensgrenzen und kann nicht gegen den Zufall geprüft werden. Bitte hier "
        "streichen; geeignet sind Anteile und Raten."
    ),
    "weight_of_other": in_section(
        "Bei „weights“ steht ein Gewicht für „{indicator}“, aber die Regel nennt diese Kennzahl nicht.{hint} Sie nennt: {known}."
    ),
    "weight_not_positive": in_section(
        "Bei „weights“ steht für „{indicator}“ {value}. Ein Gewicht muss eine Zahl größer als 0 sein; eine Kennzahl ohne Gewicht "
        "gehört aus der Regel gestrichen."
    ),
    "indicator_unknown": indicator_unknown,
    "indicator_twice": in_section("Die Kennzahl „{indicator}“ ist zweimal genannt. Bitte eine Nennung streichen."),
    "outlier_unknown": "Das ausgenommene Gebiet {areas} (outliers) gibt es nicht. Bitte den Schlüssel prüfen.",
    "level_unknown": "Die Ebene „{level}“ gibt es nicht. Vorhanden sind: {known}.",
    "year_unknown": "Für das Jahr {year} gibt es keine Daten. Vorhanden sind die Jahre {known}.",
    "catalogue_empty": "Der Katalog enthält keine Kennzahl. Bitte je Kennzahl einen Abschnitt anlegen.",
    "catalogue_key_outside": "Der Schlüssel „{key}“ steht vor der ersten Überschrift. Im Katalog gehört jeder "
    "Schlüssel in den Abschnitt einer Kennzahl.",
    "indicator_id_invalid": in_section(
        "Die Kennung „{indicator}“ einer Kennzahl darf nur aus Buchstaben, Ziffern, - und _ bestehen."
    ),
    "catalogue_level_unknown": in_section(
        "Die Ebene {value} ist in county.toml nicht beschrieben.{hint} Vorhanden sind: {known}."
    ),
    "level_not_published": in_section(
        "Die Ebene „{level}“ wird nicht gezeigt (published = false). Bitte eine gezeigte Ebene nennen."
    ),
    "source_unknown": in_section(
        "Die Quelle {value} ist in county.toml nicht beschrieben.{hint} Vorhanden sind: {known}."
    ),
    "method_needs_key": method_needs_key,
    "key_forbidden": key_forbidden,
    "key_alone": in_section("Der Schlüssel „{key}“ wirkt nur zusammen mit „{needed}“. Bitte ergänzen oder entfernen."),
    "dominance_without_rule": in_section(
        "Mit „largest“ ist der größte Beitrag genannt, aber die Quelle „{source}“ sagt in county.toml nicht, ab wann eine Summe "
        "geheim ist. Bitte dort „dominance“ (p-%-Regel, zum Beispiel 10) oder „dominance_share“ (zum Beispiel 85) ergänzen."
    ),
    "dominance_needs_second": in_section(
        "Die p-%-Regel („dominance“ der Quelle „{source}“) braucht auch den zweitgrößten Beitrag. Bitte "
        'second = "{numerator}{ending}" ergänzen und liefern, oder bei der Quelle stattdessen „dominance_share“ angeben.'
    ),
    "dominance_name": in_section(
        "Bei „{key}“ steht {value}. Das Merkmal muss „{expected}“ heißen: An der Endung ist zu erkennen, dass es nie "
        "addiert wird."
    ),
    "contribution_shown": in_section(
        "Das Merkmal „{measure}“ bei „{key}“ nennt den Beitrag eines einzelnen Anbieters. Es wird nie gezeigt und kann "
        "nicht Teil einer Kennzahl sein. Bitte ein anderes Merkmal nennen oder dieses umbenennen."
    ),
    "rounding_of_bands": in_section(
        "Das Merkmal „{measure}“ wird gerundet gezeigt (rounding). Aus gerundeten Anzahlen je Altersgruppe lässt sich keine "
        "altersstandardisierte Rate bilden. Bitte eine andere Methode wählen oder für diese Quelle nicht runden."
    ),
    "per_not_positive": in_section("Bei „per“ steht {value}. Der Faktor muss größer als 0 sein, zum Beispiel 100."),
    "catalogue_year_invalid": in_section("Bei „years“ steht ein Jahr, das nicht zwischen 1900 und 2100 liegt."),
    "catalogue_breaks_invalid": in_section(
        "Bei „breaks“ werden 1 bis {most} Zahlen erwartet, von klein nach groß und jede nur einmal."
    ),
    "numerator_is_denominator": in_section(
        "Zähler und Nenner sind dasselbe Merkmal „{measure}“. Bitte eines von beiden berichtigen."
    ),
}
