"""What a map shows, in words: for whom cannot see it, on screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from views.layer import Layer
from views.legend import heading_at, legend_lines

MOST_NAMES = 12


def alt_text(layer: Layer, position: int, names: Sequence[str], inside: Sequence[int] | None = None) -> str:
    """Heading, how many areas each line of the legend has, and which are flagged. names: of the areas in feature order;
    inside: indices of those that count, None = all."""
    counted = "; ".join(
        f"{line.text}: {line.counted}" for line in legend_lines(layer, position, inside) if line.counted
    )
    flags = layer.flags(position)
    chosen = range(len(names)) if inside is None else inside
    flagged = [names[index] for index in chosen if flags and flags[index] == "1"]
    more = f" und {len(flagged) - MOST_NAMES} weitere" if len(flagged) > MOST_NAMES else ""
    marked = f" Markiert: {', '.join(flagged[:MOST_NAMES])}{more}." if flagged else ""
    return f"Karte. {heading_at(layer, position)}. {counted}.{marked}"
