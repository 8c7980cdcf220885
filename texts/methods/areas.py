"""Areas that are added up or drawn anew, and what is kept secret."""

from __future__ import annotations

from texts.methods.entry import Group, MethodText

ADD_UP = MethodText(
    key="zusammenzaehlen",
    title="Zusammenzählen von Gebieten",
    answers="Welchen Wert haben mehrere Gebiete zusammen?",
    used="Immer, wenn aus Quartieren Kommunen und aus Kommunen der Kreis wird.",
    reading="Fälle und Personen werden je für sich addiert, dann wird geteilt. Anteile werden nie gemittelt: Sonst zählte ein "
    "Gebiet mit 30 Kindern so viel wie eines mit 3.000.",
    latex=(
        r"p = \frac{x_1 + x_2 + \dots}{n_1 + n_2 + \dots} \;\ne\; \frac{p_1 + p_2 + \dots}{m}",
        r"X = x_1 + x_2 + \dots + r \quad (r\text{: räumlich nicht zuordenbar})",
    ),
    edges="Fehlt ein Teil, so fehlt die Summe. „–“ (nichts vorhanden) trägt nichts bei und ist kein fehlender Teil. Gelieferte "
    "Werte ohne Anzahlen werden nicht zusammengezählt. Zählt eine Kommune oder der Kreis nach eigener Lieferung mehr als die "
    "Teile zusammen, zum Beispiel Menschen ohne verwendbare Anschrift, so ist der Rest r räumlich nicht zuordenbar: Teile und "
    "Rest ergeben das Ganze.",
    source="Zum Fehler beim Mitteln von Anteilen: Simpson, E. H. (1951), Journal of the Royal Statistical Society B 13, S. "
    "238–241",
    functions=("aggregate.py add_up, at_areas, completed", "levels.py counts_of_levels", "unplaced.py with_unplaced"),
)

TRANSFER = MethodText(
    key="uebertragen",
    title="Übertragen auf neu gezogene Gebiete",
    answers="Welche Zahlen hätte ein Gebiet, das anders geschnitten ist als die gelieferten?",
    used="Wenn Grenzen neu gezogen werden und nur Zahlen der alten Gebiete vorliegen. Wo kleinere Einheiten geliefert sind, wird "
    "stattdessen genau zusammengezählt.",
    reading="Anzahlen werden nach dem Anteil der Fläche (oder besser der Bevölkerung) verteilt, der im neuen Gebiet liegt. "
    "Das unterstellt, dass innerhalb eines alten Gebiets alles gleichmäßig verteilt ist; das Ergebnis ist eine Schätzung. "
    "Anteile und Dichten werden als gewichtetes Mittel übertragen.",
    latex=(
        r"V_k = \sum_i a_{ik}\, v_i \quad (\text{Anzahlen}), \qquad "
        r"\bar{v}_k = \frac{\sum_i a_{ik}\, v_i}{\sum_i a_{ik}} \quad (\text{Anteile, Dichten})",
    ),
    edges="Liegt ein Teil eines alten Gebiets in keinem neuen, so fehlt er in der Summe; wie viel das ist, wird gesagt. "
    "Fehlt der Wert eines beteiligten Gebiets, so fehlt der neue Wert.",
    source="Goodchild, M. F. und Lam, N. S.-N. (1980), Geo-Processing 1, S. 297–312",
    functions=("crosswalk.py extensive, intensive, uncovered", "cut_units.py in_parts"),
)

DISCLOSURE = MethodText(
    key="geheimhaltung",
    title="Geheimhaltung",
    answers="Welche Zahlen werden nicht gezeigt, damit niemand erkannt werden kann?",
    used="Bei jeder Zahl, bevor sie gezeigt, gezeichnet oder ausgegeben wird. Die Grenze t und die Mindestbasis stehen in den "
    "Einstellungen des Kreises; einzelne Quellen können strengere haben.",
    reading="Ein Wert wird nicht gezeigt, wenn mindestens eine, aber weniger als t Personen das Merkmal haben oder es "
    "nicht haben, und wenn die Basis kleiner als die Mindestbasis ist. Damit kein geheimer Wert durch Abziehen errechnet "
    "werden kann, wird bei Bedarf ein weiterer Wert geheim gehalten. Dabei zählt alles zusammen, was gezeigt wird: Gebiete "
    "und ihre Summen, einzelne und zusammengefasste Jahre, mehrere Einteilungen derselben Fläche, und was frühere "
    "Freigaben gezeigt haben, auch von Gebieten, die seither neu gezogen sind. Anzahl, Anteil, Vertrauensbereich, "
    "Vergleich und Farbe werden immer gemeinsam geheim gehalten.",
    latex=(r"0 < x < t \quad\text{oder}\quad 0 < n - x < t \quad\text{oder}\quad n < n_{\min}",),
    edges="Eine 0 wird gezeigt, wenn die Quelle sie nicht als schutzbedürftig kennzeichnet. Geheim ist nicht 0: Geheime "
    "Gebiete sind schraffiert und tragen das Zeichen •. Manche Quellen verlangen statt dessen gerundete Anzahlen; dann sind "
    "auch Anteile und Vergleiche aus den gerundeten gerechnet. Summen, die fast ganz von einem Anbieter stammen, sind "
    "geheim, auch wenn sie groß sind.",
    source="Hundepool, A. u. a. (2012), Statistical Disclosure Control, Wiley",
    functions=(
        "hiding.py hiding",
        "gate.py released",
        "primary.py hidden_counts, hidden_bases, small_base",
        "disclosure/protect.py protected",
        "disclosure/elimination.py recoverable",
        "disclosure/intervals.py extents",
    ),
)

GROUP = Group("Gebiete und Geheimhaltung", (ADD_UP, TRANSFER, DISCLOSURE))
