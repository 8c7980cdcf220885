"""Files that leave the app."""

from types import SimpleNamespace

import pytest

from ui.downloads import file_name


@pytest.mark.parametrize(("invented", "name"), [(True, "BEISPIEL_A2_quartier_2024"), (False, "A2_quartier_2024")])
def test_a_file_of_invented_numbers_says_so_by_its_name(invented, name):
    release = SimpleNamespace(county=SimpleNamespace(invented=invented))
    assert file_name(release, "A2_quartier_2024") == name
