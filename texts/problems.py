"""One German sentence per problem code: where it is, what is wrong and what to do."""

from __future__ import annotations

from problem import Problem
from texts import (
    problems_areas,
    problems_counts,
    problems_entries,
    problems_files,
    problems_scheme_versions,
    problems_schemes,
    problems_settings,
    problems_sign_in,
    problems_story,
)
from texts.problem_words import place, words_of

SENTENCES = {
    **problems_files.SENTENCES,
    **problems_settings.SENTENCES,
    **problems_sign_in.SENTENCES,
    **problems_counts.SENTENCES,
    **problems_areas.SENTENCES,
    **problems_story.SENTENCES,
    **problems_entries.SENTENCES,
    **problems_scheme_versions.SENTENCES,
    **problems_schemes.SENTENCES,
}


def sentence(problem: Problem) -> str:
    """The problem in German, with file and line in front.

    >>> sentence(Problem("file_empty", file="counts.csv"))
    'counts.csv: Diese Datei ist leer. Bitte noch einmal liefern.'
    """
    told = SENTENCES[problem.code]
    return place(problem) + (told.format_map(words_of(problem)) if isinstance(told, str) else told(problem))
