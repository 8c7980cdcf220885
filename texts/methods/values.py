"""Values and how sure they are."""

from __future__ import annotations

from texts.methods.entry import Group, MethodText

PROPORTION = MethodText(
    key="anteil",
    title="Anteil",
    answers="Wie viele von 100 Personen haben ein Merkmal, und wie genau lässt sich das aus den gezählten Fällen sagen?",
    used="Bei jeder Kennzahl, deren Zähler ein Teil des Nenners ist: Kinder in der Grundsicherung unter allen Kindern.",
    reading="Der Vertrauensbereich nennt die Anteile, die mit den gezählten Fällen gut vereinbar sind. 95 % heißt: Von 100 so "
    "gebildeten Bereichen enthalten etwa 95 den Anteil, der hinter den Zahlen steht. 99,8 % heißt: Von 1.000 sind es 998. "
    "Je weniger Personen gezählt wurden, desto breiter ist der Bereich.",
    latex=(
        r"p = \frac{x}{n}",
        r"\frac{2x + z^2 \mp z\sqrt{z^2 + 4x\left(1 - \frac{x}{n}\right)}}{2\,(n + z^2)}, "
        r"\qquad z_{95} = 1{,}960, \quad z_{99{,}8} = 3{,}090",
    ),
    edges="Bei 0 Fällen beginnt der Bereich genau bei 0 %, bei n von n endet er genau bei 100 %. Ist die Basis 0 (niemand, "
    "auf den sich der Anteil bezieht) oder fehlt eine Zahl, so gibt es keinen Wert; eine fehlende Zahl wird nie zur 0. "
    "Mehr Fälle als Personen sind ein Fehler der Lieferung und werden gemeldet.",
    source="Wilson, E. B. (1927), Journal of the American Statistical Association 22, S. 209–212",
    functions=("intervals.py wilson, normal_quantile", "rates.py proportion"),
)

RATE = MethodText(
    key="rate",
    title="Rate",
    answers="Wie oft kommt etwas vor, bezogen auf 1.000 (oder 10.000, 100.000) Personen?",
    used="Bei Kennzahlen, deren Fälle kein Teil des Nenners sind oder bei denen eine Person mehrfach zählen kann, zum Beispiel "
    "Hilfen zur Erziehung je 1.000 junge Menschen.",
    reading="Fallzahlen schwanken von Jahr zu Jahr auch dann, wenn sich nichts ändert. Der Vertrauensbereich zeigt, welche "
    "Raten mit der gezählten Zahl gut vereinbar sind. Unter 10 Fällen gilt der exakte Poisson-Bereich, ab 10 Fällen Byars "
    "Näherung.",
    latex=(
        r"r = k \cdot \frac{x}{n}",
        r"\tfrac12\chi^2_{\alpha/2;\,2x} \;\text{ bis }\; \tfrac12\chi^2_{1-\alpha/2;\,2x+2} \qquad (x < 10)",
        r"x\left(1 - \tfrac{1}{9x} - \tfrac{z}{3\sqrt{x}}\right)^3 \;\text{ bis }\; "
        r"(x+1)\left(1 - \tfrac{1}{9(x+1)} + \tfrac{z}{3\sqrt{x+1}}\right)^3 \qquad (x \ge 10)",
    ),
    edges="Bei 0 Fällen ist die untere Grenze 0, die obere liegt darüber: 0 gezählte Fälle beweisen keine Rate von 0. Es "
    "darf mehr Fälle als Personen geben. Ist die Basis 0 oder fehlt eine Zahl, so gibt es keinen Wert.",
    source="Breslow, N. E. und Day, N. E. (1987), Statistical Methods in Cancer Research II, S. 69; Wechsel bei 10 Fällen wie "
    "Office for Health Improvement and Disparities (Fingertips)",
    functions=("intervals.py poisson", "rates.py crude_rate"),
)

MEAN = MethodText(
    key="mittelwert",
    title="Mittelwert",
    answers="Wie genau ist ein Mittelwert, der aus n Messungen stammt?",
    used="Bei gelieferten Mittelwerten mit Standardabweichung und Anzahl, zum Beispiel aus einer Befragung. Der Katalog kennt "
    "bisher keine solche Kennzahl.",
    reading="Die Standardabweichung sagt, wie weit einzelne Messungen auseinanderliegen. Der Vertrauensbereich sagt, wie weit "
    "das Mittel selbst danebenliegen kann: Er wird schmaler, je mehr Messungen es gibt.",
    latex=(r"\bar{x} \mp t_{1-\alpha/2;\,n-1} \cdot \frac{s}{\sqrt{n}}",),
    edges="Aus einer einzigen Messung folgt kein Bereich. Sind alle Messungen gleich, fallen die Grenzen mit dem Mittel "
    "zusammen. Fehlt eine Angabe, so fehlt der Bereich.",
    source="Student (1908), Biometrika 6, S. 1–25",
    functions=("intervals.py mean_t",),
)

