"""`scheme import`: a file becomes drafts, and if wished and without fault they become valid together."""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from geodata.scheme import Scheme, Status
from monitor.scheme_checking import Yardstick, problems_of, yardstick_of
from monitor.scheme_folder import FolderSchemes
from monitor.scheme_ground import CountyGround, open_released
from monitor.scheme_intake import Wish, read_drafts
from monitor.scheme_publish import make_valid_together
from monitor.scheme_store import SchemeStore
from monitor.schemes import next_version, settled
from problem import DataError, Problem, is_error
from texts.scheme_commands import finding_line, not_valid_line, refused_line, saved_line, valid_line

MOST_NAME, MOST_NOTE = 80, 500  # characters


def import_schemes(options: argparse.Namespace) -> int:
    """Save the drafts and print their findings; 1 where the file has errors, or validity was wished and could not be.

    Raises DataError where there is nothing to save, and where the drafts could not be protected together.
    """
    ground, release = open_released(options.folder)
    wish = Wish(options.municipality, options.cut_by, options.mend_slivers)
    read, problems = read_drafts(options.file, options.folder, ground, wish)
    if not read:
        raise DataError(*filter(is_error, problems))
    for problem in problems:
        print(finding_line(problem))
    store = FolderSchemes(options.folder)
    known = store.schemes()
    drafts = [_numbered(each, known, ground, options) for each in read]
    saved, found = _saved(drafts, store, yardstick_of(ground, release), options)
    errors = sum(map(is_error, [*problems, *found]))
    if options.valid_from is None:
        return int(any(map(is_error, problems)))
    if errors:
        print(not_valid_line(errors))
        return 1
    _make_valid(saved, ground, options)
    return 0


def _numbered(draft: Scheme, known: Sequence[Scheme], ground: CountyGround, options: argparse.Namespace) -> Scheme:
    """The draft as the next version of its municipality, with ids that always mean the same ground."""
    own = [each for each in known if each.municipality == draft.municipality]
    begun = [ground.delivered_to(draft.municipality), *(each for each in own if each.status is not Status.DRAFT)]
    name = options.name or draft.name or f"Sozialräume {ground.of(draft.municipality).name}"
    note = draft.note if options.note is None else options.note
    return replace(
        settled(draft, begun), version=next_version(known, draft.municipality), status=Status.DRAFT,
        name=_plain(name, MOST_NAME), author=_plain(options.who, MOST_NAME), note=_plain(note, MOST_NOTE),
        valid_from=None, valid_to=None,
    )  # fmt: skip


def _plain(text: str, most: int) -> str:
    """One line of at most so many characters without control characters."""
    shown = "".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in text)
    return " ".join(shown.split())[:most]


def _saved(
    drafts: Sequence[Scheme], store: SchemeStore, yardstick: Yardstick, options: argparse.Namespace
) -> tuple[list[tuple[Scheme, int]], list[Problem]]:
    """The drafts with the numbers of their states, and what the checks found in them."""
    what = f"angelegt aus der Datei {_plain(options.file.name, MOST_NAME)}"
    saved, found = [], []
    for draft in drafts:
        saved.append((draft, store.save(draft, draft.author, what, 0).number))
        name = yardstick.ground.of(draft.municipality).name
        print(saved_line(name, draft.version, len(draft.areas)))
        for problem in problems_of(draft, yardstick):
            found.append(problem)
            print(finding_line(problem, name))
    return saved, found


def _make_valid(saved: Sequence[tuple[Scheme, int]], ground: CountyGround, options: argparse.Namespace) -> None:
    first = saved[0][0]
    try:
        make_valid_together(options.folder, saved, options.valid_from, first.author, first.note)
    except DataError:
        print(refused_line())
        raise
    names = [ground.of(draft.municipality).name for draft, _ in saved]
    print(valid_line(names, options.valid_from))
