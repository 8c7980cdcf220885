"""A release stays the same while nothing changes, and the next one takes into account what readers know.

The small county: 15, 60 of 150, 300 children in Alfdorf, 40, 20 of 200, 80 in Bergstadt, in 2023 and 2024.
"""

import pyarrow.parquet as pq
import pytest

from indicators.disclosure.parts import protected_in_parts
from indicators.signs import Sign
from monitor.cli import main
from monitor.release import make_release
from monitor.release_file import RELEASE_FILE, read_release_file
from problem import DataError
from texts.problems import sentence

FIRST, SECOND, THIRD, FOURTH = "05999001-01", "05999001-02", "05999002-01", "05999002-02"


def _count(folder, area, old, new, year=2024):
    folder.replace("counts.csv", f"{area};{year};sgb2_u15;;{old}\n", f"{area};{year};sgb2_u15;;{new}\n")


def _stored(folder):
    assert main(["release", str(folder.path)]) == 0
    return make_release(folder.open())


def _hidden(release, level="quartier", year=2024):
    table = release.table(level, "A2", year)
    return list(table.index[table["sign"] != Sign.SHOWN])


def test_a_stored_release_is_read_and_not_worked_out_again(tiny_folder, monkeypatch):
    _count(tiny_folder, FIRST, 15, 2)
    computed = make_release(tiny_folder.open())
    assert not computed.protection.stored and _hidden(computed) == [FIRST, SECOND]
    _stored(tiny_folder)
    monkeypatch.setattr("monitor.protection.hiding", _never)
    release = make_release(tiny_folder.open())
    assert release.protection.stored and _hidden(release) == [FIRST, SECOND]
    for level in ("kreis", "gemeinde", "quartier"):
        assert release.table(level, "A2", 2024).equals(computed.table(level, "A2", 2024))


def _never(*_):
    raise AssertionError("worked out again")


def test_storing_twice_writes_nothing_new(tiny_folder, capsys):
    _count(tiny_folder, FIRST, 15, 2)
    _stored(tiny_folder)
    before = (tiny_folder.path / RELEASE_FILE).read_bytes()
    assert main(["release", str(tiny_folder.path)]) == 0
    assert "Nichts hat sich geändert" in capsys.readouterr().out
    assert (tiny_folder.path / RELEASE_FILE).read_bytes() == before


def test_the_file_holds_no_number_that_was_never_shown(tiny_folder):
    _count(tiny_folder, FIRST, 15, 2)
    _stored(tiny_folder)
    cells = read_release_file(tiny_folder.path).cells
    assert cells.loc[~cells["shown"], "number"].isna().all() and (~cells["shown"]).sum() == 2
    assert cells.loc[cells["shown"], "number"].notna().all()


@pytest.mark.parametrize("damage", [lambda data: data[:-40], lambda data: b"", lambda data: b"gebiet;jahr\n"])
def test_a_damaged_file_stops_with_a_reason(tiny_folder, damage):
    _stored(tiny_folder)
    path = tiny_folder.path / RELEASE_FILE
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DataError) as error:
        make_release(tiny_folder.open())
    assert sentence(error.value.problems[0]).startswith("freigabe.parquet: Diese Datei ist beschädigt")


def test_a_file_changed_by_hand_is_noticed(tiny_folder):
    _count(tiny_folder, FIRST, 15, 2)
    _stored(tiny_folder)
    path = tiny_folder.path / RELEASE_FILE
    table = pq.read_table(path)
    shown = table.set_column(table.column_names.index("shown"), "shown", [[True] * table.num_rows])
    pq.write_table(shown.replace_schema_metadata(table.schema.metadata), path)
    with pytest.raises(DataError):
        make_release(tiny_folder.open())


def test_what_was_shown_and_has_not_changed_cannot_protect_any_more(tiny_folder):
    # Bergstadt's 40 becomes 2. The 20 beside it has been seen, so the sum of Bergstadt has to go; Alfdorf's 75 has been
    # seen as well, so the sum of the county has to go too: 97 − 75 − 20 = 2.
    _stored(tiny_folder)
    _count(tiny_folder, THIRD, 40, 2)
    release = make_release(tiny_folder.open())
    assert not release.protection.stored
    assert _hidden(release) == [THIRD]
    assert _hidden(release, "gemeinde") == ["05999002"] and _hidden(release, "kreis") == ["05999"]
    assert _hidden(release, year=2023) == []


def test_without_an_earlier_release_a_neighbour_protects(tiny_folder):
    _count(tiny_folder, THIRD, 40, 2)
    release = make_release(tiny_folder.open())
    assert _hidden(release) == [THIRD, FOURTH] and _hidden(release, "gemeinde") == []


def test_what_was_hidden_stays_hidden(tiny_folder):
    # Alfdorf's 2 becomes 20. Shown beside the unchanged 60, the old sum of 62 would tell the old 2.
    _count(tiny_folder, FIRST, 15, 2)
    _stored(tiny_folder)
    _count(tiny_folder, FIRST, 2, 20)
    assert _hidden(make_release(tiny_folder.open())) == [FIRST, SECOND]


def test_one_more_year_leaves_the_others_as_they_were(tiny_folder):
    _count(tiny_folder, FIRST, 15, 2)
    _count(tiny_folder, FOURTH, 20, 1, year=2023)
    before = _stored(tiny_folder)
    rows = [row for row in tiny_folder.rows() if row[1] == "2024"]
    tiny_folder.append("counts.csv", *(";".join((row[0], "2025", *row[2:])) for row in rows))
    after = make_release(tiny_folder.open())
    assert after.years == (2023, 2024, 2025)
    for level in ("kreis", "gemeinde", "quartier"):
        for year in (2023, 2024):
            assert after.table(level, "A2", year).equals(before.table(level, "A2", year))
    assert _hidden(after, year=2025) == []


def test_a_number_known_from_long_ago_stays_known(tiny_folder):
    _stored(tiny_folder)
    _count(tiny_folder, THIRD, 40, 2)
    _stored(tiny_folder)
    cells = read_release_file(tiny_folder.path).cells
    cell = cells[(cells["area"] == THIRD) & (cells["measure"] == "sgb2_u15") & (cells["year"] == 2024)].iloc[0]
    assert not cell["shown"] and cell["number"] == 40


def test_what_has_withstood_is_not_attacked_again(tiny_folder, monkeypatch):
    # Alfdorf's 2 of 2024 and Bergstadt's 1 of 2023 are hidden with a neighbour each; then 2023 becomes another 1.
    _count(tiny_folder, FIRST, 15, 2)
    _count(tiny_folder, FOURTH, 20, 1, year=2023)
    _stored(tiny_folder)
    attacked = []

    def counting(system, sensitive, changed, apart):
        attacked.append(sorted(system.values[changed & system.hidden]))
        return protected_in_parts(system, sensitive, changed, apart)

    monkeypatch.setattr("indicators.hiding.protected_in_parts", counting)
    _count(tiny_folder, THIRD, 40, 41, year=2023)
    release = make_release(tiny_folder.open())
    assert attacked == [[1, 41]]
    assert _hidden(release) == [FIRST, SECOND] and _hidden(release, year=2023) == [THIRD, FOURTH]
