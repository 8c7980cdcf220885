from indicators.benchmark import Target
from indicators.catalogue import Indicator, Method, Smoothing
from indicators.plan import Plan
from indicators.trend import Trend
from texts.target import target_words
from texts.treatment import period, treatment, why_treated
from texts.trend import trend_words, trend_years


def _indicator(method=Method.PROPORTION, **more):
    return Indicator("I", "I", "", method, "x", "", "n", **more)


def test_pooled_years_are_named_beside_the_value():
    assert treatment(_indicator(pool=3), Plan(3), 2024) == ["3 Jahrgänge zusammengefasst, 2022–2024"]
    assert treatment(_indicator(pool=3), Plan(1), 2024) == []
    assert (period(2024, 1), period(2024, 3)) == ("2024", "2022–2024")


def test_every_treatment_has_a_sentence():
    indicator = _indicator(Method.STANDARDISED, pool=3, pool_below=100, standard="ESP2013")
    plan = Plan(3, Smoothing.LOCAL)
    assert len(treatment(indicator, plan, 2024)) == len(why_treated(indicator, plan, "Quartiere")) == 3
    assert why_treated(indicator, plan, "Quartiere")[0] == (
        "In einem Jahr sind es je Gebiet (Quartiere) meist weniger als 100 Personen; darum werden drei Jahrgänge addiert und dann geteilt."
    )


def test_a_trend_is_judged_by_its_direction():
    assert trend_words(Trend.RISING, -1) == "steigend, ungünstig"
    assert trend_words(Trend.FALLING, -1) == "fallend, günstig"
    assert trend_words(Trend.RISING, 0) == "steigend"
    assert trend_words(Trend.NONE, -1) == "kein gesicherter Trend"
    assert trend_words(Trend.NOT_TESTED, -1) == ""
    assert trend_years(2024) == "Trend 2020–2024"


def test_every_verdict_has_a_word():
    assert [target_words(each) for each in Target] == ["nicht erreicht", "nicht zu unterscheiden", "erreicht", ""]
