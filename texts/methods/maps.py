"""Classes of a map."""

from __future__ import annotations

from texts.methods.entry import Group, MethodText

CLASSES = MethodText(
    key="kartenklassen",
    title="Kartenklassen",
    answers="Welche Werte erhalten auf der Karte dieselbe Farbe?",
    used="Auf jeder Karte. Wo der Katalog feste Grenzen nennt, gelten diese; sonst gleich viele Gebiete je Klasse. Die Grenzen "
    "werden über alle Jahre gebildet, damit eine Farbe in jedem Jahr dasselbe heißt.",
    reading="Gleich viele Gebiete: zeigt die Rangfolge, auch bei kleinen Unterschieden. Gleiche Abstände: jede Klasse ist "
    "gleich breit. Natürliche Grenzen: legt die Grenzen in die Lücken zwischen den Werten. Standardabweichung: zeigt den "
    "Abstand vom Mittel. Runde Grenzen: leicht zu lesen. Die Wahl der Klassen kann ein Bild stark verändern; wer "
    "vergleicht, sollte mehr als eine ansehen.",
    latex=(
        r"(g_{k-1},\; g_k], \qquad \text{die unterste Klasse mit ihrem kleinsten Wert}",
        r"\text{gleich viele Gebiete:} \quad g_k = Q\!\left(\tfrac{k}{K}\right)",
        r"\text{gleiche Abstände:} \quad g_k = \min x + \tfrac{k}{K}\,(\max x - \min x)",
        r"\text{natürliche Grenzen:} \quad \min \sum_{k} \sum_{i \in k} (x_i - \bar{x}_k)^2",
        r"\text{Standardabweichung:} \quad \bar{x} + m\,s, \qquad s^2 = \frac{1}{n-1}\sum_i (x_i - \bar{x})^2",
    ),
    edges="Gleiche Werte kommen nie in verschiedene Klassen; dadurch kann es weniger Klassen geben. Sind alle gleich, so gibt es "
    "eine Klasse. Nach Standardabweichungen wird erst ab 20 Gebieten eingeteilt. Die Klassen sind immer aus allen Gebieten des "
    "Kreises gebildet, auch wenn nur eine Kommune gezeigt wird. Fehlende und geheime Werte haben keine Klasse, sondern "
    "eine eigene Schraffur.",
    source="Slocum, T. A. u. a. (2009), Thematic Cartography and Geovisualization, 3. Aufl., Kapitel 4; natürliche "
    "Grenzen: Fisher, W. D. (1958), Journal of the American Statistical Association 53, S. 789–798; runde Grenzen: R Core "
    "Team, Funktion pretty",
    functions=(
        "classify.py class_breaks, diverging_breaks, assign",
        "natural_breaks.py natural_breaks",
        "pretty.py pretty, pretty_inside",
    ),
)

GROUP = Group("Karte", (CLASSES,))
