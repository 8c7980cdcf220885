"""Only steps that lead on from where an indicator stands are offered, the one forward first."""

import pytest

from store.kinds import IndicatorStatus
from store.kinds.indicator_status import Stage
from ui.participation.indicator_step import allowed_steps


@pytest.mark.parametrize(
    ("stage", "steps"),
    [
        (Stage.PROPOSED, [Stage.DISCUSSED]),
        (Stage.DISCUSSED, [Stage.DECIDED, Stage.PROPOSED]),
        (Stage.DECIDED, [Stage.IN_USE, Stage.DISCUSSED]),
        (Stage.IN_USE, [Stage.SUSPENDED]),
        (Stage.SUSPENDED, [Stage.DISCUSSED, Stage.IN_USE]),
    ],
)
def test_steps(stage, steps):
    assert allowed_steps(IndicatorStatus(id="1", stage=stage)) == steps
