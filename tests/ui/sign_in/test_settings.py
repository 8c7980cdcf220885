"""secrets.toml: what a county writes there, and the sentence for everything that would give a wrong right."""

from pathlib import Path

import pytest

from store.actor import Role
from texts.problems import sentence
from ui.sign_in.bodies import Bodies
from ui.sign_in.role_rules import RoleRule
from ui.sign_in.settings import read_sign_in

BODIES = Bodies(
    {"05382060": "Siegburg", "05382068": "Troisdorf"}, ("Fraktion A", "Fraktion B"), ("Verband A",), ("Sozialamt",)
)
SAMPLE = Bodies({"05382068": "Troisdorf"}, ("Fraktion A",), ("Wohlfahrtsverband A",), ("Sozialamt",))
AUTH = """\
[auth]
redirect_uri = "https://monitor.example.de/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "monitor"
client_secret = "geheim"
server_metadata_url = "https://login.example.de/.well-known/openid-configuration"
"""
ROLES = """
[roles]
claim = "groups"
contact = "die Sozialplanung"

[roles.leitung]
value = "monitor-koordination"
role = "koordination"

[roles.amt]
value = "monitor-sozialamt"
role = "fachamt"
office = "Sozialamt"

[roles.troisdorf]
value = "CN=Troisdorf,OU=Monitor"
role = "kommune"
home = "05382068"
office = "Jugendamt der Stadt"

[roles.fraktion]
value = "fraktion-a"
role = "politik"
home = "Fraktion A"

[roles.verband]
value = "verband-a"
role = "verband"
home = "Verband A"

[roles.gast]
value = "gast"
role = "oeffentlichkeit"
"""


