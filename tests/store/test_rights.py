"""The rights, all of them: each action, each role, own and other home, each release level, tried on the store itself.

What is expected is written here a second time and by hand; a change of the table has to be made in both places.
K county's coordination, F its offices, G municipality, P faction, V association, Ö public.
"""

from __future__ import annotations

from functools import partial
from itertools import product

import pytest

from problem import DataError
from store import reading, writing
from store.actor import PUBLIC, Role
from store.entry import Released
from store.kinds import (
    Decision,
    Goal,
    IndicatorStatus,
    LocalKnowledge,
    Meeting,
    Offer,
    Question,
    Statement,
    Strategy,
    Task,
)  # fmt: skip
from store.levels import Level
from store.reading import MissingError
from store.rights import ACTIONS, ForbiddenError, scope
from store.store import Store, open_store
from tests.store.conftest import AREAS, NOON
from tests.store.made import CHANGED, NEEDED, made, made_below
from tests.store.people import (
    CHARITY,
    COORDINATION,
    EVERYBODY,
    FACTION,
    OFFICE,
    OTHER_CHARITY,
    OTHER_FACTION,
    OTHER_TOWN,
    TOWN,
)  # fmt: skip

LETTER = {
    Role.COORDINATION: "K", Role.OFFICE: "F", Role.MUNICIPALITY: "G", Role.POLITICS: "P", Role.ASSOCIATION: "V", Role.PUBLIC: "Ö",
}  # fmt: skip

# Who may read what is not one's own.
READ_BY_OTHERS = {Level.DRAFT: "", Level.ADMINISTRATION: "KFG", Level.COMMITTEES: "KFGPV", Level.PUBLIC: "KFGPVÖ"}

# Who may write: what is one's own, and what is another's that one can read.
CHANGE = {
    Strategy: ("KFG", ""),
    Offer: ("KFGV", "K"),
    Meeting: ("K", ""),
    Decision: ("K", ""),
    Task: ("KFG", "K"),
    IndicatorStatus: ("KFGPV", "K"),
    Statement: ("KFGPV", ""),
    LocalKnowledge: ("G", ""),
    Question: ("KFGPV", ""),
}
RELEASE = {
    Strategy: {"verwaltung": ("KFG", ""), "gremien": ("KFG", ""), "oeffentlich": ("KG", "")},
    Offer: {"verwaltung": ("KFGV", "K"), "gremien": ("KFG", "K"), "oeffentlich": ("KG", "K")},
    Meeting: {"verwaltung": ("K", ""), "gremien": ("K", ""), "oeffentlich": ("K", "")},
    Decision: {"verwaltung": ("K", ""), "gremien": ("K", ""), "oeffentlich": ("K", "")},
    Task: {"verwaltung": ("KFG", "K"), "gremien": ("K", "K"), "oeffentlich": ("K", "K")},
    IndicatorStatus: {"verwaltung": ("KFGPV", "K"), "gremien": ("K", "K"), "oeffentlich": ("K", "K")},
    Statement: {"verwaltung": ("KFGPV", "K"), "gremien": ("K", "K"), "oeffentlich": ("K", "K")},
    LocalKnowledge: {"verwaltung": ("KG", "K"), "gremien": ("KG", "K"), "oeffentlich": ("KG", "K")},
    Question: {"verwaltung": ("KFGPV", "K"), "gremien": ("K", "K"), "oeffentlich": ("K", "K")},
}
# Who may make one: about an area of one's own municipality, about an area of another one, about none.
CREATE = {
    Strategy: ("KFG", "KF", None),
    Offer: ("KFGV", "KFV", None),
    Meeting: (None, None, "K"),
    Decision: (None, None, "K"),
    Task: (None, None, "KFG"),
    IndicatorStatus: (None, None, "KFGPV"),
    Statement: ("KFGPV", "KFGPV", "KFGPV"),
    LocalKnowledge: ("G", "", None),
    Question: ("KFGPV", "KFGPV", "KFGPV"),
}
# Whose an entry can be, and what it is about.
OWNERS = {
    "kreis": (COORDINATION, "", {COORDINATION, OFFICE}),
    "kreis, für die Kommune": (COORDINATION, "0101", {COORDINATION, OFFICE, TOWN}),
    "Kommune": (TOWN, "0101", {TOWN}),
    "Fraktion": (FACTION, "", {FACTION}),
    "Fraktion, zur Kommune": (FACTION, "0101", {FACTION}),
    "Verband": (CHARITY, "", {CHARITY}),
}
SHARED = {Strategy, Offer, Task}  # what the county plans for one municipality is that municipality's own too


