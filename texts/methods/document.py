"""docs/methoden.md, written from the texts."""

from __future__ import annotations

from texts.methods import GROUPS
from texts.methods.entry import Group, MethodText

HEAD = """\
# Methoden

Wie der Sozialraum-Monitor rechnet: was jedes Verfahren beantwortet, wann es gilt, wie es zu lesen ist, die Formeln, die
Sonderfälle, die Quelle und die Funktion, die es rechnet. Die Seite „Methodik“ der App zeigt dieselben Texte, dazu Beispiele aus
den geladenen Daten.

Diese Datei wird erzeugt (`make methods`); geändert werden die Texte in `texts/methods/`.
"""


def document() -> str:
    """The whole file."""
    contents = "\n".join(f"- {group.title}: {_links(group)}" for group in GROUPS)
    return "\n".join([HEAD, f"{contents}\n", *map(_group, GROUPS)])


def _links(group: Group) -> str:
    return " · ".join(f"[{method.title}](#{method.key})" for method in group.methods)


def _group(group: Group) -> str:
    return "\n".join([f"## {group.title}\n", *map(_method, group.methods)])


def _method(method: MethodText) -> str:
    # Fenced formulas: between $$ the renderer would take "\\," and "\\;" for escaped commas and semicolons.
    formulas = "\n".join(f"```math\n{line}\n```" for line in method.latex)
    functions = "; ".join(f"`indicators/{each}`" for each in method.functions)
    return (
        f'<a id="{method.key}"></a>\n\n### {method.title}\n\n{method.answers}\n\n'
        f"**Wann es gilt.** {method.used}\n\n**So ist es zu lesen.** {method.reading}\n\n{formulas}\n\n"
        f"**Sonderfälle.** {method.edges}\n\n**Quelle.** {method.source}\n\n**Gerechnet von** {functions}\n"
    )
