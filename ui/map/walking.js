/* Arrow keys through a list or a cloud of areas: one stop for the tabulator, the area under the keys is pointed at. */
(function () {
  "use strict";

  const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, PageDown: 10, PageUp: -10 };

  /* walker: order() → indices in reading order; point(index); leave(); choose(index). */
  L.areaMap.makeWalkable = function (element, walker) {
    let at = -1;
    element.tabIndex = 0;
    element.addEventListener("keydown", (event) => {
      const order = walker.order();
      if (event.key === "Enter" || event.key === " ") {
        if (at >= 0) walker.choose(at);
      } else if (event.key === "Escape") {
        walker.leave();
      } else {
        const next = neighbour(order, at, event.key);
        if (next === undefined) return;
        at = next;
        walker.point(at);
      }
      L.DomEvent.stop(event);
    });
    element.addEventListener("focus", () => {
      if (!element.matches(":focus-visible")) return;
      const order = walker.order();
      if (!order.includes(at)) at = order.length ? order[0] : -1;
      if (at >= 0) walker.point(at);
    });
    element.addEventListener("blur", () => walker.leave());
  };

  /* Scrolls the list, never the page around it. */
  L.areaMap.keepVisible = function (list, row) {
    const top = row.offsetTop - list.offsetTop;
    if (top < list.scrollTop || top + row.offsetHeight > list.scrollTop + list.clientHeight) {
      list.scrollTop = top - Math.max((list.clientHeight - row.offsetHeight) / 2, 0);
    }
  };

  function neighbour(order, at, key) {
    if (!order.length) return undefined;
    if (key === "Home") return order[0];
    if (key === "End") return order[order.length - 1];
    if (!(key in STEPS)) return undefined;
    const position = order.indexOf(at) + STEPS[key];
    return order[Math.min(Math.max(position, 0), order.length - 1)];
  }
})();
