/* Areas for the keyboard (SVG only): Tab reaches each, Enter or Space clicks it, Escape closes. */
(function () {
  "use strict";

  /* callbacks: focus, blur, close, choose. */
  L.areaMap.makeFocusable = function (area, callbacks) {
    const element = area.getElement();
    if (!element) return; // drawn on canvas: there is no element; the table beside the map serves instead
    element.setAttribute("role", "button");
    element.addEventListener("focus", () => element.matches(":focus-visible") && callbacks.focus());
    element.addEventListener("blur", callbacks.blur);
    element.addEventListener("keydown", (event) => keyPressed(event, callbacks));
  };

  function keyPressed(event, callbacks) {
    if (event.key === "Escape") return callbacks.close();
    if (event.key !== "Enter" && event.key !== " ") return;
    L.DomEvent.stop(event); // the space bar would scroll the page
    callbacks.choose();
  }

  L.areaMap.describeArea = function (area, text, selected, dimmed) {
    const element = area.getElement();
    if (!element) return;
    element.setAttribute("aria-label", text);
    element.setAttribute("aria-pressed", String(selected));
    element.setAttribute("tabindex", dimmed ? "-1" : "0");
  };
})();
