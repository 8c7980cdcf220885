"""PHEindicatormethods' test table of quantile groups: real indicators of English areas, with ties and missing values."""

import pytest

from indicators.quantiles import quantile_groups

GROUPS = {"Decile": 10, "Septile": 7, "Quartile": 4}
# What forms one set of areas: the parent's areas, one indicator, or everything ("None": one set, highest first).
SETS = {"IndSexReg": ["IndSexRef", "ParentCode"], "IndSex": ["IndSexRef"], "None": ["GroupSet"]}


@pytest.mark.parametrize("kind", SETS)
def test_every_area_is_in_the_published_group(against, kind):
    phe = against("phe")
    table = phe.table("quantile.csv", keep_default_na=False, na_values={"Value": [""], "QuantileInGrp": [""]})
    rows = table[table["GroupSet"] == kind]
    # Two versions of the ungrouped set ("Good…") belong together.
    tests = rows["Test"] if kind != "None" else rows["GroupSet"]
    for (_, name, *_set), areas in rows.groupby([tests.rename("set"), "QuantileNm", *SETS[kind]]):
        # The rows of "BadPolarity" contradict each other: upstream warns and takes the first.
        high_is_first = kind == "None" or bool(areas["high_is_first"].iloc[0])
        found = quantile_groups(areas["Value"], GROUPS[name], high_is_first)
        phe.check("quantile.csv", found, areas["QuantileInGrp"], rtol=0)
