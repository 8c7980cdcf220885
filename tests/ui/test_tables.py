"""Files that leave the app."""

from types import SimpleNamespace

import pandas as pd
import pytest

from indicators.signs import Sign
from ui.downloads import file_name
from ui.table_parts import placeholder_of


@pytest.mark.parametrize(("invented", "name"), [(True, "BEISPIEL_A2_quartier_2024"), (False, "A2_quartier_2024")])
def test_a_file_of_invented_numbers_says_so_by_its_name(invented, name):
    release = SimpleNamespace(county=SimpleNamespace(invented=invented))
    assert file_name(release, "A2_quartier_2024") == name


@pytest.mark.parametrize(
    ("municipality", "name"),
    [
        ("", "A2"), ("a", "A2_nur_Troisdorf"), ("b", "A2_nur_Hennef_Sieg"), ("c", "A2_nur_Koenigswinter"),
        ("d", "A2_nur_Suess_etc"),
    ],
)  # fmt: skip
def test_a_file_of_one_municipality_says_so_by_its_name(municipality, name):
    names = {"a": "Troisdorf", "b": "Hennef (Sieg)", "c": "Königswinter", "d": "../Süß/etc"}
    release = SimpleNamespace(county=SimpleNamespace(invented=False), hierarchy=SimpleNamespace(names=names))
    assert file_name(release, "A2", municipality) == name


def test_a_cell_without_a_number_shows_its_sign():
    assert placeholder_of(pd.Series([Sign.SHOWN, Sign.PRIMARY, Sign.SECONDARY])) == "•"
    assert placeholder_of(pd.Series([Sign.SHOWN, Sign.ABSENT]), pd.Series([Sign.PRIMARY])) == "… oder •"
    assert placeholder_of(pd.Series([Sign.SHOWN])) == "–"
