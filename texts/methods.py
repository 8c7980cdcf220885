"""The methods in German, with their formulas and sources: the page Methodik and docs/methoden.md tell the same."""

from __future__ import annotations

from typing import NamedTuple

from indicators.catalogue import Method

POLARITY = {-1: "Hohe Werte sind ungünstig", 1: "Hohe Werte sind günstig", 0: "Keine Wertung (Kontext)"}

EFFECT_LEVELS = {
    "input": "Input: was eingesetzt wird",
    "output": "Output: was angeboten und erreicht wird",
    "outcome": "Outcome: was sich bei der Zielgruppe verändert",
    "impact": "Impact: was sich in der Gesellschaft verändert",
    "context": "Kontext: Rahmenbedingung ohne Wertung",
}

METHODS = {
    Method.PROPORTION: "Anteil mit Wilson-Vertrauensbereich",
    Method.RATE: "Rate mit Poisson-Vertrauensbereich",
    Method.STANDARDISED: "Direkt altersstandardisierte Rate mit Dobson-Vertrauensbereich",
    Method.RATIO: "Verhältniszahl ohne Vertrauensbereich",
    Method.COUNT: "Anzahl",
    Method.GIVEN: "Gelieferter Wert",
}


class Formula(NamedTuple):
    """One method: what it does in a sentence, its formulas, and who published it."""

    title: str
    sentence: str
    latex: tuple[str, ...]
    source: str


