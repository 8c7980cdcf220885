import streamlit as st

from ui import frame, sheets

shown = frame.open_page("Methodik", "Was jede Kennzahl bedeutet, woher sie kommt und wie gerechnet wird.")
sheets.show_sheet(shown, sheets.choose_sheet(shown.release))
st.divider()
st.header("Rechenverfahren", anchor=False)
sheets.show_formulas()

frame.close_page(shown)
