"""What an uploaded file may ask of this machine. Far above what a county needs, far below what hurts.

A county of 160 social spaces drawn to the metre has some 100,000 corners, 5 MB and 3,000 km of border.
"""

from __future__ import annotations

MEGABYTE = 1_000_000
MOST_BYTES = 50 * MEGABYTE  # of the file as it comes
MOST_UNPACKED = 100 * MEGABYTE  # of what is in a zip
MOST_MEMBERS = 1_000  # files in a zip
MOST_CORNERS = 300_000  # in one single area of GeoJSON they cost the reading library 300 MB
MOST_AREAS = 5_000
MOST_BORDER = 20_000_000.0  # m; combs of hair-thin teeth reach more, and cost hours where borders are crossed
LONGEST_NAME = 200  # characters that are kept of a name; `scheme_checks` wants far fewer
MOST_PARTS = 100_000  # rows of a crosswalk
LONGEST_CARRIED = 2_000  # characters of any text that is carried along
LONGEST_CRS = 20_000  # characters of a definition of a coordinate system
SECONDS = 8  # of computing, and of waiting for it, so that an answer is there within 10 s
MEMORY = 380 * MEGABYTE  # data of the reading process, of which 125 are the libraries
