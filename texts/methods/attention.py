"""Which areas need particular attention, and how sure that is."""

from __future__ import annotations

from texts.methods.entry import Group, MethodText

RULES = MethodText(
    key="aufmerksamkeitsregeln",
    title="Drei Regeln nebeneinander",
    answers="Welche Gebiete hebt welche Regel hervor, wie weit liegen sie von der Grenze, und seit wann?",
    used="Auf den Seiten Übersicht und Aufmerksamkeit. Beschlossen ist eine Regel; die anderen zeigen, ob das Ergebnis an "
    "der Wahl "
    "der Regel hängt.",
    reading="Die Kreisregel zählt Kennzahlen, die gesichert ungünstiger sind als der Kreis. Die MSS-Regel vergleicht die "
    "Gebiete "
    "untereinander. Die Signifikanzregel fasst alle Abstände vom Kreis zu einem zusammen. Der Abstand zur Grenze ist "
    "positiv, wenn "
    "ein Gebiet hervorgehoben ist: bei der Kreisregel in Standardfehlern der k-stärksten Kennzahl, bei der MSS-Regel in "
    "Standardabweichungen des Index, bei der Signifikanzregel in Standardfehlern. „Neu“, „nicht mehr“ und „seit“ gelten nur "
    "für "
    "Jahre, die nach demselben Verfahren gerechnet sind; seine Nummer steht bei jedem Ergebnis.",
    latex=(
        r"\text{Kreisregel:} \quad \#\{j : x_{ij} > \theta_j + z\sqrt{\theta_j(1-\theta_j)/n_{ij}}\} \ge k",
        r"\text{MSS-Regel:} \quad \max\bigl(S_i - 1{,}5,\; \min(S_i - 1,\; D_i - 1)\bigr) > 0",
        r"\text{Hinweis zum Prüfen:} \quad 0{,}6745\, \frac{x_{ij} - \mathrm{Median}_j}{\mathrm{MAD}_j} > 3{,}5",
    ),
    edges="Eine geheime Kennzahl zählt in der Kreisregel weder dafür noch dagegen; in den beiden anderen steht für sie der "
    "Wert der "
    "Kommune. Fehlt eine Kennzahl, so wird das Gebiet von diesen beiden nicht bewertet, und die Tabelle nennt sie. Ein nicht "
    "bewertetes Jahr unterbricht „seit“. Bei den Gründen steht ein Hinweis zum Prüfen, wo ein einzelner Wert die Hervorhebung "
    "macht: wenn nur eine Kennzahl dafür spricht; wenn ein Wert mehr als 3,5 robuste Standardabweichungen vom mittleren Gebiet "
    "entfernt liegt und doppelt so weit wie jede andere Kennzahl des Gebiets; oder wenn er seit dem Vorjahr gesprungen ist: "
    "gesichert, um mehr als 3,5 robuste Standardabweichungen über die übliche Veränderung hinaus und um mehr, als sich die "
    "Gebiete voneinander unterscheiden. Das kann an einer Dienststelle, einem Heim oder einer Notunterkunft liegen. Gerechnet "
    "wird allein mit gezeigten Werten.",
    source="Kreisregel: Verfahren des Kreises; Office for Health Improvement and Disparities (Fingertips) für „gesichert“. "
    "MSS-Regel: "
    "Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung 2013 und 2015. Hinweis zum Prüfen: "
    "Iglewicz und Hoaglin (1993), How to Detect and Handle Outliers, S. 11–12",
    functions=(
        "county_rule.py CountyRule",
        "mss_rule.py MssRule",
        "attention.py agreement",
        "flag_history.py flag_history",
        "robust_distance.py robust_distance, robust_spread",
    ),
)

SIGNIFICANCE = MethodText(
    key="signifikanzregel",
    title="Signifikanzregel",
    answers="Liegt ein Gebiet in allen Kennzahlen zusammen so weit über dem Kreis, dass es kein Zufall sein kann?",
    used="Als dritte Regel auf der Seite Aufmerksamkeit, wenn der Kreis sie in county.toml festlegt.",
    reading="Für jede Kennzahl wird der Abstand vom Kreiswert in Standardfehlern gemessen, hoch heißt ungünstig. Die Summe "
    "wird durch "
    "ihre Standardabweichung geteilt. Kennzahlen hängen zusammen; deshalb geht ihre Korrelation über die Gebiete ein. Sie ist "
    "größer als die des Zufalls allein, weil auch wahre Unterschiede zusammen auftreten: Die Regel ist auf der vorsichtigen "
    "Seite. "
    "Hervorgehoben wird ab 99,8 % (oder 95 %) Sicherheit, oder nach Benjamini und Hochberg.",
    latex=(
        r"z_{ij} = \pm\frac{x_{ij} - \theta_j}{\sqrt{\theta_j(1-\theta_j)/n_{ij}}}, \qquad "
        r"Z_i = \frac{\sum_j g_j z_{ij}}{\sqrt{\sum_j \sum_k g_j\, g_k\, r_{jk}}}",
        r"r_{jk} = \max\bigl(0,\; \mathrm{corr}(z_j, z_k)\bigr)",
    ),
    edges="Unter 20 Gebieten, oder wenn eine Kennzahl nirgends abweicht, lässt sich die Korrelation nicht schätzen und gilt "
    "als 1. Für "
    "eine geheime Kennzahl steht der Wert der Kommune mit dem größten Standardfehler. Sind alle Gebiete gleich, so ist keines "
    "hervorgehoben. Kennzahlen ohne Vertrauensbereich sind nicht zugelassen.",
    source="Stouffer u. a. (1949), The American Soldier I, S. 45; Strube (1985), Psychological Bulletin 97, S. 334–341; "
    "Spiegelhalter "
    "(2005), Statistics in Medicine 24, S. 1185–1202",
    functions=(
        "significance_rule.py SignificanceRule, correlations",
        "deviations.py deviations, standard_errors, completed_errors, critical_values",
    ),
)

