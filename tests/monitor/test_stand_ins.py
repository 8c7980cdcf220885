"""A hidden component of an index is replaced by what the area's municipality publishes (docs/adr/0004)."""

from monitor.attention_evidence import with_stand_ins
from monitor.folder import open_folder
from monitor.release import make_release


def test_hidden_quarters_take_the_value_of_their_municipality(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2024;sgb2_u15;;15", "05999001-01;2024;sgb2_u15;;2")
    values = with_stand_ins(make_release(open_folder(tiny_folder.path)), "quartier", 2024, ["A2"])["A2"]
    # Alfdorf publishes 62 of 450; Bergstadt's quarters show their own 20 % and 25 %.
    assert values.round(4).tolist() == [13.7778, 13.7778, 20, 25]


def test_a_missing_component_is_not_replaced(tiny_folder):
    tiny_folder.replace("counts.csv", "05999001-01;2024;sgb2_u15;;15", "05999001-01;2024;sgb2_u15;;x")
    values = with_stand_ins(make_release(open_folder(tiny_folder.path)), "quartier", 2024, ["A2"])["A2"]
    assert values.isna().tolist() == [True, False, False, False]
