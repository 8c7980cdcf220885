"""Sentences about the story of a meeting, from sitzung.json or from a link."""

from __future__ import annotations

from collections.abc import Callable

from problem import Problem
from texts.problem_words import words_of

KINDS = {
    "text": "ein Text in Anführungszeichen",
    "section": "eine Liste von Schlüsseln und Werten in geschweiften Klammern",
}


def _step(problem: Problem) -> str:
    step = problem.facts.get("step")
    return f"Schritt {step}: " if step else ""


def in_step(template: str) -> Callable[[Problem], str]:
    """The template with the number of the step in front of it."""
    return lambda problem: _step(problem) + template.format_map(words_of(problem))


def _written(problem: Problem) -> str:
    """ " „tittel“", or "" where nothing of it may be repeated."""
    return f" {words_of(problem)['written']}" if problem.facts.get("written") else ""


def story_version(problem: Problem) -> str:
    return (
        f"Die Sitzung hat ein anderes Format{_written(problem)}. Gelesen wird das Format {words_of(problem)['known']} "
        "(Schlüssel „sitzung“). Bitte die Sitzung mit dieser Fassung des Monitors neu sichern."
    )


def key_unknown(problem: Problem) -> str:
    words, written = words_of(problem), _written(problem)
    told = f"Diese Angaben gibt es nicht:{written}." if written else "Eine Angabe gibt es nicht."
    return f"{_step(problem)}{told}{words['hint']} Möglich sind: {words['known']}."


def key_twice(problem: Problem) -> str:
    written = _written(problem)
    which = f":{written}" if written else ""
    return f"{_step(problem)}Angaben kommen mehrmals vor{which}. Bitte jede nur einmal nennen."


def page_unknown(problem: Problem) -> str:
    known = words_of(problem)["known"]
    return f"{_step(problem)}Die Seite{_written(problem)} gibt es nicht. Möglich sind: {known}."


def value_kind(problem: Problem) -> str:
    facts = problem.facts
    kind = KINDS.get(str(facts.get("kind")), "?")
    return f"{_step(problem)}Bei „{facts.get('key')}“ wird {kind} erwartet."


SENTENCES = {
    "story_too_large": "Die Sitzung ist größer als {most} kB und wird nicht gelesen. Bitte prüfen, ob es wirklich eine "
    "Sitzung ist.",
    "story_not_json": "Die Sitzung ist kein lesbares JSON. Bitte Anführungszeichen, Kommas und Klammern prüfen oder "
    "die Sitzung im Monitor neu sichern.",
    "story_shape": "Das ist keine Sitzung. Erwartet werden die Schlüssel „sitzung“ mit der Zahl 1 und „schritte“ mit "
    "einer Liste.",
    "story_version": story_version,
    "story_empty": "Die Sitzung hat keinen Schritt. Bitte mindestens einen Schritt aufnehmen.",
    "story_too_many_steps": "Die Sitzung hat {count} Schritte, möglich sind höchstens {most}. Bitte kürzen.",
    "story_key_unknown": key_unknown,
    "story_key_twice": key_twice,
    "story_step_shape": in_step("Erwartet werden seite, titel, satz und ansicht, hier steht etwas anderes."),
    "story_value_kind": value_kind,
    "story_page_unknown": page_unknown,
    "story_title_missing": in_step("Der Titel ist leer. Bitte ein Wort wie „Wo?“ eintragen."),
    "story_text_too_long": in_step("Bei „{key}“ stehen {length} Zeichen, möglich sind höchstens {most}. Bitte kürzen."),
    "story_parameter_invalid": in_step(
        "In der Ansicht ist der Wert von „{key}“ nicht erlaubt. Erwartet wird ein Text in Anführungszeichen mit 1 bis "
        "{most} Zeichen: Buchstaben, Ziffern, Leerzeichen und . , ; + - _."
    ),
    "story_link_damaged": "Die Sitzung in diesem Link ist nicht lesbar. Vermutlich ist der Link abgeschnitten; bitte "
    "noch einmal vollständig kopieren.",
    "story_link_too_long": "Der Link ist länger als {most} Zeichen und wird nicht gelesen. Bitte die Sitzung als Datei "
    "weitergeben.",
}
