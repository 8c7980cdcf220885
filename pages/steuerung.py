from ui import frame
from ui.steering.page import show_page

shown = frame.open_page("Steuerung")
show_page(shown)

frame.close_page(shown)