FORMULAS = (
    Formula(
        "Anteil",
        "Von n Personen haben x das Merkmal. Der Vertrauensbereich sagt, welche Anteile mit dem gezählten Ergebnis gut "
        "vereinbar sind; er ist umso breiter, je weniger Personen gezählt wurden.",
        (r"p = \frac{x}{n}", r"\frac{2x + z^2 \mp z\sqrt{z^2 + 4x\left(1 - \frac{x}{n}\right)}}{2\,(n + z^2)}"),
        "Wilson, E. B. (1927), Journal of the American Statistical Association 22, S. 209–212",
    ),
    Formula(
        "Rate",
        "Fälle je 1.000 (oder 10.000, 100.000) Personen. Unter 10 Fällen gilt der exakte Poisson-Bereich, "
        "ab 10 Fällen Byars Näherung.",
        (
            r"\tfrac12\chi^2_{\alpha/2;\,2x} \;\text{ bis }\; \tfrac12\chi^2_{1-\alpha/2;\,2x+2} \qquad (x < 10)",
            r"x\left(1 - \tfrac{1}{9x} - \tfrac{z}{3\sqrt{x}}\right)^3 \;\text{ bis }\; "
            r"(x+1)\left(1 - \tfrac{1}{9(x+1)} + \tfrac{z}{3\sqrt{x+1}}\right)^3 \qquad (x \ge 10)",
        ),
        "Breslow, N. E. und Day, N. E. (1987), Statistical Methods in Cancer Research II, S. 69",
    ),
    Formula(
        "Altersstandardisierte Rate",
        "Die Rate, die ein Gebiet hätte, wenn seine Bevölkerung so alt wäre wie die Europäische Standardbevölkerung "
        "2013. Bei weniger als 10 Fällen wird kein Wert gezeigt.",
        (
            r"\mathrm{DSR} = \frac{\sum_i w_i\, x_i / n_i}{\sum_i w_i}",
            r"\mathrm{DSR} + \sqrt{\frac{\mathrm{Var}}{X}}\,\bigl(X_{u,o} - X\bigr), \qquad X = \sum_i x_i",
        ),
        "Dobson, A. J. u. a. (1991), Statistics in Medicine 10, S. 457–462; Eurostat (2013)",
    ),
    Formula(
        "Zusammengefasste Jahre",
        "Sind die Zahlen eines Jahres zu klein, werden drei Jahrgänge addiert und dann geteilt. Der Wert trägt die "
        "Jahre im Namen, zum Beispiel 2022–2024.",
        (r"p_{t} = \frac{x_{t-2} + x_{t-1} + x_{t}}{n_{t-2} + n_{t-1} + n_{t}}",),
        "Übliches Vorgehen der Gesundheitsberichterstattung",
    ),
    Formula(
        "Vergleich mit dem Kreis",
        "Vergleichswert ist der Wert des ganzen Kreises aus addierten Zahlen, nie das Mittel der Gebiete. „Günstiger“ "
        "oder „ungünstiger“ heißt ein Gebiet nur, wenn sein ganzer Vertrauensbereich auf einer Seite des Kreiswerts "
        "liegt, mit 95 % oder 99,8 % Sicherheit. Sonst heißt es „ähnlich“.",
        (
            r"\text{hoch ist ungünstig:} \quad \text{ungünstiger} \iff l_{99{,}8} > p_{\text{Kreis}}",
            r"\text{günstiger} \iff u_{99{,}8} < p_{\text{Kreis}}",
        ),
        "Office for Health Improvement and Disparities (Fingertips), technische Hinweise",
    ),
    Formula(
        "Veränderung",
        "Der spätere Wert minus der frühere, bei Anteilen in Prozentpunkten. Aus den Grenzen l und u beider Werte wird "
        "ein Vertrauensbereich der Veränderung. „Nicht gesichert“ heißt: Die 0 liegt darin, die Veränderung kann allein "
        "Zufall sein; es heißt nicht, dass sich nichts verändert hat. Bei vielen Gebieten gelten einige auch "
        "ohne wirkliche Veränderung als gesichert, bis zu etwa eines von zwanzig. Zusammengefasste Jahre werden nur verglichen, "
        "wenn sie sich nicht überschneiden.",
        (
            r"d = p_2 - p_1",
            r"d - \sqrt{(p_2 - l_2)^2 + (u_1 - p_1)^2} \;\text{ bis }\; d + \sqrt{(u_2 - p_2)^2 + (p_1 - l_1)^2}",
        ),
        "Zou, G. Y. und Donner, A. (2008), Statistics in Medicine 27, S. 1693–1702; für Anteile Newcombe, R. G. (1998), "
        "Statistics in Medicine 17, S. 873–890, Methode 10",
    ),
    Formula(
        "Statusindex und Dynamikindex (MSS-Regel)",
        "Jede Kennzahl wird als Abstand vom Mittel der Gebiete in Standardabweichungen ausgedrückt, hoch heißt "
        "ungünstig. Die Summe wird noch einmal ebenso ausgedrückt. Unter 20 Gebieten werden keine Klassen gebildet.",
        (
            r"z_{ij} = \pm\frac{x_{ij} - \bar{x}_j}{s_j}, \qquad S_i = \frac{\sum_j z_{ij} - \overline{\sum_j z_j}}{s}",
            r"\text{hoch} < -1 \le \text{mittel} \le 1 < \text{niedrig} \le 1{,}5 < \text{sehr niedrig}",
        ),
        "Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung",
    ),
    Formula(
        "Geheimhaltung",
        "Ein Wert wird nicht gezeigt, wenn mindestens eine, aber weniger als t Personen das Merkmal haben oder es nicht haben, "
        "und wenn die Basis kleiner als die Mindestbasis ist. Damit kein geheimer Wert durch Abziehen errechnet werden "
        "kann, wird bei Bedarf ein weiterer Wert derselben Kommune geheim gehalten. Anzahl, Anteil, Vertrauensbereich, "
        "Vergleich und Farbe werden immer gemeinsam geheim gehalten.",
        (r"0 < x < t \quad\text{oder}\quad 0 < n - x < t \quad\text{oder}\quad n < n_{\min}",),
        "Hundepool, A. u. a. (2012), Statistical Disclosure Control, Wiley",
    ),
)


def pooling_sentence(years: int) -> str:
    return f"Für diese Kennzahl werden {years} Jahrgänge zusammengefasst, weil die Zahlen eines Jahres zu klein sind."
