from ui import frame
from ui.meeting import show_meeting

shown = frame.open_quiet_page()
show_meeting(shown)

frame.close_quiet_page(shown)
