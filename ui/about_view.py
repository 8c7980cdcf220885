"""What a file of a view says of itself."""

from __future__ import annotations

from monitor.release import Release
from reports.about import About, about
from texts.report_tables import narrowed_to
from ui.address import app_address
from views.links import attention_link_of, link_of
from views.view import AttentionView, View


def about_view(release: Release, view: View) -> About:
    """What a file of the map says of itself."""
    municipality = release.hierarchy.names[view.municipality] if view.municipality else ""
    return about(release, "karte", link_of(view), filters=narrowed_to(municipality), address=app_address())


def about_attention(release: Release, view: AttentionView) -> About:
    """The same of a view of a rule."""
    municipality = release.hierarchy.names[view.municipality] if view.municipality else ""
    return about(release, "aufmerksamkeit", attention_link_of(view), rule=view.applied,
                 filters=narrowed_to(municipality), address=app_address())  # fmt: skip
