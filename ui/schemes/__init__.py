"""The page Sozialräume: a municipality draws its own social spaces.

The store is the only place a draft lives in (`monitor.scheme_store`): every change is saved as a state of its own, so it
survives a change of the page, a reload and a second window, and undo is looking back in the history.

    drawing/          the frame: base units are painted at once, changes are sent in bundles and kept until they are saved
    drawing_map.py    the frame as a folium map, the message to it and the changes that come back
    message.py        what the frame is told: units, areas, findings
    changes.py        one change of a scheme
    undo.py           which state is before, which comes again
    draft.py          changes that arrived, saved one by one
    ground.py         the base units of a municipality
"""
