"""The frame: geometry goes to the browser once, afterwards one short message per change.

Nothing is imported here on purpose: `ui.map.geometry` and `ui.map.assets` are needed while the
server starts, and streamlit-folium must not be imported before a script runs (its component would
be registered nowhere and answer 404 for good).

    layer.py      what one map shows in every year: class codes, flags, texts
    part.py       one map of a message: the year shown at once, the rest by address
    documents.py  what stands behind these addresses, made when asked for
    stage.py      the message, and what happens in the frame as an event
    *.js          the frame itself; stage.js holds its parts together

Example of a page's map::

    layer = Layer(key=("kinderarmut", state), name="Kinderarmut", heading="Kinderarmut in %", labels=["2023", "2024"],
                  colours=["#f2f0f7", "#cbc9e2"], legend=[LegendEntry("0a", "bis 12,4"), LegendEntry("1b", "über 12,4")],
                  unit=("Quartier", "Quartiere"), classes=["01-*", "11-*"].__getitem__, texts=texts_of_year)
    message = view_message([Shown(layer, Place(quartiere, outlines=kommunen), position=1)], years=["2023", "2024"],
                           selected="05382068-07", focus="05382068", side="ranking")
    event = show_stage(message, key="karte", height=620)   # Event("area", "05382068-07"), Event("year", "2023"), None
"""