def whose(kind, owner):
    """Author, municipality it is about, and to whom it is their own."""
    author, municipality, own = OWNERS[owner]
    return author, municipality, own if kind in SHARED else own - ({TOWN} if author is COORDINATION else set())


CASES = list(product(CHANGE, Level, OWNERS))
NAMES = [f"{kind.kind()}-{level.value}-{owner}" for kind, level, owner in CASES]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """One for all: thousands of small changes."""
    made_here = open_store(f"sqlite:///{tmp_path_factory.mktemp('rechte') / 'eintraege.sqlite'}", AREAS)
    return Store(made_here.engine, AREAS, clock=lambda: NOON)


def tried(action):
    try:
        action()
    except (ForbiddenError, MissingError, DataError) as error:
        return type(error)
    return None


def expected(actor, own, level, who):
    """What an attempt comes to: unseen things are missing, seen ones forbidden or done. who: letters for own, for others."""
    if not own and LETTER[actor.role] not in READ_BY_OTHERS[level]:
        return MissingError
    return None if LETTER[actor.role] in who[0 if own else 1] else ForbiddenError


@pytest.mark.parametrize(("kind", "level", "owner"), CASES, ids=NAMES)
def test_reading(store, kind, level, owner):
    author, municipality, own = whose(kind, owner)
    entry = made(store, kind, author, level, municipality)
    for actor in EVERYBODY:
        seen = actor in own or LETTER[actor.role] in READ_BY_OTHERS[level]
        assert (entry.id in {each.id for each in reading.entries(store, actor, kind, id=entry.id)}) is seen, actor
        assert tried(lambda actor=actor: reading.entry(store, actor, kind, entry.id)) is (
            None if seen else MissingError
        )


@pytest.mark.parametrize(("kind", "level", "owner"), CASES, ids=NAMES)
def test_changing(store, kind, level, owner):
    """Change, withdraw, put back and history; what was withdrawn is brought back by its owners."""
    author, municipality, own = whose(kind, owner)
    entry = made(store, kind, author, level, municipality)
    attempts = (
        lambda actor, entry: writing.put_back(store, actor, kind, entry.id, 1, 1),
        lambda actor, entry: writing.withdraw(store, actor, kind, entry.id, 1),
        lambda actor, entry: writing.change(store, actor, kind, entry.id, 1, **CHANGED[kind]),
    )
    for actor in EVERYBODY:
        wanted = expected(actor, actor in own, level, CHANGE[kind])
        history = expected(actor, actor in own, level, ("KFGPV", ""))
        assert tried(partial(reading.history, store, actor, kind, entry.id)) is history, actor
        for attempt in attempts:
            assert tried(partial(attempt, actor, entry)) is wanted, actor
            if wanted is None:  # else it is as it was: the next attempt is of its first version again
                entry = made(store, kind, author, level, municipality)


@pytest.mark.parametrize(("kind", "level", "owner"), CASES, ids=NAMES)
def test_releasing(store, kind, level, owner):
    """To each level; who takes something back needs the right for the level it leaves too."""
    author, municipality, own = whose(kind, owner)
    entry = made(store, kind, author, level, municipality)
    for actor, to in product(EVERYBODY, Level):
        needs = {each.value for each in (level, to) if each is not Level.DRAFT}
        letters = [RELEASE[kind][each] for each in needs] or [CHANGE[kind]]
        both = tuple("".join(each for each in "KFGPVÖ" if all(each in one[side] for one in letters)) for side in (0, 1))
        wanted = expected(actor, actor in own, level, both)
        assert tried(partial(writing.release, store, actor, kind, entry.id, 1, to)) is wanted, (actor, to)
        if wanted is None:  # else it is as it was
            entry = made(store, kind, author, level, municipality)


@pytest.mark.parametrize("kind", CREATE, ids=lambda kind: kind.kind())
def test_creating(store, kind):
    for place, who in zip((["0101-01"], ["0202-01"], []), CREATE[kind], strict=True):
        if who is None:
            continue
        values = {name: value for name, value in NEEDED[kind].items() if name not in ("areas", "area")}
        if place:
            values |= {"areas": place} if "areas" in kind.fields() else {"area": place[0]}
        for actor in {*EVERYBODY} - {OTHER_TOWN, OTHER_FACTION, OTHER_CHARITY}:
            done = tried(lambda actor=actor, values=values: writing.create(store, actor, kind, **values))
            assert done is (None if LETTER[actor.role] in who else ForbiddenError), (actor, place)