DIRECT = MethodText(
    key="standardisierte-rate",
    title="Altersstandardisierte Rate",
    answers="Welche Rate hätte ein Gebiet, wenn seine Bevölkerung so alt wäre wie die Standardbevölkerung?",
    used="Bei Ereignissen, die stark vom Alter abhängen, zum Beispiel Todesfällen. Die Standardbevölkerung steht beim "
    "Kennzahlenblatt, hier meist die Europäische Standardbevölkerung 2013.",
    reading="So lassen sich junge und alte Gebiete vergleichen. Die standardisierte Rate ist eine Vergleichszahl: Wie viele "
    "Fälle es wirklich gab, sagt nur die Anzahl.",
    latex=(
        r"\mathrm{DSR} = \frac{\sum_i w_i\, x_i / n_i}{\sum_i w_i}, \qquad "
        r"\mathrm{Var} = \frac{\sum_i w_i^2\, x_i / n_i^2}{\left(\sum_i w_i\right)^2}",
        r"\mathrm{DSR} + \sqrt{\frac{\mathrm{Var}}{X}}\,\left(X_{u,o} - X\right), \qquad X = \sum_i x_i",
    ),
    edges="Bei weniger als 10 Fällen über alle Altersgruppen wird kein Wert gezeigt. 0 Fälle in einer Altersgruppe sind "
    "kein Sonderfall. Fehlt eine Altersgruppe oder lebt in ihr niemand, so fehlt der Wert.",
    source="Dobson, A. J. u. a. (1991), Statistics in Medicine 10, S. 457–462; Standardbevölkerung: Eurostat (2013), Revision of "
    "the European Standard Population",
    functions=("standardise.py direct", "strata.py strata", "standard_population.py STANDARDS"),
)

INDIRECT = MethodText(
    key="standardisiertes-verhaeltnis",
    title="Standardisiertes Verhältnis (SMR)",
    answers="Gab es mehr oder weniger Fälle, als nach der Altersmischung des Gebiets zu erwarten war?",
    used="Wo die Fälle je Altersgruppe für eine standardisierte Rate zu wenige oder gar nicht bekannt sind. Eine Kennzahl des "
    "Katalogs nutzt es bisher nicht.",
    reading="1,00 heißt: so viele wie erwartet. 1,20 heißt: 20 % mehr. Erwartet wird, was in jeder Altersgruppe nach der Rate "
    "des Vergleichsgebiets vorkäme. Zwei Gebiete mit sehr verschiedener Altersmischung darf man damit nicht direkt "
    "vergleichen, nur jedes mit dem Vergleichsgebiet.",
    latex=(
        r"E = \sum_i r_i^{\text{Kreis}}\, n_i, \qquad \mathrm{SMR} = \frac{O}{E}",
        r"\frac{O_u}{E} \;\text{ bis }\; \frac{O_o}{E} \qquad (O_{u,o}: \text{ Grenzen wie bei der Rate})",
    ),
    edges="Bei 0 Fällen ist das Verhältnis 0 und die obere Grenze liegt darüber. Eine Altersgruppe ohne Personen ist "
    "erlaubt und trägt nichts bei. Fehlt die Zahl einer Altersgruppe, so fehlt der Wert. Werden gar keine Fälle erwartet, "
    "so gibt es kein Verhältnis.",
    source="Breslow, N. E. und Day, N. E. (1987), Statistical Methods in Cancer Research II, S. 65–69",
    functions=("standardise.py indirect, expected",),
)

WITHOUT_INTERVAL = MethodText(
    key="ohne-vertrauensbereich",
    title="Verhältniszahl, Anzahl, gelieferter Wert",
    answers="Wie verhalten sich zwei Größen zueinander, wie viele sind es, oder was hat die Quelle gemeldet?",
    used="Bei Dichten und Quotienten (Einwohner je km², Jugendquotient), bei Anzahlen und bei Werten, die fertig geliefert "
    "werden.",
    reading="Diese Werte beruhen auf vollständigen Zählungen oder auf festen Größen wie Flächen und Plätzen. Sie haben keinen "
    "Vertrauensbereich. Deshalb wird auch nicht gesagt, ob ein Abstand zum Kreis gesichert ist.",
    latex=(r"q = k \cdot \frac{a}{b}",),
    edges="Ist die Basis 0 oder fehlt eine Zahl, so gibt es keinen Wert. Gelieferte Werte werden weder addiert noch "
    "zusammengefasst.",
    source="Übliche Rechenform der amtlichen Statistik",
    functions=("rates.py quotient",),
)

GROUP = Group(
    "Werte und ihre Sicherheit",
    (PROPORTION, RATE, MEAN, DIRECT, INDIRECT, WITHOUT_INTERVAL),
)
