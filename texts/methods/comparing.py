"""Comparison of an area with the county, with a target, and of many areas at once."""

from __future__ import annotations

from texts.methods.entry import Group, MethodText

BENCHMARK = MethodText(
    key="kreisvergleich",
    title="Vergleich mit dem Kreis",
    answers="Liegt ein Gebiet über oder unter dem Wert des ganzen Kreises, oder kann der Abstand Zufall sein?",
    used="Bei allen Kennzahlen mit Vertrauensbereich: auf der Karte, in den Tabellen und in der Kreisregel.",
    reading="Vergleichswert ist der Wert des ganzen Kreises aus addierten Zahlen, nie das Mittel der Gebiete. „Günstiger“ "
    "oder „ungünstiger“ heißt ein Gebiet nur, wenn sein ganzer Vertrauensbereich auf einer Seite des Kreiswerts liegt, mit "
    "95 % oder mit 99,8 % Sicherheit. Sonst heißt es „ähnlich“. Kennzahlen ohne Wertung heißen „höher“ und „niedriger“.",
    latex=(
        r"\text{hoch ist ungünstig:} \quad \text{ungünstiger} \iff l_{99{,}8} > p_{\text{Kreis}}",
        r"\text{günstiger} \iff u_{99{,}8} < p_{\text{Kreis}}",
    ),
    edges="Ein Bereich, der den Kreiswert genau berührt, ist „ähnlich“. Ohne Vertrauensbereich, ohne Kreiswert und bei "
    "geheimen oder fehlenden Werten wird nicht verglichen.",
    source="Office for Health Improvement and Disparities (Fingertips), technische Hinweise",
    functions=("benchmark.py compare, is_unfavourable",),
)

FUNNEL = MethodText(
    key="trichter",
    title="Trichter (Kontrollgrenzen)",
    answers="Wie weit darf ein Gebiet dieser Größe allein durch Zufall vom Kreiswert abweichen?",
    used="Um viele Gebiete verschiedener Größe auf einen Blick zu beurteilen: Basis nach rechts, Wert nach oben.",
    reading="Um den Kreiswert liegen zwei Paare von Grenzen. Bei kleinen Gebieten liegen sie weit auseinander, bei großen eng "
    "beieinander: Das Bild sieht aus wie ein Trichter. Wer außerhalb der 99,8-%-Grenzen liegt, weicht deutlich ab; "
    "innerhalb der Grenzen ist jede Rangfolge Zufall.",
    latex=(
        r"\theta \mp z\sqrt{\frac{\theta\,(1 - \theta)}{n}} "
        r"\qquad (\text{Anteile; } \theta: \text{ Kreiswert, } n: \text{ Basis})",
        r"\Pr\left(X \ge x_o \mid \theta n\right) = \Pr\left(X \le x_u \mid \theta n\right) = \tfrac{\alpha}{2} "
        r"\qquad (\text{Raten; } X \text{ nach Poisson})",
    ),
    edges="Die Grenzen enden bei 0 % und 100 %. Ist der Kreiswert selbst 0 % oder 100 %, so fallen sie mit ihm zusammen. "
    "Ohne Kreiswert oder ohne Basis gibt es keine Grenzen. Ob ein Gebiet knapp an der Grenze auffällt, sagt der Vergleich "
    "mit dem Kreis.",
    source="Spiegelhalter, D. J. (2005), Statistics in Medicine 24, S. 1185–1202; Office for Health Improvement and Disparities, "
    "Funnel plot tool",
    functions=("funnel.py funnel_limits_proportion, funnel_limits_events",),
)

TARGET = MethodText(
    key="zielwert",
    title="Zielwert",
    answers="Ist ein Ziel erreicht oder nicht, oder lässt sich das nicht sagen?",
    used="Bei Kennzahlen, für die der Katalog einen Zielwert nennt, zum Beispiel 95 % bei der zweiten Masernimpfung.",
    reading="„Erreicht“ und „nicht erreicht“ heißt es nur, wenn der ganze Vertrauensbereich auf einer Seite des Zielwerts liegt. "
    "Sonst heißt es „nicht zu unterscheiden“: Die Zahlen sind zu klein für ein Urteil. Das ist kein Lob und kein Tadel.",
    latex=(
        r"\text{hoch ist günstig:} \quad \text{erreicht} \iff l_{95} \ge Z",
        r"\text{nicht erreicht} \iff u_{95} < Z",
    ),
    edges="Liegt das ungünstige Ende des Bereichs genau auf dem Zielwert, so ist er erreicht. Kennzahlen ohne Wertung, "
    "ohne Zielwert oder ohne Vertrauensbereich werden nicht beurteilt.",
    source="Office for Health Improvement and Disparities (Fingertips), technische Hinweise",
    functions=("benchmark.py meets_target",),
)

