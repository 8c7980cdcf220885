"""sitzung.json: the story a county has prepared. The file may be missing."""

from __future__ import annotations

from pathlib import Path

from monitor.decoding import decoded
from monitor.story import MOST_BYTES, Story, story_from_text
from problem import DataError, Problem

STORY_FILE = "sitzung.json"


def folder_story(path: Path) -> tuple[Story, list[Problem]]:
    """The story of the data folder at `path` and everything wrong with it; () without problems where there is none."""
    try:
        with (path / STORY_FILE).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        return story_from_bytes(data), []
    except FileNotFoundError:
        return (), []
    except OSError:
        return (), [Problem("file_unreadable", file=STORY_FILE)]
    except DataError as error:
        return (), error.problems


def story_from_bytes(data: bytes, file: str = STORY_FILE) -> Story:
    """The story in the bytes of a file, as it lies in a folder or was uploaded. Raises DataError with all faults."""
    if len(data) > MOST_BYTES:
        raise DataError(Problem("story_too_large", file=file, facts={"most": MOST_BYTES // 1000}))
    text, problems = decoded(data, file)
    if problems:
        raise DataError(*problems)
    return story_from_text(text, file)
