"""`python -m monitor entries`: backup and restore of what people have entered; export and erasure of an account."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path

from problem import DataError, Problem
from reports.formula_cells import as_text
from reports.private_file import private_file
from store import accounts
from store.account import Account
from store.account_list import all_accounts
from store.actor import COUNTY
from store.backup import back_up, restore
from store.place import SQLITE, address_of, store_of
from store.store import StoreUnavailableError, open_store
from texts import entries_command as texts
from texts.entries import home_words
from texts.sign_in import ROLE_NAMES

Command = Callable[[argparse.Namespace], int | None]


def add_entries_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("entries", help=texts.HELP["entries"], description=texts.HELP["entries"])
    below = parser.add_subparsers(title="Befehle", required=True, metavar="BEFEHL")
    backup = _command(below, "backup", _backup)
    backup.add_argument("--out", type=Path, required=True, metavar="DATEI", help=texts.HELP["out"])
    back = _command(below, "restore", _restore)
    back.add_argument("--from", type=Path, required=True, metavar="DATEI", dest="file", help=texts.HELP["from"])
    account = _command(below, "account", _account)
    account.add_argument("--subject", required=True, metavar="KENNUNG", help=texts.HELP["subject"])
    account.add_argument("--export", type=Path, metavar="DATEI", help=texts.HELP["export"])
    account.add_argument("--erase", action="store_true", help=texts.HELP["erase"])
    _command(below, "accounts", _accounts)


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: Command
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=texts.HELP[name], description=texts.HELP[name])
    parser.set_defaults(command=_in_words(run))
    parser.add_argument("folder", type=Path, metavar="ORDNER", help=texts.HELP["folder"])
    return parser


def _in_words(run: Command) -> Command:
    """1 and a German sentence where the store or a file cannot be used; DataError goes on to the command line's list."""

    def command(options: argparse.Namespace) -> int:
        try:
            return run(options) or 0
        except StoreUnavailableError:
            return _refused(texts.UNAVAILABLE)
        except OSError as error:
            return _refused(texts.file_words(str(error.filename or options.folder)))

    return command


def _refused(told: str) -> int:
    print(told, file=sys.stderr)
    return 1


def _backup(options: argparse.Namespace) -> None:
    store = store_of(_there(options.folder))
    with private_file(options.out) as file:
        rows = back_up(store, file)
    print(texts.backed_up_words(rows, str(options.out)))


def _restore(options: argparse.Namespace) -> None:
    """Past the first state a new store begins with: what is restored takes its place."""
    address = address_of(_there(options.folder))
    if address.startswith(SQLITE):
        Path(address.removeprefix(SQLITE)).parent.mkdir(parents=True, exist_ok=True)
    with options.file.open("rb") as file:
        rows = restore(open_store(address), file)
    print(texts.restored_words(rows, str(options.file)))


def _account(options: argparse.Namespace) -> int:
    """Export first, then erase: who asks for both gets what was there."""
    if not options.export and not options.erase:
        return _refused(texts.NOTHING_ASKED)
    store = store_of(_there(options.folder))
    try:
        kept = accounts.exported(store, options.subject)
        if options.export:
            with private_file(options.export) as file:
                file.write(json.dumps(kept, ensure_ascii=False, indent=2).encode() + b"\n")
            print(texts.exported_words(str(options.export)))
        if options.erase:
            accounts.erase(store, options.subject)
            print(texts.ERASED)
    except KeyError:
        return _refused(texts.NO_ACCOUNT)
    return 0


def _accounts(options: argparse.Namespace) -> None:
    found = all_accounts(store_of(_there(options.folder)))
    if not found:
        print(texts.NO_ACCOUNTS)
        return
    lines = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    lines.writerows([texts.HEADINGS, *map(_row, found)])


def _row(account: Account) -> tuple[str, ...]:
    """A municipality is its key here: its name would need the whole data folder."""
    home = home_words(f"{account.role}:{account.home}" if account.home != COUNTY else COUNTY, {})
    days = (account.first_seen[:10], account.last_seen[:10])
    return (as_text(account.subject), as_text(account.name), ROLE_NAMES.get(account.role, account.role), home, *days)


def _there(folder: Path) -> Path:
    """Raises DataError where there is no such folder: a store would be made in it."""
    if not folder.is_dir():
        raise DataError(Problem("folder_missing", facts={"folder": str(folder)}))
    return folder
