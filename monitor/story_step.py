"""One step of a story: a view of one page and the sentence said to it, and what either may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

PAGES = ("uebersicht", "karte", "aufmerksamkeit")
STEP_PARAMETERS = (
    "kennzahl", "jahr", "ebene", "kommune", "gebiet", "klassen", "anzahl", "grenzen", "seit", "zweite", "kennzahl2",
    "jahr2", "flaeche", "seite", "werte", "regel", "orte", "grundkarte", "ueberlagerung", "einig",
)  # fmt: skip
MOST_TITLE = 60  # characters
MOST_SENTENCE = 300  # characters
MOST_VALUE = 80  # characters of one link parameter
A_VALUE = re.compile(rf"[\w.,;+ -]{{1,{MOST_VALUE}}}")
BREAKS = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
INVISIBLE = ("Cc", "Cf", "Cs")  # control and format characters (text direction among them), halves of characters


@dataclass(frozen=True)
class Step:
    """One step. page: one of PAGES. view: link parameters, keys from STEP_PARAMETERS, values as A_VALUE allows.

    title: at least one character, at most MOST_TITLE. sentence: at most MOST_SENTENCE characters, may be "".
    """

    page: str
    title: str
    sentence: str
    view: Mapping[str, str]


Story = tuple[Step, ...]


def clean(text: str) -> str:
    """The text in one line without control and format characters.

    They are removed and not refused: text copied from an office program brings them along unseen. Those that turn the
    direction of writing could make a sentence read as another one. Line breaks and tabs become a space.

    >>> clean(" Wo? \\u202e \\n Hier. ")
    'Wo? Hier.'
    """
    kept = (each for each in text if BREAKS.match(each) or unicodedata.category(each) not in INVISIBLE)
    return BREAKS.sub(" ", "".join(kept)).strip()


def tidied(step: Step) -> Step | None:
    """The step as it can be kept: texts cleaned and cut, foreign link parameters left out.

    None where nothing can be kept: an unknown page or no title.
    """
    title, sentence = clean(step.title)[:MOST_TITLE], clean(step.sentence)[:MOST_SENTENCE]
    if step.page not in PAGES or not title:
        return None
    view = {key: value for key, value in step.view.items() if key in STEP_PARAMETERS and A_VALUE.fullmatch(value)}
    return replace(step, title=title.strip(), sentence=sentence.strip(), view=view)


def ordered_view(step: Step) -> dict[str, str]:
    """The view in the order of STEP_PARAMETERS, so that the same view always makes the same link."""
    return {key: step.view[key] for key in STEP_PARAMETERS if key in step.view}
