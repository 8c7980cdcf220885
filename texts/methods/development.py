"""Development over time."""

from __future__ import annotations

from texts.methods.entry import Group, MethodText

TREND = MethodText(
    key="trend",
    title="Trend der letzten fünf Jahre",
    answers="Steigt oder fällt ein Wert seit fünf Jahren stetig genug, dass es kein Zufall ist?",
    used="Bei Kennzahlen mit fünf aufeinanderfolgenden Jahreswerten. Für Anteile gilt der Test von Cochran und Armitage, für "
    "alle anderen Werte mit Vertrauensbereich eine gewichtete Gerade: Genaue Jahre zählen mehr.",
    reading="„Steigend“ oder „fallend“ heißt ein Wert nur, wenn die Gerade mit 99,8 % Sicherheit nicht waagerecht ist "
    "und ihr Vorzeichen behält, wenn man ein beliebiges der fünf Jahre weglässt. Sonst heißt es „kein gesicherter "
    "Trend“. Das heißt nicht, dass sich nichts verändert hat.",
    latex=(
        r"\chi^2 = \frac{N\left(N\sum_t t\,x_t - X\sum_t t\,n_t\right)^2}"
        r"{X\,(N - X)\left(N\sum_t t^2 n_t - \left(\sum_t t\,n_t\right)^2\right)}, \qquad t = 1, \dots, 5",
        r"\chi^2 = \left(\frac{b}{\mathrm{se}(b)}\right)^2 \quad\text{mit Gewichten } \frac{1}{\mathrm{se}_t^2}, "
        r"\qquad \mathrm{se}_t = \frac{u_t - l_t}{3{,}92}",
        r"\text{gesichert} \iff \chi^2 > 9{,}5495",
    ),
    edges="Fehlt eines der fünf Jahre oder ist es geheim, so wird nicht getestet. Sind alle Jahre gleich, oder gibt es gar keine "
    "Fälle, so gibt es keinen Trend. Zusammengefasste Jahre werden nicht getestet, weil sich ihre Zeiträume überschneiden.",
    source="Cochran, W. G. (1954), Biometrics 10, S. 417–451; Armitage, P. (1955), Biometrics 11, S. 375–386; Regel: Office for "
    "Health Improvement and Disparities (Fingertips)",
    functions=(
        "trend.py recent_trend",
        "weighted_trend.py weighted_trend",
        "trend_rule.py judged",
        "cochran_armitage.py cochran_armitage",
        "weighted_slope.py weighted_slope",
    ),
)

CHANGE = MethodText(
    key="veraenderung",
    title="Veränderung",
    answers="Um wie viel ist ein Wert seit einem früheren Jahr gestiegen oder gesunken, und kann das Zufall sein?",
    used="Auf der Karte „Veränderung“, in der Tabelle dazu und im Dynamikindex (dort ohne Vertrauensbereich).",
    reading="Der spätere Wert minus der frühere, bei Anteilen in Prozentpunkten. „Nicht gesichert“ heißt: Die 0 liegt im "
    "Vertrauensbereich, die Veränderung kann allein Zufall sein; es heißt nicht, dass sich nichts verändert hat. Bei "
    "vielen Gebieten gelten einige auch ohne wirkliche Veränderung als gesichert, bis zu etwa eines von zwanzig.",
    latex=(
        r"d = p_2 - p_1",
        r"d - \sqrt{(p_2 - l_2)^2 + (u_1 - p_1)^2} \;\text{ bis }\; d + \sqrt{(u_2 - p_2)^2 + (p_1 - l_1)^2}",
    ),
    edges="0 Fälle in beiden Jahren ergeben eine Veränderung von 0 mit einem Bereich, der nicht leer ist. Ist eines der beiden "
    "Jahre geheim oder fehlt es, so gibt es keine Veränderung. Zusammengefasste Jahre werden nur verglichen, wenn sie sich "
    "nicht überschneiden.",
    source="Zou, G. Y. und Donner, A. (2008), Statistics in Medicine 27, S. 1693–1702; für Anteile Newcombe, R. G. (1998), "
    "Statistics in Medicine 17, S. 873–890, Methode 10",
    functions=("change.py change, secured",),
)

GROUP = Group("Entwicklung", (TREND, CHANGE))
