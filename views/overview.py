"""How many areas need attention, where they lie and how many people live there, in a sentence or two."""

from __future__ import annotations

from indicators.attention import Attention
from monitor.release import Release
from texts.municipality import municipality_sentence
from texts.overview import county_sentence
from views.view import AttentionView, areas_in


def overview_words(release: Release, view: AttentionView, found: Attention) -> str:
    """Of the whole county; of the chosen municipality, where one is chosen, with the county beside it."""
    return _municipality(release, view, found) if view.municipality else _county(release, view, found)


def counted(release: Release, level: str, municipality: str, found: Attention) -> tuple[int, int]:
    """How many areas of a municipality (of the county for "") a rule flags, and how many it could judge."""
    table = found.table.loc[areas_in(release, level, municipality)]
    return int(table["flagged"].sum()), int(table["evaluated"].sum())


def _county(release: Release, view: AttentionView, found: Attention) -> str:
    flagged, evaluated = counted(release, view.level, "", found)
    return county_sentence(
        county=release.county.name,
        plural=release.level(view.level).plural,
        flagged=flagged,
        evaluated=evaluated,
        inhabitants=_inhabitants(release, view, found),
        everyone=_everyone(release, view),
        where=_municipalities(release, view.level, list(found.table.index[found.table["flagged"].astype(bool)])),
    )


def _municipality(release: Release, view: AttentionView, found: Attention) -> str:
    flagged, evaluated = counted(release, view.level, view.municipality, found)
    return municipality_sentence(
        release.hierarchy.names[view.municipality],
        release.level(view.level).plural,
        flagged=flagged,
        evaluated=evaluated,
        inhabitants=_inhabitants(release, view, found),
        everyone=_everyone(release, view),
        county=counted(release, view.level, "", found),
    )


def _inhabitants(release: Release, view: AttentionView, found: Attention) -> float:
    """People in the view's flagged areas."""
    table = found.table.loc[areas_in(release, view.level, view.municipality)]
    flagged = table.index[table["flagged"].astype(bool)]
    return float(release.inhabitants(view.level, view.year)[flagged].sum())


def _everyone(release: Release, view: AttentionView) -> float:
    level = release.hierarchy.level_of(view.municipality) if view.municipality else release.whole.id
    area = view.municipality or release.areas(level)[0]
    return float(release.inhabitants(level, view.year)[area])


def _municipalities(release: Release, level: str, areas: list[str]) -> dict[str, int]:
    above = release.levels[1].id
    if level == above:
        return {}
    parents = release.hierarchy.ancestors(level, above).reindex(areas)
    return {str(name): int(count) for name, count in parents.map(release.hierarchy.names).value_counts().items()}
