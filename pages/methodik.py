from ui import frame, method_texts, methods_in_use, sheets

SUBTITLE = "Was jede Kennzahl bedeutet, woher sie kommt und wie gerechnet wird."

shown = frame.open_page("Methodik", SUBTITLE, of_indicators=True)
indicator = sheets.choose_sheet(shown.release)
sheets.show_sheet(shown, indicator)
methods_in_use.show_overview(shown)
method_texts.show_methods(shown, indicator)

frame.close_page(shown)
