"""Sentences about schemes as they are kept: versions, states and what they need."""

SENTENCES = {
    "scheme_changed_meanwhile": "Fassung {version} von {areas} hat inzwischen jemand anders gespeichert. Bitte die Seite neu "
    "laden, den neuen Stand ansehen und die eigene Änderung noch einmal machen. Verloren ist nichts.",
    "scheme_state_damaged": "Dieser gespeicherte Stand eines Zuschnitts lässt sich nicht lesen. Bitte den Ordner aus der "
    "Sicherung zurückholen oder entfernen; die Stände davor sind noch da.",
    "scheme_valid_too_early": "Der Zuschnitt von {areas}, der jetzt gilt, beginnt am {day}. Ein neuer kann erst danach beginnen.",
    "scheme_cut_again": "In {areas} ist ein Baublock schon in einer früheren Fassung geteilt worden, und anders als jetzt: "
    "{units}. Bitte so teilen wie damals oder ganz einem Sozialraum geben; sonst verriete der Unterschied beider Fassungen, "
    "wer in einem Teil wohnt.",
    "scheme_draft_cut": "Für den Entwurf von {areas} gibt es noch keine Zahlen: Er teilt Baublöcke ({units}). Geteilte "
    "Baublöcke bekommen Zahlen erst, wenn der Zuschnitt gilt.",
    "scheme_draft_unfinished": "Für den Entwurf von {areas} gibt es noch keine Zahlen: {count} Baublöcke gehören zu keinem "
    "Sozialraum.",
    "release_busy": "Gerade wird schon eine Freigabe berechnet. Bitte in einigen Minuten noch einmal versuchen.",
    "schemes_without_units": "Sozialräume lassen sich hier nicht zeichnen: Dafür braucht es unter der feinsten gezeigten Ebene "
    "eine weitere mit Baublöcken (published = false in county.toml) und darüber die Kommunen. Die Zuschnitte werden nicht "
    "verwendet.",
    "scheme_of_unknown_municipality": "Die Kommune {areas}, zu der dieser Zuschnitt gehört, gibt es nicht.",
    "scheme_unit_unknown": "Dieser Zuschnitt nennt Baublöcke, die es in der Kommune nicht gibt ({count}): {areas}.",
    "scheme_unit_left": "In diesem Zuschnitt gehören Baublöcke zu keinem Sozialraum ({count}): {areas}. So kann er nicht gelten.",
    "municipality_unknown": "Die Kommune {municipality} gibt es nicht. Vorhanden sind: {known}.",
    "scheme_file_missing": "Diese Datei gibt es nicht. Bitte Pfad und Dateinamen prüfen.",
    "scheme_municipality_needed": "Diese Tabelle sagt nicht, von welcher Kommune sie ist. Bitte mit --municipality den Schlüssel "
    "der Kommune angeben.",
    "scheme_version_unknown": "Fassung {version} von {areas} gibt es nicht. Vorhanden: {known}.",
    "scheme_version_without_municipality": "Jede Kommune zählt ihre Fassungen selbst. Bitte mit --municipality sagen, "
    "von welcher Kommune die Fassung ist.",
}
