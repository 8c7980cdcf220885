"""What personal data is stored, for how long, and how to have it erased: in plain German, for the people it is about."""

from __future__ import annotations

COUNTY = "der Kreis, der diesen Monitor betreibt"


def responsible_words(county: str, contact: str) -> str:
    """county: its name, "" for none. contact: whom to turn to, as the operator has entered it."""
    who = f"Verantwortlich: {county or COUNTY}."
    return (
        f"{who} Bitte wenden Sie sich an {contact}." if contact else f"{who} Bitte wenden Sie sich an seine Verwaltung."
    )


# Heading → paragraphs. What is written here is what the program does; a change of one is a change of the other.
SECTIONS: dict[str, tuple[str, ...]] = {
    "Ohne Anmeldung": (
        "Wer nur liest, von dem speichert der Monitor nichts. Er setzt ein Cookie (_streamlit_xsrf), das Formulare vor fremden "
        "Seiten schützt. Es enthält eine Zufallszahl und nichts über Sie.",
        "Der Monitor fragt keinen anderen Rechner: keine Zählung von Besuchen, keine Schriften, keine Karten von fremden "
        "Servern, es sei denn, der Kreis hat eine Hintergrundkarte eingerichtet und Sie schalten sie ein.",
    ),
    "Mit Anmeldung": (
        "Ein Konto entsteht hier, sobald Sie zum ersten Mal etwas eintragen. Es enthält sechs Angaben: die Kennung Ihres Kontos "
        "beim Anmeldedienst, Ihren Namen, wie der Anmeldedienst ihn nennt, Ihre Rolle, Ihre Stelle (Kreis, Kommune, Fraktion "
        "oder Verband) und wann der Monitor Ihr Konto zuerst und zuletzt verzeichnet hat. Nichts sonst: keine E-Mail, "
        "kein Kennwort, keine IP-Adresse.",
        "Während Sie angemeldet sind, liegen in Ihrem Browser Cookies mit den Angaben des Anmeldedienstes (_streamlit_user, "
        "_streamlit_user_tokens). Sie verschwinden beim Abmelden, spätestens nach 30 Tagen. Ihre Rolle gilt kürzer, üblich sind "
        "12 Stunden.",
    ),
    "In den Einträgen": (
        "Ein Eintrag erscheint unter dem Namen der Stelle, nie unter dem einer Person. Der Verlauf hält fest, wann welche Rolle "
        "welcher Stelle was geändert hat. Er verweist auf das Konto; auf den Seiten wird der Name nicht gezeigt.",
        "Bitte schreiben Sie keine Namen von Privatpersonen in die Texte. Was Sie schreiben, bleibt im Verlauf, auch wenn der "
        "Eintrag geändert oder zurückgezogen wird.",
    ),
    "Wo": (
        "Alles liegt in einer Datenbank beim Kreis: einer Datei im Datenordner (entries/eintraege.sqlite) oder der Datenbank, "
        "die der Kreis angegeben hat. Dazu kommen die Sicherungen, die der Kreis davon macht.",
    ),
    "Wie lange": (
        "Namen und Kennung bleiben, bis sie gelöscht werden: auf Ihren Wunsch oder wenn Sie die Aufgabe abgeben. Von selbst "
        "löscht der Monitor nichts. Danach stehen im Verlauf nur noch Rolle und Stelle. Diese bleiben, solange es die "
        "Einträge gibt, damit nachvollziehbar ist, wie ein Beschluss entstand.",
        "In älteren Sicherungen steht ein gelöschter Name weiter, bis der Kreis diese Sicherungen löscht.",
    ),
    "Auskunft und Löschung": (
        "Sie können verlangen, dass man Ihnen alles gibt, was zu Ihrem Konto gespeichert ist, und dass Ihr Name gelöscht wird. "
        "Wer den Monitor betreibt, führt dazu diese Befehle aus:",
    ),
}
COMMANDS = (
    "python -m monitor entries accounts ORDNER\n"
    "python -m monitor entries account ORDNER --subject KENNUNG --export auskunft.json\n"
    "python -m monitor entries account ORDNER --subject KENNUNG --erase"
)
ACCOUNTS = "Konten"
ACCOUNTS_TOLD = "Diese Liste sieht nur die Koordination. Gelöschte Konten stehen nicht darin."
NO_ACCOUNT = "Es gibt noch kein Konto."
