"""HTML of the page: text of people stays text, and what is overdue says so by word and sign."""

from datetime import date

from store.kinds import AgendaItem, Task
from tests.store.entered import entered
from ui.steering.board import task_html
from ui.steering.one_meeting import agenda_html
from ui.steering.reminders import OVERDUE, list_html
from ui.steering.table import table_html
from views.steering.dated import Dated, Sort

TODAY = date(2025, 6, 1)
HOSTILE = "<script>alert(1)</script>"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_a_table():
    assert table_html(("A", HOSTILE), [("1", HOSTILE)], HOSTILE) == (
        f'<div class="steering-table"><table><caption>{ESCAPED}</caption><thead><tr><th scope="col">A</th>'
        f'<th scope="col">{ESCAPED}</th></tr></thead><tbody><tr><td>1</td><td>{ESCAPED}</td></tr></tbody></table></div>'
    )


def test_reminders():
    late = Dated(Sort.TASK, "1", HOSTILE, HOSTILE, None, date(2025, 5, 1), False, "s")
    soon = Dated(Sort.MEETING, "2", "Gruppe", "", date(2025, 6, 2), date(2025, 6, 2), False)
    told = list_html([late, soon], {"s": HOSTILE}, TODAY)
    assert "<script>" not in told and told.count(ESCAPED) == 3
    assert told.count(OVERDUE) == 1 and "überfällig seit 1.5.2025" in told
    assert '<span class="when">am 2.6.2025</span> <span>Sitzung: <b>Gruppe</b></span>' in told


def test_cards():
    late = task_html(entered(Task, title=HOSTILE, office=HOSTILE, due=date(2025, 5, 1)), TODAY)
    assert "<script>" not in late and OVERDUE in late and "überfällig seit 1.5.2025" in late
    milestone = task_html(entered(Task, title="Bericht", task_kind="meilenstein", due=date(2025, 7, 1)), TODAY)
    assert milestone == '<li><b><span aria-hidden="true">◆</span> Meilenstein: Bericht</b><br>fällig am 1.7.2025</li>'
    done = task_html(entered(Task, title="Fertig", state="erledigt", due=date(2025, 5, 1)), TODAY)
    assert OVERDUE not in done


def test_an_agenda_keeps_its_numbers():
    items = [
        entered(AgendaItem, meeting_id="m", position=at, title=title, text=HOSTILE)
        for at, title in ((2, "A"), (7, HOSTILE))
    ]
    told = agenda_html(items)
    assert '<li value="2"><b>A</b>' in told and f'<li value="7"><b>{ESCAPED}</b>' in told and "<script>" not in told
