"""Goals by their day: a day that has come does not say that the goal was missed."""

from datetime import date

from store.kinds import Goal, Strategy
from tests.store.entered import entered
from ui.strategies.sums import due_table
from views.strategies.record import Record
from views.strategies.sums import due_goals


def test_the_day_of_a_goal_has_come_or_comes():
    goals = tuple(
        entered(Goal, strategy_id="s", text=text, due=due)
        for text, due in (("Gestern", date(2025, 5, 31)), ("Heute", date(2025, 6, 1)))
    )
    record = Record(entered(Strategy, title="Früh", areas=["1"]), goals=goals)
    rows = due_table(due_goals([record], date(2025, 6, 1)))
    assert rows.to_numpy().tolist() == [
        ["31.5.2025", "Früh", "Gestern", "Datum erreicht"],
        ["1.6.2025", "Früh", "Heute", "steht bevor"],
    ]
