/* Clicks on their way to Python, through streamlit-folium's own state. */
(function () {
  "use strict";

  /* The count starts at 0, the server's default is none: without this every new map would cause
     one more run of the page, only to report that nothing was clicked. */
  L.areaMap.expectNoClick = function () {
    const state = window.__GLOBAL_DATA__;
    if (state) state.last_object_clicked_count = null;
  };

  /* streamlit-folium waits 250 ms before it reports, so that a moved map comes to rest first. A click
     need not wait. What is reported is remembered, so it is not sent a second time. */
  L.areaMap.reportClick = function () {
    const state = window.__GLOBAL_DATA__;
    if (!state || !window.Streamlit) return;
    const value = Object.fromEntries(state.returned_objects.map((name) => [name, state[name]]));
    state.previous_data = value;
    window.Streamlit.setComponentValue(value);
  };

  /* Only the id travels to Python: the outline would be several kilobytes. */
  L.areaMap.reportIdOnly = function (area) {
    area.toGeoJSON = () => ({ type: "Feature", id: area.feature.id, properties: {}, geometry: null });
  };
})();
