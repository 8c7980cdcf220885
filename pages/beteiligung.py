from ui import frame
from ui.participation.page import show_page

shown = frame.open_page("Beteiligung")
show_page(shown)

frame.close_page(shown)
