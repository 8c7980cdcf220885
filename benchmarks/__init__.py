"""`make bench`: this app and the usual ways to a map in Streamlit, on the same areas in the same run.

`cases.py`, `polygons.py`, `values.py`: what is shown. `ways/`: one page per way. `cdp.py`, `browser.py`, `wire.py`,
`pictures.py`: Chromium, the bytes and the pictures. `change.py` and its neighbours: what is measured. `report.py`: tables.
"""
