"""The language of an Office document, which `xlsxwriter` does not write."""

from __future__ import annotations

import io
import zipfile

PROPERTIES, END = "docProps/core.xml", b"</cp:coreProperties>"


def with_language(document: bytes, language: str = "de-DE") -> bytes:
    """The same document with the property dc:language. Source: ECMA-376 part 2, core properties."""
    said = f"<dc:language>{language}</dc:language>".encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            content = before.read(part)
            after.writestr(part, content.replace(END, said + END) if part.filename == PROPERTIES else content)
    return buffer.getvalue()