CERTAINTY = MethodText(
    key="wie-sicher",
    title="Wie sicher eine Hervorhebung ist",
    answers="Bliebe ein Gebiet hervorgehoben, wenn der Zufall aus den Zahlen herausgerechnet oder das Verfahren etwas anders "
    "wäre?",
    used="Bei jeder der drei Regeln, in mindestens 1.000 Durchgängen.",
    reading="In jedem Durchgang werden wahre Werte gezogen, die zu den gezählten passen, und die Regel wird neu angewandt. Die "
    "Wahrscheinlichkeit ist der Anteil der Durchgänge, in denen das Gebiet hervorgehoben ist: dass mindestens k Kennzahlen "
    "auch in "
    "Wahrheit jenseits der Grenze der Sicherung liegen, dass der wahre Index jenseits der Klassengrenze liegt, dass der "
    "wahre gemeinsame "
    "Abstand gesichert wäre. Gibt es in mindestens 95 % der Durchgänge dasselbe Ergebnis, heißt es „sicher“, ab 80 % "
    "„wahrscheinlich“, sonst „an der Grenze“. Ein extremer Wert weniger Menschen ist meist zu extrem; deshalb rücken "
    "gezogene Werte zur Mitte, und zwar dorthin, wo die anderen Kennzahlen des Gebiets es erwarten lassen. Dazu lassen sich "
    "Annahmen "
    "ändern: Gewichte (±25 % oder beliebig), Maßstab (z-Wert, Rang, Prozentrang), eine Kennzahl weglassen, k um eins, Mittel "
    "der "
    "Einwohner. „Einfluss“ nennt die Annahme, die das Ergebnis für sich allein am häufigsten ändert (eine nach der anderen, "
    "keine "
    "Sobol-Indizes). Der Rang hat einen Bereich: die mittleren 95 % der Durchgänge. "
    "Geprüft an 40 erfundenen Kreisen mit bekannter Wahrheit und allen drei Regeln (18.960 Urteile): Von Gebieten mit einer "
    "Wahrscheinlichkeit unter 5 % (16.371) waren in Wahrheit 0,2 % jenseits der Grenze, bei 5 bis 20 % (545) 14 %, bei 20 "
    "bis 50 % "
    "(418) 37 %, bei 50 bis 80 % (312) 62 %, bei 80 bis 95 % (212) 86 %, ab 95 % (1.102) 99,8 %.",
    latex=(
        r"p_{ij} \sim \mathrm{Beta}\bigl(\mu_{ij} M_j + x_{ij},\; (1-\mu_{ij}) M_j + n_{ij} - x_{ij}\bigr), \qquad "
        r"\mu_{ij} = a_j + b_j\, \bar{z}_{i,-j}",
        r"P_i = \frac{1}{N} \sum_{d=1}^{N} \mathbf{1}\bigl[\text{Regel hebt } i \text{ in Durchgang } d \text{ hervor}\bigr]",
    ),
    edges="Für eine geheime Zahl wird um den Wert der Kommune gezogen, so breit, wie sich Gebiete unterscheiden: Auch die "
    "Wahrscheinlichkeit verrät nichts Geheimes. Werte ohne Vertrauensbereich bleiben, wie sie sind; dort bewegen nur die "
    "Annahmen "
    "etwas. Die Wahrscheinlichkeit der Kreisregel ist nicht die, dass ein Gebiet ungünstiger ist als der Kreis: Ein Wert "
    "knapp jenseits "
    "der Sicherungsgrenze ist fast sicher ungünstiger und liegt doch nur etwa zur Hälfte auch in Wahrheit dahinter. Zwei "
    "Jahre einer "
    "Veränderung gelten als unabhängig. Gleicher Startwert, gleiches Ergebnis, in jeder Reihenfolge der Gebiete.",
    source="Saisana, Saltelli und Tarantola (2005), Journal of the Royal Statistical Society A 168, S. 307–323; Morris "
    "(1983), Journal of "
    "the American Statistical Association 78, S. 47–65; Fay und Herriot (1979), ebenda 74, S. 269–277; Wilson und Hilferty "
    "(1931), "
    "PNAS 17, S. 684–688; Goldstein und Spiegelhalter (1996), Journal of the Royal Statistical Society A 159, S. 385–443",
    functions=(
        "certainty.py certainty_of",
        "flag_frequency.py flag_frequency",
        "assumptions.py decided, varied, alternatives, weights_of",
        "posterior.py posterior, change_posterior",
        "prior.py expected_values, variance_between",
        "sampling.py draws_of",
        "random_rates.py random_beta, random_gamma",
        "scales.py scores, standardised",
        "ranks.py ranks_from_top, tied_ranks, rank_interval",
    ),
)

GROUP = Group("Aufmerksamkeit", (RULES, SIGNIFICANCE, CERTAINTY))