MANY = MethodText(
    key="viele-vergleiche",
    title="Viele Vergleiche zugleich",
    answers="Wie viele Auffälligkeiten kämen allein durch Zufall zustande, und welche bleiben, wenn man das berücksichtigt?",
    used="Wenn viele Gebiete auf einmal mit dem Kreis verglichen werden. 158 Gebiete mal 20 Kennzahlen sind 3.160 Vergleiche; "
    "mit 95 % Sicherheit wären etwa 79 allein durch Zufall „ungünstiger“. Die Kreisregel verlangt deshalb meist 99,8 %.",
    reading="Der p-Wert sagt, wie wahrscheinlich ein mindestens so großer Abstand wäre, wenn es gar keinen Unterschied gäbe. Bei "
    "vielen Vergleichen kommen kleine p-Werte auch so vor. Das Verfahren von Benjamini und Hochberg hebt sie deshalb an: Von "
    "den Gebieten, die danach noch unter 5 % liegen, sind im Mittel höchstens 5 % falsch als auffällig bezeichnet.",
    latex=(
        r"z = \frac{x - n\theta}{\sqrt{n\theta(1-\theta)}}, \qquad p = 2\,\bigl(1 - \Phi(|z|)\bigr)",
        r"p^{*}_{(i)} = \min_{j \ge i}\; \min\left(1,\; \frac{m}{j}\, p_{(j)}\right) "
        r"\qquad (p_{(1)} \le \dots \le p_{(m)})",
    ),
    edges="Geheime und fehlende Werte zählen nicht mit. Bei einem einzigen Vergleich bleibt der p-Wert, wie er ist; gleiche "
    "p-Werte bleiben gleich.",
    source="Benjamini, Y. und Hochberg, Y. (1995), Journal of the Royal Statistical Society B 57, S. 289–300",
    functions=("significance.py p_value, p_value_events", "false_discovery.py benjamini_hochberg"),
)

SIMILAR = MethodText(
    key="aehnliche-gebiete",
    title="Ähnliche Gebiete",
    answers="Welche Gebiete haben eine ähnliche Lage, sodass ein Vergleich mit ihnen fairer ist als mit allen?",
    used="Im Steckbrief, zum Nachsehen, wie es Gebieten mit ähnlichen Voraussetzungen geht. Ergebnisse (Wirkungen) gehen nicht "
    "ein, nur Kennzahlen zur Lage: im Katalog die mit der Wirkungsebene „Kontext“.",
    reading="Jede Kennzahl wird durch den Rang des Gebiets ersetzt, von 0 (niedrigster Wert) bis 1 (höchster). Der Abstand "
    "zweier Gebiete ist das quadratische Mittel der Unterschiede dieser Ränge: 0 hieße gleich in allem, 1 gegensätzlich in "
    "allem. So zählen Einheiten und einzelne sehr große Werte nicht mehr als andere.",
    latex=(r"d_{ab} = \sqrt{\frac{1}{m} \sum_{j=1}^{m} \left(r_{aj} - r_{bj}\right)^2}",),
    edges="Gleiche Werte teilen sich den mittleren Rang. Geheime und fehlende Werte zählen nicht mit; wem mehr als ein Viertel "
    "der Kennzahlen des Gebiets fehlt, wird nicht verglichen. Mit nur einer Kennzahl zur Lage gibt es keine ähnlichen Gebiete.",
    source="Gower, J. C. (1971), Biometrics 27, S. 857–871 (Ränge, auf ihre Spannweite bezogen); nächste Nachbarn wie im Modell "
    "von CIPFA",
    functions=("similar.py similar",),
)

GROUP = Group("Vergleichen", (BENCHMARK, FUNNEL, TARGET, MANY, SIMILAR))
