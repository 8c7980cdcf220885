"""Who may do what: one table, read by people on the page Beteiligung and by every function that writes.

"alle": every entry one can see. "eigene": of one's own home only (see `own`). "–": never. What one may read follows the
release levels (`store.levels`), not this table.
"""

from __future__ import annotations

from enum import StrEnum

from store.actor import Role

TABLE = """
Was                           | koordination | fachamt | kommune | politik | verband | oeffentlichkeit
strategie anlegen             | alle         | alle    | eigene  | –       | –       | –
strategie ändern              | eigene       | eigene  | eigene  | –       | –       | –
strategie verwaltung          | eigene       | eigene  | eigene  | –       | –       | –
strategie gremien             | eigene       | eigene  | eigene  | –       | –       | –
strategie oeffentlich         | eigene       | –       | eigene  | –       | –       | –
angebot anlegen               | alle         | alle    | eigene  | –       | alle    | –
angebot ändern                | alle         | eigene  | eigene  | –       | eigene  | –
angebot verwaltung            | alle         | eigene  | eigene  | –       | eigene  | –
angebot gremien               | alle         | eigene  | eigene  | –       | –       | –
angebot oeffentlich           | alle         | –       | eigene  | –       | –       | –
aufgabe anlegen               | alle         | alle    | eigene  | –       | –       | –
aufgabe ändern                | alle         | eigene  | eigene  | –       | –       | –
aufgabe verwaltung            | alle         | eigene  | eigene  | –       | –       | –
aufgabe gremien               | alle         | –       | –       | –       | –       | –
aufgabe oeffentlich           | alle         | –       | –       | –       | –       | –
sitzung anlegen               | alle         | –       | –       | –       | –       | –
sitzung ändern                | eigene       | –       | –       | –       | –       | –
sitzung verwaltung            | eigene       | –       | –       | –       | –       | –
sitzung gremien               | eigene       | –       | –       | –       | –       | –
sitzung oeffentlich           | eigene       | –       | –       | –       | –       | –
beschluss anlegen             | alle         | –       | –       | –       | –       | –
beschluss ändern              | eigene       | –       | –       | –       | –       | –
beschluss verwaltung          | eigene       | –       | –       | –       | –       | –
beschluss gremien             | eigene       | –       | –       | –       | –       | –
beschluss oeffentlich         | eigene       | –       | –       | –       | –       | –
kennzahl anlegen              | alle         | alle    | alle    | alle    | alle    | –
kennzahl ändern               | alle         | eigene  | eigene  | eigene  | eigene  | –
kennzahl entscheiden          | alle         | –       | –       | –       | –       | –
kennzahl verwaltung           | alle         | eigene  | eigene  | eigene  | eigene  | –
kennzahl gremien              | alle         | –       | –       | –       | –       | –
kennzahl oeffentlich          | alle         | –       | –       | –       | –       | –
stellungnahme anlegen         | alle         | alle    | alle    | alle    | alle    | –
stellungnahme ändern          | eigene       | eigene  | eigene  | eigene  | eigene  | –
stellungnahme verwaltung      | alle         | eigene  | eigene  | eigene  | eigene  | –
stellungnahme gremien         | alle         | –       | –       | –       | –       | –
stellungnahme oeffentlich     | alle         | –       | –       | –       | –       | –
ortskenntnis anlegen          | –            | –       | eigene  | –       | –       | –
ortskenntnis ändern           | –            | –       | eigene  | –       | –       | –
ortskenntnis verwaltung       | alle         | –       | eigene  | –       | –       | –
ortskenntnis gremien          | alle         | –       | eigene  | –       | –       | –
ortskenntnis oeffentlich      | alle         | –       | eigene  | –       | –       | –
frage anlegen                 | alle         | alle    | alle    | alle    | alle    | –
frage ändern                  | eigene       | eigene  | eigene  | eigene  | eigene  | –
frage antworten               | alle         | alle    | –       | –       | –       | –
frage verwaltung              | alle         | eigene  | eigene  | eigene  | eigene  | –
frage gremien                 | alle         | –       | –       | –       | –       | –
frage oeffentlich             | alle         | –       | –       | –       | –       | –
verlauf lesen                 | eigene       | eigene  | eigene  | eigene  | eigene  | –
konto verwalten               | alle         | –       | –       | –       | –       | –
sozialraum zeichnen           | alle         | –       | eigene  | –       | –       | –
"""


class Scope(StrEnum):
    ALL = "alle"
    OWN = "eigene"
    NONE = "–"


def _parsed(table: str) -> dict[tuple[str, Role], Scope]:
    head, *lines = ([cell.strip() for cell in line.split("|")] for line in table.strip().splitlines())
    roles = [Role(name) for name in head[1:]]
    return {(line[0], role): Scope(cell) for line in lines for role, cell in zip(roles, line[1:], strict=True)}


RIGHTS = _parsed(TABLE)
ACTIONS = tuple(dict.fromkeys(action for action, _ in RIGHTS))


class ForbiddenError(Exception):
    """A role tried what the table does not give it. action: line of the table."""

    def __init__(self, action: str, role: Role) -> None:
        super().__init__(f"{action}: {role}")
        self.action = action
        self.role = role


def scope(action: str, role: Role) -> Scope:
    """What a role may do; KeyError for an action that the table does not know."""
    return RIGHTS[action, role]


def may(action: str, role: Role, own: bool) -> bool:
    found = scope(action, role)
    return found is Scope.ALL or (found is Scope.OWN and own)


def demand(action: str, role: Role, own: bool) -> None:
    """Raises ForbiddenError where the table does not allow it."""
    if not may(action, role, own):
        raise ForbiddenError(action, role)
