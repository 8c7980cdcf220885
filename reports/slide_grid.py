"""Where things stand on a slide: 16:9, in points."""

from __future__ import annotations

from reports.slide_text import Box

WIDTH, HEIGHT = 960, 540
LEFT, ACROSS = 40, 880
TITLE = Box(LEFT, 22, ACROSS, 42)
SENTENCE = Box(LEFT, 66, ACROSS, 60)
FOOT = Box(LEFT, 514, 800, 16)
NUMBER = Box(860, 514, 60, 16)
COLUMNS = Box(LEFT, 84, 425, 392), Box(495, 84, 425, 392)
FIRST_TITLE, FIRST_TEXT = Box(56, 146, 410, 96), Box(56, 254, 470, 130)
FIRST, STEP, METHOD = range(3)  # the layouts
