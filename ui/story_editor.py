"""The steps of the meeting below its frame: order, names, sentences, file."""

from __future__ import annotations

import streamlit as st

from monitor.story import MOST_SENTENCE, MOST_TITLE, Story, caught_up, moved, renamed, story_to_text, without
from monitor.story_file import STORY_FILE, story_from_bytes
from problem import DataError
from texts.problems import sentence
from ui.slides import offer_slides
from ui.story import forget, is_own, keep, story_now, write_link
from views.content import Content

PAGES = {"uebersicht": "Übersicht", "karte": "Karte", "aufmerksamkeit": "Aufmerksamkeit"}


def show_editor(shown: Content, story: Story) -> None:
    """One row per step, then file and link."""
    st.header("Schritte der Sitzung", anchor=False)
    st.caption(
        "Neue Schritte entstehen auf jeder Seite mit „In die Sitzung aufnehmen“. Weiter und zurück geht es mit Bild ab "
        "und Bild auf, den Pfeiltasten oder einem Presenter."
    )
    for position in range(len(story)):
        _row(story, position)
    if not write_link(story):
        st.warning("Die Sitzung ist zu lang für einen Link. Als Datei lässt sie sich weitergeben.")
    save, restore = st.columns(2, gap="large")
    with save:
        _show_saving(story)
        offer_slides(shown, story)
    with restore:
        _show_loading()


def _row(story: Story, position: int) -> None:
    step = story[position]
    columns = st.columns([0.3, 2, 4.2, 1.3, 2.9], vertical_alignment="bottom")
    columns[0].markdown(f"**{position + 1}**")
    title, sentence = _boxes(story, position)
    columns[1].text_input("Überschrift", step.title, key=title, max_chars=MOST_TITLE, on_change=_keep_written,
                          args=(story,))  # fmt: skip
    columns[2].text_input("Satz", step.sentence, key=sentence, max_chars=MOST_SENTENCE, on_change=_keep_written,
                          args=(story,))  # fmt: skip
    columns[3].caption(PAGES[step.page])
    with columns[4].container(horizontal=True, gap="small"):
        _actions(story, position)


def _boxes(story: Story, position: int) -> tuple[str, str]:
    """Keys of the two boxes of a row. They hold what is shown, so that a row that has moved shows its own words."""
    mark = f"{position}-{hash((story[position].title, story[position].sentence))}"
    return f"title-{mark}", f"sentence-{mark}"


def _actions(story: Story, position: int) -> None:
    number = position + 1
    st.button("Hoch", key=f"up-{position}", help=f"Schritt {number} nach oben", on_click=_keep_moved,
              args=(story, position, -1), disabled=position == 0)  # fmt: skip
    st.button("Runter", key=f"down-{position}", help=f"Schritt {number} nach unten", on_click=_keep_moved,
              args=(story, position, 1), disabled=number == len(story))  # fmt: skip
    st.button("Löschen", key=f"delete-{position}", help=f"Schritt {number} löschen", on_click=_keep_without,
              args=(story, position), disabled=len(story) == 1)  # fmt: skip


# Whoever writes a word and clicks at once clicks on a page that does not know the word yet: every change begins with
# what the boxes say and with the story as it is now, not as it was when the page was drawn.


def _caught_up(shown: Story) -> tuple[Story, tuple[int | None, ...]]:
    written = shown
    for position, step in enumerate(shown):
        title, sentence = _boxes(shown, position)
        box = st.session_state
        written = renamed(written, position, box.get(title, step.title), box.get(sentence, step.sentence))
    return caught_up(story_now(shown), shown, written)


def _keep_written(shown: Story) -> None:
    keep(_caught_up(shown)[0])


def _keep_moved(shown: Story, position: int, by: int) -> None:
    story, places = _caught_up(shown)
    place = places[position]
    keep(story if place is None else moved(story, place, by))


def _keep_without(shown: Story, position: int) -> None:
    story, places = _caught_up(shown)
    place = places[position]
    keep(story if place is None or len(story) == 1 else without(story, place))


def _show_saving(story: Story) -> None:
    st.download_button("Sitzung als Datei speichern", story_to_text(story), STORY_FILE, "application/json",
                       icon=":material/download:", on_click="ignore", key="save-story")  # fmt: skip
    st.caption(
        "Auch die Adresse dieser Seite im Browser enthält die Sitzung und kann verschickt werden. Im Datenordner "
        f"ersetzt die Datei {STORY_FILE} die vorbereitete Sitzung."
    )
    if is_own():
        st.button("Zurück zur vorbereiteten Sitzung", icon=":material/undo:", on_click=forget, key="forget-story")


def _show_loading() -> None:
    given = st.file_uploader(
        "Gespeicherte Sitzung öffnen (Datei sitzung.json, höchstens 200 kB)", type="json", key="load-story"
    )
    if given is None or st.session_state.get("loaded-story") == given.file_id:
        return
    try:
        keep(story_from_bytes(given.getvalue(), given.name))
    except DataError as error:
        st.error("\n\n".join(sentence(problem) for problem in error.problems))
        return
    st.session_state["loaded-story"] = given.file_id
    st.rerun()
