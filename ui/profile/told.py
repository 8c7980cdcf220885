"""What a profile says in words: its head line, and how the attention rules see the area."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from monitor.release import Release
from monitor.similar_areas import context_of
from texts.attention import share_words
from texts.numbers import german
from texts.profile import SIMILAR_WORDS
from texts.reasons import FAIR_WORDS
from texts.rules import RULE_NAMES
from ui.choices import select
from views.content import Content
from views.profile.headline import headline
from views.profile.profile import Profile
from views.profile.standing import Standing
from views.profile.unplaced import unplaced_words_of
from views.profile.words import quality_of

STYLE = Path(__file__).parents[1] / "attention.css"


def show_headline(profile: Profile) -> None:
    for line in headline(profile):
        end = "" if line.text.endswith(".") else "."
        st.markdown(f"**{line.heading}:** {line.text}{end}" if line.heading else line.text)


def show_unplaced(release: Release, profile: Profile) -> None:
    """Below the numbers of a municipality or the county, what of them lies in none of its areas."""
    if words := unplaced_words_of(release, profile):
        st.caption(words)


def show_standings(profile: Profile) -> None:
    if not profile.standings:
        return
    st.header("Besonderer Aufmerksamkeitsbedarf", anchor=False)
    st.html(STYLE)
    st.html(standings_html(profile.standings))
    decided = profile.standings[0]
    if decided.reasons is not None:
        for heading, reasons in (
            ("Dafür spricht", decided.reasons.speak_for),
            ("Dagegen spricht", decided.reasons.speak_against),
        ):
            if reasons:
                st.markdown(f"**{heading}** ({RULE_NAMES[decided.rule]}): {'; '.join(reasons)}.")
        for words in (decided.reasons.hidden, decided.reasons.missing, *decided.reasons.warnings):
            if words:
                st.caption(words)
    st.caption(FAIR_WORDS)


def standings_html(standings: tuple[Standing, ...]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(RULE_NAMES[each.rule])} {each.year}</th><td>{_result(each)}</td>'
        f"<td>{escape(each.strength or each.why_not)}</td><td>{_sure(each)}</td></tr>"
        for each in standings
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Regel", "Ergebnis", "Befund", "Wie sicher"))
    return f'<table class="agreed standings"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def show_around(shown: Content, profile: Profile) -> None:
    """Neighbours and areas that are alike, each a button to its profile."""
    names = shown.release.hierarchy.names
    neighbours, alike = st.columns(2)
    with neighbours:
        st.header("Nachbarn", anchor=False)
        _buttons("neighbour", {area: names[area] for area in profile.neighbours})
    with alike:
        st.header(f"Ähnliche {profile.level.plural}", anchor=False)
        _buttons(
            "similar", {str(area): f"{names[str(area)]} ({german(far, 2)})" for area, far in profile.similar.items()}
        )
        context = [each.name for each in context_of(shown.release, profile.level.id, profile.year)]
        st.caption(SIMILAR_WORDS.format(indicators=", ".join(context)))


def show_quality(shown: Content, profile: Profile) -> None:
    st.header("Woher die Zahlen kommen", anchor=False)
    found = [quality_of(shown.release, profile.level.id, row) for row in profile.rows]
    heads = ("Kennzahl", "Quelle", "Stand", "Behandlung", "Nicht gezeigt, weil")
    columns = zip(*found, strict=True) if found else ((),) * len(heads)
    st.dataframe(dict(zip(heads, map(list, columns), strict=True)), hide_index=True, width="stretch", placeholder="")


def _buttons(kind: str, areas: dict[str, str]) -> None:
    if not areas:
        st.markdown("keine")
    with st.container(horizontal=True, key=f"{kind}s"):
        for area, name in areas.items():
            if st.button(name, key=f"{kind}-{area}"):
                select("gebiet", area)


def _result(standing: Standing) -> str:
    if not standing.evaluated:
        return "nicht bewertet"
    return '<b class="flagged">hervorgehoben</b>' if standing.flagged else "nicht hervorgehoben"


def _sure(standing: Standing) -> str:
    if not standing.evaluated:
        return ""
    return f"{escape(standing.word)}: in {share_words(standing.probability)} der Durchgänge hervorgehoben"