def test_a_municipality_cannot_move_its_strategy_to_another_one(store):
    strategy = made(store, Strategy, TOWN, Level.DRAFT, "0101")
    with pytest.raises(ForbiddenError):
        writing.change(store, TOWN, Strategy, strategy.id, 1, areas=["0101-01", "0202-01"])
    assert reading.entry(store, TOWN, Strategy, strategy.id).areas == ["0101-01"]


@pytest.mark.parametrize(("level", "owner"), list(product(Level, OWNERS)))
def test_what_belongs_to_a_strategy_follows_it(store, level, owner):
    author, municipality, own = OWNERS[owner]
    strategy = made(store, Strategy, author, level, municipality)
    goal = made_below(store, Goal, strategy, text="Weniger")
    for actor in EVERYBODY:
        seen = actor in own or LETTER[actor.role] in READ_BY_OTHERS[level]
        assert [each.id for each in reading.entries(store, actor, Goal, strategy_id=strategy.id)] == [goal.id] * seen
        wanted = None if LETTER[actor.role] in CHANGE[Strategy][0 if actor in own else 1] else ForbiddenError
        made_one = tried(lambda actor=actor: writing.create(store, actor, Goal, strategy_id=strategy.id, text="Mehr"))
        assert made_one is (wanted if seen else DataError)  # as if there were no such strategy
        if seen:
            for each in reading.entries(store, actor, Goal, strategy_id=strategy.id, text="Mehr"):
                remove(store, each)
            return_to(store, strategy, level)


def remove(store, entry):
    with store.writes() as session:
        session.delete(session.get(type(entry), entry.id))


def return_to(store, strategy, level):
    with store.writes() as session:
        session.get(Strategy, strategy.id).release_level = level


@pytest.mark.parametrize("actor", EVERYBODY, ids=str)
def test_only_the_county_answers_questions(store, actor):
    question = made(store, Question, FACTION, Level.PUBLIC)
    done = tried(lambda: writing.change(store, actor, Question, question.id, 1, answer="Das hier."))
    assert done is (None if LETTER[actor.role] in "KF" else ForbiddenError)


@pytest.mark.parametrize("actor", EVERYBODY, ids=str)
def test_only_the_coordination_enters_what_was_decided_on_an_indicator(store, actor):
    status = made(store, IndicatorStatus, actor if actor is not PUBLIC else COORDINATION, Level.PUBLIC)
    done = tried(lambda: writing.change(store, actor, IndicatorStatus, status.id, 1, stage="beraten"))
    assert done is (None if LETTER[actor.role] == "K" else ForbiddenError)
    wanted = {"name": "Neu", "purpose": "Zweck", "audience": Level.PUBLIC}
    done = tried(lambda: writing.create(store, actor, IndicatorStatus, **wanted))
    assert done is (None if LETTER[actor.role] == "K" else ForbiddenError)


@pytest.mark.parametrize("actor", [FACTION, TOWN, CHARITY, OFFICE], ids=str)
def test_nobody_else_changes_who_sees_the_numbers_of_an_indicator(store, actor):
    """Whoever has proposed it: what it is about, for whom it was decided, and that there is a decision at all."""
    status = made(store, IndicatorStatus, actor, Level.ADMINISTRATION, indicator="A1")
    for attempt in (
        lambda: writing.create(store, actor, IndicatorStatus, name="Neu", purpose="Zweck", indicator="A1"),
        lambda: writing.change(store, actor, IndicatorStatus, status.id, 1, indicator="A2"),
        lambda: writing.change(store, actor, IndicatorStatus, status.id, 1, audience=Level.PUBLIC),
        lambda: writing.withdraw(store, actor, IndicatorStatus, status.id, 1),
    ):
        assert tried(attempt) is ForbiddenError


def test_no_line_of_the_table_is_untried():
    kinds = {kind.right for kind in CHANGE}
    tried_here = {
        f"{kind} {what}" for kind in kinds for what in ("anlegen", "ändern", "verwaltung", "gremien", "oeffentlich")
    }
    tried_here |= {"frage antworten", "kennzahl entscheiden", "verlauf lesen"}
    elsewhere = {"konto verwalten", "sozialraum zeichnen"}  # tests of the commands and of the page Sozialräume
    assert set(ACTIONS) == tried_here | elsewhere
    assert [scope("konto verwalten", role).value for role in Role] == ["alle", "–", "–", "–", "–", "–"]
    assert [scope("sozialraum zeichnen", role).value for role in Role] == ["alle", "–", "eigene", "–", "–", "–"]


def test_every_kind_with_readers_of_its_own_is_tried():
    from store.kinds import KINDS

    assert {kind for kind in KINDS.values() if issubclass(kind, Released)} == set(CHANGE) == set(CREATE) == set(RELEASE)
