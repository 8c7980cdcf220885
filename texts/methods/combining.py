"""Several indicators at once."""

from __future__ import annotations

from texts.methods.entry import Group, MethodText

COMPARABLE = MethodText(
    key="vergleichbar-machen",
    title="Vergleichbar machen",
    answers="Wie bringt man Kennzahlen mit verschiedenen Einheiten auf einen gemeinsamen Maßstab?",
    used="Bevor mehrere Kennzahlen zu einem Index zusammengefasst werden. Der Statusindex nimmt den z-Wert; die anderen Maßstäbe "
    "zeigen, ob ein Ergebnis vom gewählten Maßstab abhängt.",
    reading="z-Wert: Abstand vom Mittel der Gebiete in Standardabweichungen; 0 ist durchschnittlich, +2 sehr hoch. Rang: 1 "
    "für das günstigste Gebiet und so fort. Prozentrang: welcher Anteil der Gebiete günstiger liegt, gleiche zur Hälfte "
    "gezählt. Min–Max: 0 für das günstigste, 1 für das ungünstigste Gebiet. Bei allen heißt hoch ungünstig; Kennzahlen, "
    "bei denen hoch günstig ist, werden vorher umgedreht.",
    latex=(
        r"z_i = \pm\frac{x_i - \bar{x}}{s}, \qquad s^2 = \frac1n \sum_i (x_i - \bar{x})^2",
        r"\mathrm{PR}_i = \frac{\#\{x < x_i\} + \tfrac12\,\#\{x = x_i\}}{n}, \qquad "
        r"\mathrm{MM}_i = \frac{x_i - \min x}{\max x - \min x}",
    ),
    edges="Gleiche Werte erhalten denselben Rang, den kleinsten von den möglichen. Sind alle Gebiete gleich, oder gibt es "
    "nur eines, so gibt es weder z-Werte noch Min–Max: Das ist ein Fehler, der die Kennzahl nennt. Ein fehlender Wert "
    "bleibt fehlend und zählt nicht zu Mittel und Streuung.",
    source="OECD und Joint Research Centre (2008), Handbook on Constructing Composite Indicators, Schritt 5",
    functions=("normalise.py normalise",),
)

AGGREGATE = MethodText(
    key="zusammenfassen",
    title="Zusammenfassen zu einem Index",
    answers="Wie wird aus mehreren vergleichbar gemachten Kennzahlen eine Zahl, und was trägt jede dazu bei?",
    used="Beim Statusindex mit gleichem Gewicht. Andere Gewichte und das geometrische Mittel dienen der Prüfung, ob ein Ergebnis "
    "an einer solchen Wahl hängt.",
    reading="Im arithmetischen Mittel kann ein günstiger Wert einen ungünstigen ausgleichen, im geometrischen nur zum Teil. "
    "Die Beiträge zeigen, woraus sich der Index eines Gebiets zusammensetzt; ihre Summe ist der Index.",
    latex=(
        r"A_i = \sum_j g_j\, y_{ij}, \qquad G_i = \prod_j y_{ij}^{\,g_j}, \qquad \sum_j g_j = 1",
        r"\text{Beitrag}_{ij} = g_j\, y_{ij}",
    ),
    edges="Fehlt eine Kennzahl, so hat das Gebiet keinen Index; es wird nichts geschätzt. Das geometrische Mittel braucht "
    "Werte von 0 an aufwärts, also keine z-Werte; eine einzige 0 macht es zu 0.",
    source="OECD und Joint Research Centre (2008), Handbook on Constructing Composite Indicators, Schritt 6",
    functions=("composite.py aggregate, contributions",),
)

STATUS = MethodText(
    key="status-dynamik",
    title="Statusindex und Dynamikindex",
    answers="Welche Gebiete sind in mehrfacher Hinsicht belastet, und wo wird es besser oder schlechter?",
    used="In der MSS-Regel auf der Seite Aufmerksamkeit. MSS steht für das Berliner Monitoring Soziale Stadtentwicklung, aus dem "
    "die Regel stammt.",
    reading="Jede Kennzahl wird als Abstand vom Mittel der Gebiete in Standardabweichungen ausgedrückt, hoch heißt "
    "ungünstig. Die Summe wird noch einmal ebenso ausgedrückt. Der Dynamikindex entsteht ebenso aus den Veränderungen. Ein "
    "niedriger Status sagt etwas über Lebenslagen, nichts über die Menschen oder den Wert eines Ortes.",
    latex=(
        r"z_{ij} = \pm\frac{x_{ij} - \bar{x}_j}{s_j}, \qquad S_i = \frac{\sum_j z_{ij} - \overline{\sum_j z_j}}{s}",
        r"\text{hoch} < -1 \le \text{mittel} \le 1 < \text{niedrig} \le 1{,}5 < \text{sehr niedrig}",
        r"\text{positiv} < -1 \le \text{stabil} \le 1 < \text{negativ}",
    ),
    edges="Unter 20 Gebieten werden keine Klassen gebildet: Bei n Gebieten kann kein z-Wert größer als √(n − 1) sein. Zu kleine "
    "Gebiete bleiben vor der Rechnung außer Betracht. Für einen geheimen Wert steht der Wert der Kommune; fehlt eine "
    "Kennzahl, so hat das Gebiet keinen Index.",
    source="Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung 2013 und 2015",
    functions=("status_dynamics.py status_dynamics, index_of, status_class, dynamics_class",),
)

GROUP = Group("Zusammenfassen", (COMPARABLE, AGGREGATE, STATUS))
