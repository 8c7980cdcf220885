"""Inequality between areas, and whether it lies side by side."""

from __future__ import annotations

from texts.methods.entry import Group, MethodText

SLOPE = MethodText(
    key="ungleichheit",
    title="Ungleichheit (SII und RII)",
    answers="Wie groß ist das Gefälle zwischen dem am stärksten und dem am wenigsten belasteten Ende, wenn alle Gebiete "
    "mitzählen?",
    used="Wenn Gebiete nach ihrer sozialen Lage geordnet sind und man sehen will, ob eine andere Kennzahl mit ihr steigt "
    "oder fällt.",
    reading="Die Gebiete stehen auf einer Leiter, am Anfang (0) das am stärksten, am Ende (1) das am wenigsten belastete. "
    "Durch ihre Werte wird eine Gerade gelegt. Der SII (Slope Index of Inequality) ist der Wert am Ende minus der am "
    "Anfang, in der Einheit der Kennzahl. Der RII (Relative Index of Inequality) ist ihr Verhältnis: 0,5 heißt, am Ende "
    "halb so hoch wie am Anfang. Anders als der Vergleich zweier Ränder nutzen beide alle Gebiete. Ein Gefälle sagt nichts "
    "über Ursachen.",
    latex=(
        r"\hat{y}(f) = a + b f",
        r"f_i: \text{ Mitte des Gebiets auf der Leiter der Bevölkerung von 0 bis 1}",
        r"\mathrm{SII} = \hat{y}(1) - \hat{y}(0), \qquad \mathrm{RII} = \frac{\hat{y}(1)}{\hat{y}(0)}",
    ),
    edges="Sind alle Gebiete gleich, so ist der SII 0 und der RII 1. Mit nur einem Gebiet gibt es kein Gefälle. Gebiete "
    "ohne Wert müssen vorher ausgelassen werden. Führt die Gerade unter 0, so gibt es keinen RII.",
    source="Mackenbach, J. P. und Kunst, A. E. (1997), Social Science & Medicine 44, S. 757–771",
    functions=("inequality.py slope_index, relative_index",),
)

GAP = MethodText(
    key="raender",
    title="Verhältnis und Unterschied der Ränder",
    answers="Um wie viel höher ist ein Wert im am stärksten belasteten Fünftel als im am wenigsten belasteten?",
    used="Für zwei Gruppen, deren Fälle und Personen jeweils addiert sind.",
    reading="Das Verhältnis sagt, wie vielmal so hoch, der Unterschied sagt, um wie viele Prozentpunkte höher. Beide gehören "
    "zusammen: Ein großes Verhältnis kann bei seltenen Ereignissen einen kleinen Unterschied bedeuten. Enthält der Bereich des "
    "Verhältnisses die 1 (des Unterschieds die 0), so kann er Zufall sein.",
    latex=(
        r"\mathrm{RR} = \frac{x_1 / n_1}{x_0 / n_0}, \qquad "
        r"\exp\left(\ln \mathrm{RR} \mp z\sqrt{\tfrac{1}{x_1} + \tfrac{1}{x_0}}\right)",
        r"d = \frac{x_1}{n_1} - \frac{x_0}{n_0} \qquad (\text{Grenzen wie bei der Veränderung})",
    ),
    edges="Hat die erste Gruppe keine Fälle, so ist das Verhältnis 0 und hat keinen Bereich; ohne Fälle in der "
    "Vergleichsgruppe gibt es kein Verhältnis. Der Unterschied gilt auch dann. Bei großen Anteilen ist der Bereich etwas "
    "breiter als nötig.",
    source="Rothman, K. J. und Greenland, S. (1998), Modern Epidemiology, 2. Aufl., S. 238; Zou, G. Y. und Donner, A. "
    "(2008), Statistics in Medicine 27, S. 1693–1702",
    functions=("rate_comparison.py rate_ratio, rate_difference",),
)

GINI = MethodText(
    key="gini",
    title="Gini-Koeffizient",
    answers="Wie ungleich verteilt sich etwas auf die Gebiete?",
    used="Um die Ungleichheit einer Kennzahl zwischen allen Gebieten in einer Zahl zu sagen und über die Jahre zu verfolgen.",
    reading="0 heißt: überall gleich. Je näher an 1, desto mehr ballt sich in wenigen Gebieten. Die Zahl sagt nicht, wo. "
    "Bei kleinen Gebieten entsteht ein Teil der Ungleichheit durch Zufall.",
    latex=(
        r"G = \frac{\sum_i \sum_j g_i\, g_j\, |y_i - y_j|}{2\,\bar{y}}, \qquad \bar{y} = \sum_i g_i\, y_i",
        r"g_i: \text{ Anteil an der Bevölkerung}, \qquad \sum_i g_i = 1",
    ),
    edges="Sind alle Gebiete gleich, oder gibt es nur eines, so ist G gleich 0. Sind alle Werte 0, so ist G nicht bestimmt. "
    "Negative Werte sind nicht erlaubt; Gebiete ohne Wert müssen vorher ausgelassen werden.",
    source="Gini, C. (1914), Atti del Reale Istituto Veneto 73, S. 1203–1248; mit Gewichten: Lerman, R. I. und Yitzhaki, "
    "S. (1989), Journal of Econometrics 42, S. 43–47",
    functions=("inequality.py gini",),
)

