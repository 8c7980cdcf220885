"""What is done where numbers are small."""

from __future__ import annotations

from texts.methods.entry import Group, MethodText

POOLING = MethodText(
    key="zusammengefasste-jahre",
    title="Zusammengefasste Jahre",
    answers="Was lässt sich sagen, wenn die Zahlen eines einzelnen Jahres zu klein sind?",
    used="Bei Kennzahlen mit kleinen Jahrgängen, zum Beispiel Befunden der Schuleingangsuntersuchung: In einem Quartier sind "
    "das oft nur 30 bis 40 Kinder im Jahr. Der Katalog kann sagen, ab welcher Größe einzelne Jahre genügen.",
    reading="Fälle und Personen mehrerer Jahrgänge werden erst addiert, dann geteilt. Der Wert trägt die Jahre im Namen, zum "
    "Beispiel 2022–2024. Er ändert sich langsamer als ein Jahreswert, weil zwei von drei Jahrgängen gleich bleiben.",
    latex=(r"p_{t} = \frac{x_{t-2} + x_{t-1} + x_{t}}{n_{t-2} + n_{t-1} + n_{t}}",),
    edges="Fehlt einer der Jahrgänge, so fehlt der Wert: Er steht nie für weniger Jahre, als er sagt. Zwei Zeiträume, die "
    "sich überschneiden, werden nicht miteinander verglichen.",
    source="Übliches Vorgehen der Gesundheitsberichterstattung",
    functions=("pooling.py add_years, pool", "plan.py plans_of"),
)

SMOOTHING = MethodText(
    key="glaettung",
    title="Glättung (empirischer Bayes-Schätzer)",
    answers="Welche Unterschiede bleiben, wenn man die Zufallsausschläge kleiner Gebiete dämpft?",
    used="Auf der Karte, wo der Katalog es für eine Kennzahl verlangt, weil viele Gebiete nur wenige Fälle haben. "
    "Geglättete Werte sind als solche gekennzeichnet; daneben stehen die gemessenen.",
    reading="Der Wert eines Gebiets rückt zum Mittel aller Gebiete (global) oder zum Mittel seiner Nachbarschaft (mit "
    "Nachbarn), umso mehr, je kleiner es ist. Große Gebiete bleiben fast, wie sie sind. Geglättete Werte zeigen Muster auf der "
    "Karte besser; für die Zahl eines einzelnen Gebiets gilt der ungeglättete Wert mit seinem Vertrauensbereich.",
    latex=(
        r"m = \frac{\sum_i x_i}{\sum_i n_i}, \qquad s^2 = \frac{\sum_i n_i\,(p_i - m)^2}{\sum_i n_i}, "
        r"\qquad v = \max\left(0,\; s^2 - \frac{m}{\bar{n}}\right)",
        r"w_i = \frac{v}{v + m / n_i}, \qquad \tilde{p}_i = w_i\, p_i + (1 - w_i)\, m",
    ),
    edges="Schwanken die Gebiete nicht stärker, als der Zufall es erwarten lässt (auch wenn alle gleich sind), so erhält "
    "jedes das Mittel. Gibt es ringsum keinen Fall, so ist der Wert 0. Ein Gebiet ohne Nachbarn nimmt das Mittel aller "
    "Gebiete. Ein geheimer oder fehlender Wert bleibt geheim oder fehlend und zählt nicht zum Mittel.",
    source="Marshall, R. J. (1991), Applied Statistics 40, S. 283–294",
    functions=("smoothing.py empirical_bayes, prior",),
)

GROUP = Group("Kleine Zahlen", (POOLING, SMOOTHING))
