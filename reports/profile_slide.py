"""The profile of one area as slides: what stands out with the map, then all indicators as tables that can be edited."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from reports.about import About, about
from reports.frame import Options, left_out
from reports.profile_report import profile_map, subtitle
from reports.side_table import Cell, SideTable
from reports.slide_deck import add_foot, add_slide, finish, foot_words
from reports.slide_grid import ACROSS, FOOT, LEFT, SENTENCE, STEP, TITLE
from reports.slide_map import add_report_maps, drawn_size
from reports.slide_master import empty_deck
from reports.slide_notes import about_lines, sources_of, write_notes
from reports.slide_notice import NOTICE_HEIGHT, add_notice
from reports.slide_table import add_table
from reports.slide_text import BLUE, QUIET, Box, fitting, write
from texts.attention import share_words
from texts.profile import INDICATORS
from texts.reasons import FAIR_WORDS
from texts.rules import RULE_NAMES
from views.content import Content
from views.profile.headline import Line, headline
from views.profile.profile import Profile, profile_of
from views.profile.row import Row
from views.profile.standing import Standing
from views.profile.words import words_of

ROWS = 13  # indicators of one slide
TOP = 132  # where the content begins below the sentence
GAP = 20
MAP_WIDTH = 430


def profile_slide(shown: Content, area: str, year: int | None = None, options: Options | None = None) -> bytes:
    """PPTX, 16:9. Raises KeyError where there is no such area."""
    chosen, profile = options or Options(), profile_of(shown, area, year)
    release = shown.release
    said = about(release, "steckbrief", {"gebiet": area, "jahr": str(profile.year)}, address=chosen.address)
    notes = [*about_lines(said), *sources_of(release, [row.indicator for row in profile.rows]), FAIR_WORDS]
    deck = empty_deck()
    _add_first(deck, shown, profile, said, notes, has_map="map" not in left_out(release, chosen))
    parts = [profile.rows[at : at + ROWS] for at in range(0, len(profile.rows), ROWS)]
    for number, rows in enumerate(parts, 1):
        of = f" ({number} von {len(parts)})" if len(parts) > 1 else ""
        table = _indicators(shown, profile, rows)
        slide, box = _slide(deck, shown, f"{profile.name}: {INDICATORS}{of}", subtitle(release, profile), said, notes)
        add_table(slide.shapes, table, box, f"{INDICATORS}{of}")
    finish(deck, profile.name, release.county.name, " ".join(said.notices), chosen.day)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _add_first(
    deck: Any, shown: Content, profile: Profile, said: About, notes: Sequence[str], *, has_map: bool
) -> None:
    told = " ".join(_sentence(line) for line in headline(profile))
    slide, box = _slide(deck, shown, profile.name, told, said, notes)
    left = box._replace(width=MAP_WIDTH if has_map and profile.standings else box.width)
    if has_map:
        add_report_maps(slide.shapes, [profile_map(shown, profile, drawn_size(left))], [left])
    if profile.standings:
        start = box.left + (MAP_WIDTH + GAP if has_map else 0)
        right = Box(start, box.top, box.left + box.width - start, box.height)
        add_table(slide.shapes, _standings(profile.standings), right, "Besonderer Aufmerksamkeitsbedarf")


def _sentence(line: Line) -> str:
    words = f"{line.heading}: {line.text}" if line.heading else line.text
    return words if words.endswith(".") else f"{words}."


def _slide(deck: Any, shown: Content, title: str, sentence: str, said: About, notes: Sequence[str]) -> tuple[Any, Box]:
    """A slide with title and sentence, and the room that is left on it."""
    slide = add_slide(deck, STEP)
    heading, text = slide.placeholders
    write(heading.text_frame, fitting(title, TITLE, 28, 16, bold=True, colour=BLUE), middle=True)
    write(text.text_frame, fitting(sentence, SENTENCE, 16, 9, colour=QUIET))
    bottom = FOOT.top - (NOTICE_HEIGHT + 10 if said.notices else 10)
    add_notice(slide.shapes, said.notices, FOOT.top - NOTICE_HEIGHT - 4)
    add_foot(slide, foot_words(shown.release))
    write_notes(slide, notes)
    return slide, Box(LEFT, TOP, ACROSS, bottom - TOP)


def _standings(standings: Sequence[Standing]) -> SideTable:
    rows = tuple(
        (_cell(f"{RULE_NAMES[each.rule]} {each.year}"), (_result(each), each.strength or each.why_not))
        for each in standings
    )
    reasons = standings[0].reasons
    told = f"Dafür spricht: {'; '.join(reasons.speak_for)}." if reasons is not None and reasons.speak_for else ""
    return SideTable(("Regel", "Ergebnis und Befund"), rows, note=told, numbers=False)


def _result(standing: Standing) -> str:
    if not standing.evaluated:
        return "nicht bewertet"
    flagged = "hervorgehoben" if standing.flagged else "nicht hervorgehoben"
    return f"{flagged} ({standing.word}: {share_words(standing.probability)})"


def _indicators(shown: Content, profile: Profile, rows: Sequence[Row]) -> SideTable:
    above = shown.release.hierarchy.names[profile.municipality] if profile.municipality else ""
    compared = profile.level != shown.release.whole
    held = [*([above] if above else []), *(["Kreis", "Vergleich"] if compared else [])]
    cells = []
    for row in rows:
        words = words_of(row)
        name = words.name if words.period == str(profile.year) else f"{words.name} ({words.period})"
        listed = [name, words.value, words.interval]
        listed += [words.above] if above else []
        listed += [words.whole, words.comparison] if compared else []
        cells.append(tuple(_cell(each) for each in (*listed, words.trend)))
    return SideTable(("Kennzahl", "Wert", "95-%-Bereich", *held, "Trend"), tuple(cells))


def _cell(text: str) -> Cell:
    return (text,)
