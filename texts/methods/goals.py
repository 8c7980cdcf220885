"""Goals: progress towards a target, and the same years in areas alike."""

from __future__ import annotations

from texts.methods.entry import Group, MethodText

PROGRESS = MethodText(
    key="fortschritt",
    title="Fortschritt zu einem Ziel",
    answers="Ist ein Ziel erreicht, ist ein Gebiet auf dem Weg dorthin, oder entfernt es sich?",
    used="Bei Zielen, die für ein Gebiet vereinbart sind: mit Kennzahl, Ausgangsjahr, Zielwert und Zieljahr. Der Ausgangswert "
    "wird immer aus den Daten gelesen.",
    reading="„Erreicht“ heißt ein Ziel, wenn der ganze Vertrauensbereich des neuesten Werts im Ziel liegt. „Auf dem Weg“ und "
    "„entfernt sich“ heißt es nur, wenn die Veränderung seit dem Ausgangsjahr statistisch gesichert ist. Sonst ist der Stand "
    "„nicht unterscheidbar“: Die Veränderung kann allein Zufall sein. Der nötige Weg ist die gerade Linie vom Ausgangswert zum "
    "Zielwert; hinter ihr oder vor ihr liegt ein Wert, wenn sein ganzer Bereich auf einer Seite liegt. Woran eine Veränderung "
    "liegt, sagt der Stand nicht: Auch nach einem zufällig schlechten Ausgangsjahr wird ein Wert von allein besser.",
    latex=(
        r"\text{hoch ist ungünstig:} \quad \text{erreicht} \iff u_{95} \le Z",
        r"\text{auf dem Weg} \iff d + \sqrt{(u_2 - p_2)^2 + (p_1 - l_1)^2} < 0, \qquad d = p_2 - p_1",
        r"\text{nötig im Jahr } t: \quad p_1 + (Z - p_1)\,\frac{t - t_1}{t_Z - t_1}",
    ),
    edges="Ein Bereich, der genau am Zielwert endet, erreicht ihn. Erfüllt schon der Ausgangswert das Ziel, so ist es zu halten: "
    "Der nötige Weg ist der Zielwert selbst. Bei Kennzahlen ohne Wertung zeigt der Zielwert die Richtung. Im Ausgangsjahr, bei "
    "Zeiträumen, die sich überschneiden, ohne Vertrauensbereich und wo ein Wert geheim ist oder fehlt, gibt es keine Aussage. "
    "Ist das Zieljahr da und das Ziel nicht gesichert erreicht, so wird das gesagt.",
    source="Wie Zielwert und Veränderung: Office for Health Improvement and Disparities (Fingertips), technische Hinweise; Zou, "
    "G. Y. und Donner, A. (2008), Statistics in Medicine 27, S. 1693–1702",
    functions=("progress.py progress", "goals.py wanted_direction", "path.py needed_path"),
)

BESIDE = MethodText(
    key="differenz-der-differenzen",
    title="Vergleich mit ähnlichen Gebieten ohne Maßnahme",
    answers="Hat sich ein Gebiet mit einer Maßnahme anders entwickelt als ähnliche Gebiete ohne sie?",
    used="Neben einem Ziel, wenn es mindestens fünf ähnliche Gebiete ohne eingetragene Maßnahme gibt und gleich weit vor und "
    "nach dem Ausgangsjahr gezeigte Werte. Ähnlich heißt: in der Lage ähnlich, und der Wert war im Ausgangsjahr höchstens "
    "anderthalbmal so groß oder so klein.",
    reading="Die Veränderung des Gebiets minus die Veränderung der anderen. Liegt die 0 außerhalb des Vertrauensbereichs, so ist "
    "der Unterschied mehr, als Zufall und gewöhnliches Auf und Ab der Gebiete ausmachen. Eine Ursache zeigt er nicht: Auch "
    "anderes kann nur hier geschehen sein. Das Jahr, nach dem ausgewählt wurde, zählt nicht mit, und davor und danach zählen "
    "Jahre in gleichem Abstand: Gebiete werden ausgewählt, wenn ihr Wert schlecht ist, und ein Teil davon vergeht von allein. In "
    "je 1.000 nachgestellten Kreisen ohne jede Wirkung, in denen die schlechtesten Gebiete ausgewählt wurden, enthielt der "
    "Bereich in 93 bis 97 von 100 Fällen die 0. Nicht zu heilen ist eine Auswahl nach mehreren Jahren (der Vergleich fällt dann "
    "zu günstig aus), ein bleibender Anstieg kurz vor der Auswahl (zu ungünstig), und wenn sich die Gebiete ohnehin verschieden "
    "entwickelt hätten.",
    latex=(
        r"\Delta_i = \bar p_{i,\text{nachher}} - \bar p_{i,\text{vorher}}, \qquad "
        r"D = \bar\Delta_{\text{mit}} - \bar\Delta_{\text{ohne}} \quad\text{mit Gewichten } w_i = \frac{1}{v_i + \tau^2}",
        r"\tau^2: \quad \sum_{\text{ohne}} \frac{(\Delta_i - \bar\Delta)^2}{v_i + \tau^2} = n_{\text{ohne}} - 1",
        r"D \mp t_{0{,}975;\,n-2}\, \sqrt{s^2 \left(\frac{1}{\sum_{\text{mit}} w_i} + \frac{1}{\sum_{\text{ohne}} w_i}\right)}, "
        r"\qquad s^2 = \frac{\sum_i w_i\,(\Delta_i - \bar\Delta_{g(i)})^2}{n - 2}",
    ),
    edges="Verglichen werden nur Gebiete, die in allen Jahren gezeigt werden; Geheimes geht nicht ein. Zusammengefasste "
    "Zeiträume überschneiden sich nie. Bewegen sich alle verglichenen Gebiete fast gleich, so gilt ein kleinstes s², das der "
    "Zufall nur in einem von zwanzig Fällen unterschreitet. Weniger als fünf Gebiete: keine Aussage.",
    source="Donald, S. G. und Lang, K. (2007), Review of Economics and Statistics 89, S. 221–233; Conley, T. G. und Taber, C. R. "
    "(2011), ebenda 93, S. 113–125; Bertrand, M., Duflo, E. und Mullainathan, S. (2004), Quarterly Journal of Economics 119, "
    "S. 249–275; Paule, R. C. und Mandel, J. (1982), Journal of Research of the National Bureau of Standards 87, S. 377–385; "
    "Knapp, G. und Hartung, J. (2003), Statistics in Medicine 22, S. 2693–2710; gleiche Abstände: Chabé-Ferret, S. (2015), "
    "Journal of Econometrics 185, S. 110–123; ähnliche Höhe: Cochran, W. G. und Rubin, D. B. (1973), Sankhyā A 35, S. 417–446",
    functions=(
        "difference_in_differences.py change_between, difference_in_differences",
        "paule_mandel.py paule_mandel",
        "mirrored_years.py mirrored_years",
        "caliper.py within_caliper",
    ),
)

GROUP = Group("Ziele", (PROGRESS, BESIDE))
