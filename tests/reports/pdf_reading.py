"""What a reader's program finds in a PDF: text, and the structure that is read out."""

import io
import re
import shutil
import subprocess

import pikepdf
import pytest


def text_of(content, *options):
    """Text as pdftotext finds it; skips where it is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run([program, *options, "-", "-"], input=content, capture_output=True, check=True, timeout=60)
    return done.stdout.decode()


def rows_told(content):
    """Cells of every table row, as they are read out, with poppler's reading of the structure."""
    program = shutil.which("pdfinfo")
    if program is None:
        pytest.skip("pdfinfo (poppler-utils) is not installed")
    done = subprocess.run([program, "-struct-text", "-"], input=content, capture_output=True, check=True, timeout=60)
    rows, cell = [], 0
    for line in done.stdout.decode(errors="replace").splitlines():  # titles of headings stand there in another encoding
        told, depth = line.strip(), len(line) - len(line.lstrip())
        if told == "TR":
            rows.append([])
        elif re.match(r"T[DH]\b", told) and rows:
            rows[-1].append("")
            cell = depth
        elif told.startswith('"') and depth > cell > 0:
            rows[-1][-1] = rows[-1][-1] if told == '"-"' else rows[-1][-1] + told[1:-1]
        elif depth <= cell:
            cell = 0  # behind the table
    return rows


def opened(content):
    return pikepdf.open(io.BytesIO(content))


def elements(document):
    """(tag, element) of the structure tree, in the order they are read."""
    roles = document.Root.StructTreeRoot.get("/RoleMap", {})

    def walk(element):
        tag = str(element.get("/S", ""))
        if tag:
            yield str(roles.get(tag, tag)), element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                yield from walk(kid)

    return list(walk(document.Root.StructTreeRoot))
