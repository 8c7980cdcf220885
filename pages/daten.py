import streamlit as st

from ui import audit, frame, sources

shown = frame.open_page("Daten", "Was geladen ist, von wem, und von welchem Stand.")
sources.show_extent(shown)
st.header("Hinweise beim Lesen", anchor=False)
sources.show_warnings(shown)
st.header("Quellen", anchor=False)
sources.show_sources(shown)
st.header("Geheimhaltung", anchor=False)
sources.show_protection(shown)
audit.show_audit(shown)
st.header("Gelesene Dateien", anchor=False)
sources.show_deliveries(shown)
st.header("Verbindungen nach außen", anchor=False)
sources.show_contacts(shown)

frame.close_page(shown)
