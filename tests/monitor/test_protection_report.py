"""How much is hidden, on the county made to be checked by hand: 1000, 2000, 1500, 500 inhabitants."""

import pytest

from monitor.protection_report import protection_report
from monitor.release import make_release
from texts.protection import report_lines


def test_a_hidden_pair_and_the_people_it_concerns(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2024;sgb2_u15;;15", "05999001-01;2024;sgb2_u15;;2")
    (report,) = protection_report(make_release(tiny_folder.open()))
    # A2 and D1 at 1 + 2 + 4 areas in two years
    assert (report.values, report.own, report.others, report.hidden) == (28, 1, 1, 2)
    # 3000 people in 2024, of 5000 in each of two years for each of two indicators
    assert report.inhabitants == pytest.approx(3000 / 20000)
    assert report_lines([report]) == [
        "Einwohnermeldeamt: 28 Werte, davon geheim 2; das betrifft 15,0 % der Bevölkerung."
    ]


def test_nothing_hidden(tiny_folder):
    (report,) = protection_report(make_release(tiny_folder.open()))
    assert report_lines([report]) == ["Einwohnermeldeamt: 28 Werte, keiner geheim."]
