"""`make bench`: every benchmark, one line per result."""

import sys

from benchmarks.map_change import measure_all
from tests.browser.chromium import CHROMIUM

if CHROMIUM is None:
    sys.exit("Für die Messung wird Chromium gebraucht (unter Debian: apt install chromium).")
for line in measure_all():
    print(line, flush=True)
