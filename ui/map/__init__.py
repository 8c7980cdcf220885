"""The map: geometry goes to the browser once, afterwards one short message per change.

Nothing is imported here on purpose: `ui.map.geometry` and `ui.map.assets` are needed while the
server starts, and streamlit-folium must not be imported before a script runs (its component would
be registered nowhere and answer 404 for good).

Example of a page's map::

    from ui.map.legend import LegendEntry, legend_html
    from ui.map.paint import AreaText, Paint
    from ui.map.show import show_map

    paint = Paint(
        title="Kinderarmut 2024",
        classes="0312-*",                  # one character per area, in the order of published.ids
        colours=["#f2f0f7", "#cbc9e2", "#9e9ac8", "#6a51a3"],
        flags="010000",                    # "1": needs particular attention
        texts=[
            AreaText("31,2 %", "27,8–34,9 %", "ungünstiger als der Kreis, gesichert"),
            ...,
            AreaText(reason="nicht geliefert"),
            AreaText(reason="• geheim: zu kleine Zahl"),
        ],
        selected="05382068-07",            # id of an area, or ""
        focus="05382068",                  # id of a parent: zoom to its areas, dim the others
    )
    clicked = show_map(quartiere, paint, outlines=kommunen, key="karte", height=620)
    st.html(legend_html([LegendEntry("bis 12,4 %", "#f2f0f7", areas=23), ...], unit=("Quartier", "Quartiere")))
"""