QUANTILES = MethodText(
    key="quantile",
    title="Gruppen gleicher Größe (Quantile)",
    answers="Zu welchem Fünftel (oder Viertel, Zehntel) der Gebiete gehört ein Gebiet?",
    used="Um Gebiete nach ihrer Lage in gleich große Gruppen zu teilen, zum Beispiel für das Verhältnis der Ränder.",
    reading="Gruppe 1 enthält die höchsten Werte (oder die niedrigsten, wenn so gezählt wird), Gruppe 5 das andere Ende. "
    "Alle Gruppen haben gleich viele Gebiete, auf eines genau. Zwei Gebiete an einer Gruppengrenze können fast gleiche "
    "Werte haben.",
    latex=(
        r"q_i = \left\lfloor (Q + 1) - \left\lceil \frac{(n + 1) - R_i}{n / Q} \right\rceil \right\rfloor, "
        r"\qquad R_i: \text{ Rang von } 1 \text{ bis } n",
    ),
    edges="Gleiche Werte kommen in dieselbe Gruppe; die Gruppen werden dann ungleich groß (sind alle gleich, so sind alle "
    "in Gruppe 1). Gibt es weniger Gebiete als Gruppen, so gibt es keine Gruppen. Fehlende Werte haben keine Gruppe.",
    source="Public Health England, PHEindicatormethods, Funktion phe_quantile",
    functions=("quantiles.py quantile_groups",),
)

SPATIAL = MethodText(
    key="raeumliche-haeufung",
    title="Räumliche Häufung (Moran, Getis-Ord)",
    answers="Liegen hohe Werte neben hohen Werten, und wo?",
    used="Um zu prüfen, ob ein Muster auf der Karte mehr ist als Zufall, und um zusammenhängende Häufungen zu finden. "
    "Nachbarn sind Gebiete mit gemeinsamer Grenze.",
    reading="Morans I sagt es für den ganzen Kreis: über 0 liegen ähnliche Werte beieinander, um 0 ist kein Muster zu "
    "sehen, unter 0 wechseln sie sich ab. Die lokale Moran-Statistik sagt es für jedes Gebiet: hoch neben hoch, niedrig "
    "neben niedrig, oder ein Gebiet, das aus seiner Umgebung herausragt. Getis-Ord G* sucht Stellen, an denen sich hohe "
    "(oder niedrige) Werte ballen. Der p-Wert der beiden Moran-Statistiken kommt aus zufälligen Vertauschungen der Werte. "
    "Für die einzelnen Gebiete wird er nach Benjamini und Hochberg angehoben, weil es so viele Vergleiche sind wie Gebiete.",
    latex=(
        r"I = \frac{n}{\sum_i \sum_j w_{ij}} \cdot \frac{\sum_i \sum_j w_{ij}\, z_i z_j}{\sum_i z_i^2}, \qquad "
        r"z_i = x_i - \bar{x}",
        r"I_i = \frac{z_i}{\sum_k z_k^2 / n} \sum_j w_{ij} z_j",
        r"G_i^{*} = \frac{\sum_j w_{ij} x_j - \bar{x}\, W_i}{s\,\sqrt{W_i\,(n - W_i) / (n - 1)}}, "
        r"\qquad W_i = \sum_j w_{ij}",
        r"w_{ij} = 1 \text{ für Nachbarn und bei } G^{*} \text{ für das Gebiet selbst, sonst } 0",
    ),
    edges="Ein Gebiet ohne Wert und ein Gebiet, das dann keinen Nachbarn mehr hat (eine Insel), werden ausgelassen. Liegt "
    "im Kreis ein Loch, wie Bonn im Rhein-Sieg-Kreis, so sind Gebiete über das Loch hinweg keine Nachbarn. Sind alle Werte "
    "gleich, oder sind es weniger als 4 Gebiete, so wird nicht getestet.",
    source="Moran, P. A. P. (1950), Biometrika 37, S. 17–23; Anselin, L. (1995), Geographical Analysis 27, S. 93–115; Ord, "
    "J. K. und Getis, A. (1995), Geographical Analysis 27, S. 286–306; Caldas de Castro, M. und Singer, B. H. (2006), "
    "Geographical Analysis 38, S. 180–208",
    functions=("spatial.py moran, local_moran, getis_ord", "neighbours.py links"),
)

GROUP = Group("Ungleichheit und Raum", (SLOPE, GAP, GINI, QUANTILES, SPATIAL))
