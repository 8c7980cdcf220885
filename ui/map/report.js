/* What the server must hear: an area was chosen, the slider rests at a year, the meeting is at a step. */
(function () {
  "use strict";

  /* event: {area: id}, {year: "2018"} or {step: "2"}. The number tells two equal events apart. */
  L.areaMap.report = function (event) {
    if (window.Streamlit) window.Streamlit.setComponentValue({ ...event, number: Date.now() });
  };
})();
