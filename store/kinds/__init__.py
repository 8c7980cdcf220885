"""The kinds of entries, one a file."""

from store.entry import Entry
from store.kinds.agenda_item import AgendaItem
from store.kinds.decision import Decision
from store.kinds.goal import Goal
from store.kinds.indicator_status import IndicatorStatus
from store.kinds.local_knowledge import LocalKnowledge
from store.kinds.measure import Measure
from store.kinds.meeting import Meeting
from store.kinds.offer import Offer
from store.kinds.output import Output
from store.kinds.question import Question
from store.kinds.statement import Statement
from store.kinds.strategy import Strategy
from store.kinds.task import Task

# In an order in which each names only what stands before it.
KINDS: dict[str, type[Entry]] = {
    kind.kind(): kind
    for kind in (
        Strategy, Goal, Measure, Output, Offer, Meeting, AgendaItem, Decision, Task,
        IndicatorStatus, Statement, LocalKnowledge, Question,
    )
}  # fmt: skip
