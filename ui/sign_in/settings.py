"""What secrets.toml says about sign-in, checked: better no start than a wrong right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from monitor.toml_fields import Field, Section, checked
from monitor.toml_text import TomlText, read_toml
from problem import Problem
from ui.sign_in.bodies import Bodies
from ui.sign_in.loopback import is_loopback
from ui.sign_in.role_rules import RoleRule, read_rules

AUTH_KEYS = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
ROLES = {
    "claim": Field(required=True),
    "contact": Field(),
    "hours": Field("whole", least=1, most=720),
}
CALLBACK = "/oauth2callback"
LEAST_SECRET = 32  # characters


@dataclass(frozen=True)
class SignIn:
    """A provider is there. claim: name of the claim that holds what `rules` map; first match counts.

    hours: so long a sign-in gives its role; who lost a group at the provider has lost the role here by then.
    """

    claim: str
    rules: tuple[RoleRule, ...]
    contact: str = ""
    hours: int = 12
    https: bool = True


def read_sign_in(paths: Sequence[Path], bodies: Callable[[], Bodies | None]) -> tuple[SignIn | None, list[Problem]]:
    """None without a problem: no provider. paths: secrets files as Streamlit merges them, later sections replace earlier
    ones. bodies: called where there is a provider; None where the data folder cannot be read, which leaves homes unchecked
    until they are used."""
    files, problems = _files(paths)
    auth = _last(files, "auth")
    if auth is None or problems:
        return None, problems
    problems += _auth_faults(auth)
    roles = _last(files, "roles")
    if roles is None:
        return None, [*problems, Problem("roles_missing", file=auth.source.file)]
    sign_in, found = _roles(roles, bodies())
    https = urlsplit(str(auth.data.get("redirect_uri"))).scheme == "https"
    return replace(sign_in, https=https), problems + found


def _files(paths: Sequence[Path]) -> tuple[list[TomlText], list[Problem]]:
    """Files that are there. What stands in a faulty line is not told: it may be a secret."""
    read = [read_toml(path, str(path)) for path in paths if path.is_file()]
    faults = [each for _, found in read for each in found if each.code != "file_empty"]
    problems = [replace(each, facts={**each.facts, "written": ""}) for each in faults]
    return [file for file, _ in read], problems


def _last(files: Sequence[TomlText], name: str) -> Section | None:
    """The section as the last file has it that knows it; one that is no section says nothing."""
    found = [(file, file.data[name]) for file in files if file.data and name in file.data]
    if not found:
        return None
    file, data = found[-1]
    return Section(file, name, data if isinstance(data, dict) else {})


def _auth_faults(auth: Section) -> list[Problem]:
    """Values are named in no problem: they are secrets."""
    named = [key for key, value in auth.data.items() if isinstance(value, Mapping) and "client_id" in value]
    problems = [auth.problem("sign_in_provider_named", key) for key in named]
    texts = {key: value for key in AUTH_KEYS if isinstance(value := auth.data.get(key), str) and value.strip()}
    problems += [auth.problem("key_missing", key) for key in AUTH_KEYS if key not in texts]
    if len(texts.get("cookie_secret", " " * LEAST_SECRET)) < LEAST_SECRET:
        problems.append(auth.problem("sign_in_secret_short", "cookie_secret", least=LEAST_SECRET))
    addresses = [key for key in ("redirect_uri", "server_metadata_url") if key in texts]
    problems += [auth.problem("sign_in_address_insecure", key) for key in addresses if not _is_safe(texts[key])]
    if not texts.get("redirect_uri", CALLBACK).endswith(CALLBACK):
        problems.append(auth.problem("sign_in_address_ending", "redirect_uri"))
    return problems


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))


def _roles(roles: Section, bodies: Bodies | None) -> tuple[SignIn, list[Problem]]:
    plain = {key: value for key, value in roles.data.items() if not isinstance(value, dict)}
    inner: dict[str, dict[str, Any]] = {key: value for key, value in roles.data.items() if isinstance(value, dict)}
    values, problems = checked(replace(roles, data=plain), ROLES)
    rules, found = read_rules(roles.source, inner, bodies)
    problems += found
    if not inner:
        problems.append(Problem("roles_empty", file=roles.source.file, line=roles.line()))
    return SignIn(**{"claim": "", **values}, rules=rules), problems
