from ui import frame
from ui.schemes.page import show_page

shown = frame.open_page("Sozialräume")
show_page(shown)

frame.close_page(shown)
