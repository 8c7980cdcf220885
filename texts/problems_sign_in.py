"""Sentences about who takes part (county.toml), and about sign-in and roles (secrets.toml)."""

from __future__ import annotations

from texts.problems_settings import in_section

ALONE = "Der Monitor startet nicht, damit niemand versehentlich zu viel darf."

SENTENCES = {
    "participation_name_unreadable": in_section(
        "Bei „{key}“ steht ein Name, der leer ist, mit einem Leerzeichen beginnt oder endet oder unsichtbare Zeichen "
        "enthält: {value}. Bitte berichtigen."
    ),
    "participation_name_long": in_section(
        "Bei „{key}“ steht ein Name mit mehr als {most} Zeichen. Bitte kürzen, damit er neben eine Stellungnahme passt."
    ),
    "participation_name_reserved": in_section(
        "Bei „{key}“ steht {value}. So heißen Kreisverwaltung und Gebietsschlüssel im Monitor selbst; bitte einen anderen "
        "Namen nehmen."
    ),
    "participation_name_twice": in_section(
        "Bei „{key}“ steht {value} ein zweites Mal. Jede Stelle braucht einen eigenen Namen; bitte eine Nennung streichen "
        "oder unterscheiden."
    ),
    "roles_missing": "Ein Anmeldedienst ist eingerichtet ([auth]), aber der Abschnitt [roles] fehlt: Niemand hätte eine "
    "Rolle. Bitte ergänzen; ein Beispiel steht in docs/anmeldung-beispiel.toml.",
    "roles_empty": "Der Abschnitt [roles] ordnet keinem Konto eine Rolle zu. Bitte je Rolle einen Abschnitt wie "
    "[roles.koordination] ergänzen.",
    "role_home_missing": in_section(
        "Zur Rolle „{role}“ fehlt der Schlüssel „{key}“: {meaning}. Ohne ihn wäre nicht klar, für wen jemand handelt."
    ),
    "role_home_forbidden": in_section("Zur Rolle „{role}“ gehört der Schlüssel „{key}“ nicht. Bitte entfernen."),
    "role_home_unknown": in_section(
        "Bei „{key}“ steht {value}. Das gibt es im Datenordner nicht. Erwartet wird {meaning}. Vorhanden sind: {known}."
    ),
    "role_value_twice": in_section(
        "Der Wert {value} steht schon in einem früheren Abschnitt; dieser hier käme nie zum Zug. Bitte einen der beiden "
        "streichen."
    ),
    "sign_in_provider_named": in_section(
        "Anmeldedienste mit eigenem Abschnitt ([auth.{key}]) werden nicht unterstützt: Derselbe Wert könnte bei zwei "
        "Diensten Verschiedenes bedeuten. Bitte genau einen Dienst direkt unter [auth] eintragen."
    ),
    "sign_in_secret_short": in_section(
        "Der Wert bei „{key}“ ist zu kurz. Damit niemand eine Anmeldung fälschen kann, sind mindestens {least} zufällige "
        "Zeichen nötig."
    ),
    "sign_in_address_insecure": in_section(
        "Die Adresse bei „{key}“ muss mit https:// beginnen; http:// ist nur auf dem eigenen Rechner (localhost) erlaubt."
    ),
    "sign_in_address_ending": in_section(
        "Die Adresse bei „{key}“ muss auf /oauth2callback enden, zum Beispiel https://monitor.example.de/oauth2callback."
    ),
    "sign_in_headers_trusted": "Die Einstellung server.trustedUserHeaders ist gesetzt. Damit käme eine Rolle aus einer "
    f"Kopfzeile, die jeder schicken kann. {ALONE} Bitte die Einstellung entfernen.",
    "demo_with_provider": "MONITOR_DEMO_ROLES=1 lässt jede Person ihre Rolle ohne Kennwort wählen, aber ein Anmeldedienst ist "
    f"eingerichtet ([auth] in secrets.toml). {ALONE} Bitte die Variable entfernen (make run DEMO=).",
    "demo_beyond_machine": "MONITOR_DEMO_ROLES=1 lässt jede Person ihre Rolle ohne Kennwort wählen, aber die App wäre auch von "
    f"anderen Rechnern zu erreichen ({{address}}). {ALONE} Bitte mit --server.address 127.0.0.1 starten oder die Variable "
    "entfernen (make run DEMO=).",
}
