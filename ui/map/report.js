/* What leaves the frame: events for the server (an area was chosen, the slider rests at a year, the meeting is at a step or
   over), and the link of the view for the address of the page. */
(function () {
  "use strict";

  /* event: {area: id}, {year: "2018"}, {step: "2"} or {leave: "1"}. The number tells two equal events apart. */
  L.areaMap.report = function (event) {
    if (window.Streamlit) window.Streamlit.setComponentValue({ ...event, number: Date.now() });
  };

  /* The whole view stands in the address, also what nobody has chosen; this is no step for the Back button.
     link: parameter → value, "" where there is none. */
  L.areaMap.writeLink = function (link) {
    const page = window.parent;
    const url = new URL(page.location.href);
    for (const [param, value] of Object.entries(link)) {
      if (value) url.searchParams.set(param, value);
      else url.searchParams.delete(param);
    }
    if (url.href !== page.location.href) page.history.replaceState(page.history.state, "", url);
  };
})();
