"""The number of a release: the same for whoever sees the same, whatever is hidden; another one for another number."""

from monitor.release import make_release


def number_with(folder, old, new):
    folder.replace("counts.csv", old, new)
    found = make_release(folder.open()).number
    folder.replace("counts.csv", new, old)
    return found


def test_a_shown_number_changes_it(tiny_folder):
    first = make_release(tiny_folder.open()).number
    assert len(first) == 12 and make_release(tiny_folder.open()).number == first
    assert number_with(tiny_folder, "05999001-01;2024;sgb2_u15;;15", "05999001-01;2024;sgb2_u15;;16") != first


def test_a_hidden_number_does_not(tiny_folder):
    """1 and 2 are both hidden, and so is what the other quarter has less or more for it: all sums stay the same."""
    for name, count in (("05999001-01", "15"), ("05999001-02", "60")):
        tiny_folder.replace(
            "counts.csv", f"{name};2024;sgb2_u15;;{count}", f"{name};2024;sgb2_u15;;{1 if count == '15' else 74}"
        )
    one = make_release(tiny_folder.open())
    tiny_folder.replace("counts.csv", "05999001-01;2024;sgb2_u15;;1\n", "05999001-01;2024;sgb2_u15;;2\n")
    tiny_folder.replace("counts.csv", "05999001-02;2024;sgb2_u15;;74", "05999001-02;2024;sgb2_u15;;73")
    other = make_release(tiny_folder.open())
    assert one.protection.file.fingerprint != other.protection.file.fingerprint
    assert one.number == other.number
