"""The data folder that was opened last, kept as long as its files stay as they are.

A municipality that draws its areas waits for nothing that has been read already.
"""

from __future__ import annotations

from pathlib import Path

from monitor.county_file import read_county
from monitor.folder import Folder, open_folder, redrawn
from monitor.folder_files import files_state
from monitor.scheme_folder import FolderSchemes

_last: dict[Path, tuple[tuple[str, ...], Folder]] = {}


def opened(path: Path) -> Folder:
    """As `open_folder` today; only schemes are read again where nothing else has changed."""
    path = Path(path)
    # Before anything is read: what changes meanwhile is read once more.
    state = files_state(path, read_county(path)[0].county) if path.is_dir() else ()
    known, folder = _last.get(path, ((), None))
    if folder is not None and known == state:
        return redrawn(folder, FolderSchemes(path).schemes())
    folder = open_folder(path)
    _last.clear()  # one is enough: an app shows one folder
    _last[path] = state, folder
    return folder
