"""Who is signed in, and what the page head says about it."""

from __future__ import annotations

ROLE_NAMES = {
    "koordination": "Koordination",
    "fachamt": "Fachamt",
    "kommune": "Kommune",
    "politik": "Politik",
    "verband": "Wohlfahrtsverband",
    "oeffentlichkeit": "Öffentlichkeit",
}
DEMO = (
    "Vorführung: Hier lässt sich ohne Kennwort wählen, in welcher Rolle man den Monitor sieht. Die Wahl gilt nur in diesem "
    "Fenster und geht in keinen Link ein."
)
SIGNED_OUT = f"{ROLE_NAMES['oeffentlichkeit']} – anmelden"  # who one is, and what the button does
SIGN_OUT = "Abmelden"
OPERATOR = "die Stelle, die den Monitor betreibt"


def actor_words(role: str, home: str = "", office: str = "") -> str:
    """Who somebody is, as short as it is clear. home: as people call it, not its key.

    >>> actor_words("kommune", "Siegburg"), actor_words("fachamt", "", "Sozialamt"), actor_words("politik", "Fraktion A")
    ('Kommune Siegburg', 'Sozialamt', 'Fraktion A')
    """
    if role == "kommune":
        return f"{ROLE_NAMES[role]} {home}"
    if role == "fachamt":
        return office
    return home if role in ("politik", "verband") else ROLE_NAMES[role]


def choice_words(role: str, body: str = "") -> str:
    """An entry of the list of roles: "Fachamt – Sozialamt", "Koordination"."""
    return f"{ROLE_NAMES[role]} – {body}" if body else ROLE_NAMES[role]


def signed_in_words(name: str, who: str) -> str:
    return f"Angemeldet als {name}: {who}." if name else f"Angemeldet: {who}."


def no_role_words(contact: str) -> str:
    """Signed in, but nothing of the account is known here."""
    return (
        "Sie sind angemeldet, aber Ihrem Konto ist hier keine Rolle zugeordnet. Sie sehen deshalb nur, was öffentlich ist. "
        f"Bitte wenden Sie sich an {contact or OPERATOR}."
    )


def expired_words() -> str:
    return "Ihre Anmeldung ist abgelaufen. Sie sehen nur, was öffentlich ist; bitte melden Sie sich ab und neu an."
