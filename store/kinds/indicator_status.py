"""Where an indicator stands on its way from a proposal into use, and for whom it was decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy.orm import Mapped

from problem import DataError, Problem
from store.columns import choice, date_field, long_text, reference, text_line
from store.entry import Released
from store.levels import Level


class Stage(StrEnum):
    """Its way, in order; from "in Nutzung" it can be suspended and taken up again."""

    PROPOSED = "vorgeschlagen"
    DISCUSSED = "beraten"
    DECIDED = "beschlossen"
    IN_USE = "in_nutzung"
    SUSPENDED = "ausgesetzt"


NEXT: dict[Stage, frozenset[Stage]] = {
    Stage.PROPOSED: frozenset({Stage.DISCUSSED}),
    Stage.DISCUSSED: frozenset({Stage.PROPOSED, Stage.DECIDED}),
    Stage.DECIDED: frozenset({Stage.DISCUSSED, Stage.IN_USE}),
    Stage.IN_USE: frozenset({Stage.SUSPENDED}),
    Stage.SUSPENDED: frozenset({Stage.IN_USE, Stage.DISCUSSED}),
}


DECIDED = {Stage.DECIDED, Stage.IN_USE, Stage.SUSPENDED}


class IndicatorStatus(Released):
    """indicator: id in the catalogue; a proposal that is in no catalogue yet has a name alone. audience: those whom its
    numbers were decided for. `release_level` is about this entry, the words; `audience` about the numbers."""

    __tablename__ = "indicator_statuses"
    right: ClassVar[str] = "kennzahl"
    special: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("indicator", "stage", "audience", "decided_by", "decided_on", "decision_id"), "entscheiden"
    )

    indicator: Mapped[str] = text_line()
    name: Mapped[str] = text_line(needed=True)
    stage: Mapped[Stage] = choice(Stage)
    audience: Mapped[Level] = choice(Level, Level.ADMINISTRATION, "audience")
    purpose: Mapped[str] = long_text(needed=True)
    legal_basis: Mapped[str] = long_text()
    source: Mapped[str] = text_line()
    decided_by: Mapped[str] = text_line()
    decided_on: Mapped[date | None] = date_field()
    decision_id: Mapped[str | None] = reference("decisions", needed=False)

    def action_for(self, name: str) -> str:
        """What decides who sees numbers (`store.audience`) is withdrawn by those alone who may decide."""
        return "entscheiden" if name == "withdrawn" and self.indicator else super().action_for(name)

    def check_step(self, before: Mapping[str, Any] | None) -> None:
        """It goes its way step by step, and nothing is decided without a body and a day."""
        stage = Stage(before["stage"]) if before else Stage.PROPOSED
        if self.stage is not stage and self.stage not in NEXT[stage]:
            raise DataError(Problem("indicator_step_unknown", facts={"from": stage.value, "to": self.stage.value}))
        if self.stage in DECIDED and not (self.decided_by and self.decided_on):
            raise DataError(Problem("indicator_undecided"))
