from ui import frame
from ui.strategies.page import show_page

shown = frame.open_page("Strategien")
show_page(shown)

frame.close_page(shown)
