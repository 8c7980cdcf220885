/* Areas for the keyboard (SVG only): the map is one stop for the tabulator; arrows go to the nearest area in their
   direction, Enter or Space chooses it, Escape closes its tooltip. */
(function () {
  "use strict";

  const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const ASIDE = 2.5; // how much more a step aside counts than a step ahead

  /* layer: pointAtByKeyboard(area), leave(), closeTooltip(), choose(area), candidates(), isMeeting(). */
  L.areaMap.makeFocusable = function (area, layer) {
    const element = area.getElement();
    if (!element) return; // drawn on canvas: there is no element; the list beside the map serves instead
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "-1");
    element.addEventListener("focus", () => element.matches(":focus-visible") && layer.pointAtByKeyboard(area));
    element.addEventListener("blur", () => layer.leave());
    element.addEventListener("keydown", (event) => keyPressed(event, area, layer));
  };

  function keyPressed(event, area, layer) {
    if (event.key === "Escape") return layer.closeTooltip();
    const direction = DIRECTIONS[event.key];
    if (direction && layer.isMeeting()) return; // there they turn the page
    if (!direction && event.key !== "Enter" && event.key !== " ") return;
    L.DomEvent.stop(event); // the space bar would scroll the page, an arrow move the map
    if (!direction) return layer.choose(area);
    const next = nearest(area, layer.candidates(), direction);
    if (next) next.getElement().focus({ focusVisible: true });
  }

  function nearest(area, candidates, [right, down]) {
    const from = pointOf(area);
    const distance = (other) => {
      const way = pointOf(other).subtract(from);
      const ahead = way.x * right + way.y * down;
      const aside = Math.abs(way.x * down) + Math.abs(way.y * right);
      return ahead > 0 ? ahead + ASIDE * aside : Infinity;
    };
    const best = candidates.filter((other) => other !== area).sort((a, b) => distance(a) - distance(b))[0];
    return best && distance(best) < Infinity ? best : null;
  }

  const pointOf = (area) => area._map.latLngToLayerPoint(L.areaMap.markPoint(area));

  /* isStop: whether the tabulator stops here. */
  L.areaMap.describeArea = function (area, text, selected, isStop) {
    const element = area.getElement();
    if (!element) return;
    element.setAttribute("aria-label", text);
    element.setAttribute("aria-pressed", String(selected));
    element.setAttribute("tabindex", isStop ? "0" : "-1");
  };
})();