@pytest.fixture
def read(tmp_path):
    def reading(*texts, bodies=BODIES):
        paths = [tmp_path / f"{number}.toml" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        sign_in, problems = read_sign_in([*paths, tmp_path / "nowhere.toml"], lambda: bodies)
        return sign_in, [sentence(problem).replace(f"{tmp_path}/", "") for problem in problems]

    return reading


def rule(role="kommune", more='home = "05382068"'):
    return f'{AUTH}[roles]\nclaim = "groups"\n\n[roles.eins]\nvalue = "x"\nrole = "{role}"\n{more}\n'


def test_what_a_county_writes(read):
    sign_in, told = read(AUTH + ROLES)
    assert told == []
    assert (sign_in.claim, sign_in.contact, sign_in.hours, sign_in.https) == ("groups", "die Sozialplanung", 12, True)
    assert sign_in.rules == (
        RoleRule("monitor-koordination", Role.COORDINATION),
        RoleRule("monitor-sozialamt", Role.OFFICE, "Sozialamt"),
        RoleRule("CN=Troisdorf,OU=Monitor", Role.MUNICIPALITY, "05382068", "Jugendamt der Stadt"),
        RoleRule("fraktion-a", Role.POLITICS, "Fraktion A"),
        RoleRule("verband-a", Role.ASSOCIATION, "Verband A"),
        RoleRule("gast", Role.PUBLIC),
    )


@pytest.mark.parametrize("texts", [(), ("",), ('[connections]\nurl = "x"\n',), (ROLES,)])
def test_without_auth_there_is_no_provider(read, texts):
    assert read(*texts) == (None, [])


def test_a_later_file_replaces_a_section_of_an_earlier_one(read):
    """As Streamlit merges them."""
    first = rule("kommune", 'home = "nirgends"')
    sign_in, told = read(first, ROLES)
    assert told == []
    assert len(sign_in.rules) == 6


def test_the_home_of_the_county_may_be_written_down(read):
    assert read(rule("koordination", 'home = "kreis"'))[1] == []


FAULTS = {
    "unknown role": (
        rule("landrat"),
        ["0.toml, Zeile 12: Abschnitt [roles.eins]: Bei „role“ steht „landrat“, erlaubt sind nur: koordination, fachamt, "
         "kommune, politik, verband, oeffentlichkeit."],
    ),
    "unknown municipality": (
        rule("kommune", 'home = "05382069"'),
        ["0.toml, Zeile 13: Abschnitt [roles.eins]: Bei „home“ steht „05382069“. Das gibt es im Datenordner nicht."
         " Erwartet wird der Schlüssel der Kommune, zum Beispiel 05382068. Vorhanden sind: 05382060 "
         "(Siegburg), 05382068 (Troisdorf)."],
    ),
    "the name of a municipality is no key": (
        rule("kommune", 'home = "Troisdorf"'),
        ["0.toml, Zeile 13: Abschnitt [roles.eins]: Bei „home“ steht „Troisdorf“. Das gibt es im Datenordner nicht. Erwartet "
         "wird der Schlüssel der Kommune, zum Beispiel 05382068. Vorhanden sind: 05382060 (Siegburg), 05382068 (Troisdorf)."],
    ),
    "no home": (
        rule("kommune", ""),
        ["0.toml, Zeile 10: Abschnitt [roles.eins]: Zur Rolle „kommune“ fehlt der Schlüssel „home“: der Schlüssel der Kommune, "
         "zum Beispiel 05382068. Ohne ihn wäre nicht klar, für wen jemand handelt."],
    ),
    "an office without its name": (
        rule("fachamt", ""),
        ["0.toml, Zeile 10: Abschnitt [roles.eins]: Zur Rolle „fachamt“ fehlt der Schlüssel „office“: ein Amt aus „offices“ in "
         "county.toml. Ohne ihn wäre nicht klar, für wen jemand handelt."],
    ),
    "a faction of no council": (
        rule("politik", 'home = "Fraktion C"'),
        ["0.toml, Zeile 13: Abschnitt [roles.eins]: Bei „home“ steht „Fraktion C“. Das gibt es im Datenordner nicht."
         " Erwartet wird eine Fraktion aus „factions“ in county.toml. Vorhanden sind: Fraktion A, "
         "Fraktion B."],
    ),
    "a home for the coordination": (
        rule("koordination", 'home = "05382068"'),
        ["0.toml, Zeile 13: Abschnitt [roles.eins]: Zur Rolle „koordination“ gehört der Schlüssel „home“ nicht. Bitte entfernen."],
    ),
    "a home for the public": (
        rule("oeffentlichkeit", 'home = "kreis"'),
        ["0.toml, Zeile 13: Abschnitt [roles.eins]: Zur Rolle „oeffentlichkeit“ gehört der Schlüssel „home“ nicht. Bitte "
         "entfernen."],
    ),
    "a misspelt key": (
        rule("kommune", 'home = "05382068"\nrolle = "koordination"'),
        ["0.toml, Zeile 14: Abschnitt [roles.eins]: Den Schlüssel „rolle“ gibt es nicht. Gemeint ist vermutlich „role“. Bitte "
         "umbenennen oder löschen."],
    ),
    "the same value twice": (
        rule() + '[roles.zwei]\nvalue = "x"\nrole = "koordination"\n',
        ["0.toml, Zeile 15: Abschnitt [roles.zwei]: Der Wert „x“ steht schon in einem früheren Abschnitt; dieser hier käme nie "
         "zum Zug. Bitte einen der beiden streichen."],
    ),
    "no roles": (
        AUTH,
        ["0.toml: Ein Anmeldedienst ist eingerichtet ([auth]), aber der Abschnitt [roles] fehlt: Niemand hätte eine Rolle. Bitte "
         "ergänzen; ein Beispiel steht in docs/anmeldung-beispiel.toml."],
    ),
    "roles without one": (
        AUTH + '[roles]\nclaim = "groups"\n',
        ["0.toml, Zeile 7: Der Abschnitt [roles] ordnet keinem Konto eine Rolle zu. Bitte je Rolle einen Abschnitt wie "
         "[roles.koordination] ergänzen."],
    ),
    "no claim": (
        AUTH + '[roles]\ncontact = "x"\n[roles.a]\nvalue = "x"\nrole = "koordination"\n',
        ["0.toml, Zeile 7: Abschnitt [roles]: Der Schlüssel „claim“ fehlt oder ist leer. Bitte ergänzen."],
    ),
    "a short secret": (
        rule().replace("0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcde"),
        ["0.toml, Zeile 3: Abschnitt [auth]: Der Wert bei „cookie_secret“ ist zu kurz. Damit niemand eine Anmeldung fälschen kann, "
         "sind mindestens 32 zufällige Zeichen nötig."],
    ),
    "no https": (
        rule().replace("https://monitor.", "http://monitor."),
        ["0.toml, Zeile 2: Abschnitt [auth]: Die Adresse bei „redirect_uri“ muss mit https:// beginnen; http:// ist nur auf dem "
         "eigenen Rechner (localhost) erlaubt."],
    ),
    "another ending": (
        rule().replace("/oauth2callback", "/"),
        ["0.toml, Zeile 2: Abschnitt [auth]: Die Adresse bei „redirect_uri“ muss auf /oauth2callback enden, zum Beispiel "
         "https://monitor.example.de/oauth2callback."],
    ),
    "a provider of its own": (
        rule() + '[auth.zweiter]\nclient_id = "y"\n',
        ["0.toml, Zeile 14: Abschnitt [auth]: Anmeldedienste mit eigenem Abschnitt ([auth.zweiter]) werden nicht unterstützt: "
         "Derselbe Wert könnte bei zwei Diensten Verschiedenes bedeuten. Bitte genau einen Dienst direkt unter [auth] eintragen."],
    ),
    "auth that is no section": (
        'auth = "ja"\n' + ROLES,
        [f"0.toml: Abschnitt [auth]: Der Schlüssel „{key}“ fehlt oder ist leer. Bitte ergänzen."
         for key in ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("text, expected", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_file_and_section(read, text, expected):
    assert read(text)[1] == expected


def test_a_file_that_cannot_be_read_counts_as_a_fault_and_tells_no_secret(read):
    """Streamlit takes such a file for none at all."""
    sign_in, told = read(AUTH.replace('"geheim"', '"streng geheim') + ROLES)
    assert sign_in is None
    assert len(told) == 1 and told[0].startswith("0.toml, Zeile 5: ")
    assert "streng" not in told[0]


def test_no_value_of_auth_is_ever_told(read):
    _, told = read(
        '[auth]\nclient_secret = 4711\ncookie_secret = "kurz4711"\nredirect_uri = "http://a.de/x4711"\n' + ROLES
    )
    assert len(told) == 6
    assert "4711" not in " ".join(told)


def test_where_the_data_folder_cannot_be_read_homes_are_checked_when_they_are_used(read):
    sign_in, told = read(rule("kommune", 'home = "05382069"'), bodies=None)
    assert told == []
    assert sign_in.rules[0].body == "05382069"


@pytest.mark.parametrize("host", ["http://localhost:8501", "http://127.0.0.1:{port}", "http://[::1]:8501"])
def test_http_is_allowed_on_this_machine(read, host):
    sign_in, told = read(rule().replace("https://monitor.example.de", host))
    assert told == []
    assert not sign_in.https


def test_the_example_of_the_handbook_starts_once_its_two_secrets_are_there(read):
    example = (Path(__file__).resolve().parents[3] / "docs" / "anmeldung-beispiel.toml").read_text(encoding="utf-8")
    _, told = read(example, bodies=SAMPLE)
    assert [each.partition("Der Schlüssel ")[2] for each in told] == [
        "„cookie_secret“ fehlt oder ist leer. Bitte ergänzen.",
        "„client_secret“ fehlt oder ist leer. Bitte ergänzen.",
    ]
    filled = example.replace('cookie_secret = ""', f'cookie_secret = "{"x" * 64}"').replace(
        'client_secret = ""', 'client_secret = "y"'
    )
    sign_in, told = read(filled, bodies=SAMPLE)
    assert told == []
    assert len(sign_in.rules) == 5
