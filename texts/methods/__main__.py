"""`python -m texts.methods` writes docs/methoden.md."""

from pathlib import Path

from texts.methods.document import document

TARGET = Path(__file__).resolve().parents[2] / "docs" / "methoden.md"

TARGET.write_text(document(), encoding="utf-8")
