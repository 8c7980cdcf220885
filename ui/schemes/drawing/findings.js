/* What the checks have found, worst first; one that is chosen is shown on the map. */
(function () {
  "use strict";

  const PLACE = { fill: true, fillColor: "#ffd23f", fillOpacity: 0.45, interactive: false, pane: "highlights", lineJoin: "round" };
  const LINES = [{ color: "#16212a", weight: 7 }, { color: "#ffd23f", weight: 3.6 }];
  const DEEPEST = 16; // a small gap is shown with what is around it

  L.areaMap.Findings = L.Class.extend({
    initialize(parent, map) {
      this._map = map;
      this._heading = L.DomUtil.create("h2", "side-heading", parent);
      this._list = L.DomUtil.create("ul", "draw-findings", parent);
      this._list.setAttribute("aria-live", "polite");
      this._place = L.layerGroup().addTo(map);
    },

    /* findings: [{ isError, text, place }, …]; place: address of a geometry, "" where there is nothing to show. */
    show(findings, isShown) {
      const errors = findings.filter(({ isError }) => isError).length;
      this._heading.hidden = !isShown;
      this._heading.textContent = headline(errors, findings.length - errors);
      this._list.replaceChildren(...findings.map((each) => this._row(each)));
      if (!findings.some(({ place }) => place && place === this._chosen)) this._choose("");
      this._mark();
    },

    _row({ isError, text, place }) {
      const row = L.DomUtil.create("li", isError ? "is-error" : "is-warning");
      const content = L.areaMap.addText(row, place ? "button" : "p", "", "");
      L.areaMap.addText(content, "b", "", isError ? "Fehler: " : "Hinweis: ");
      L.areaMap.addText(content, "span", "", text);
      if (!place) return row;
      content.type = "button";
      content.title = "Stelle auf der Karte zeigen";
      content.value = place;
      content.addEventListener("click", () => this._choose(place === this._chosen ? "" : place));
      return row;
    },

    _choose(place) {
      this._chosen = place;
      this._mark();
      this._place.clearLayers();
      if (!place) return;
      L.areaMap.fetchDocument(place).then((geometry) => { if (place === this._chosen) this._draw(geometry); }, (error) => console.warn(error));
    },

    _mark() {
      this._list.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.value === this._chosen)));
    },

    _draw(geometry) {
      const renderer = L.svg({ pane: "highlights", padding: 0.5 });
      const shapes = LINES.map((line) => L.geoJSON(geometry, { interactive: false, style: { ...PLACE, ...line, renderer } }));
      shapes.forEach((shape) => shape.addTo(this._place));
      const bounds = shapes[0].getBounds();
      if (!bounds.isValid()) return;
      const isSeen = this._map.getBounds().contains(bounds);
      if (!isSeen) this._map.fitBounds(bounds, { padding: [60, 60], maxZoom: DEEPEST });
    },
  });

  function headline(errors, warnings) {
    if (!errors && !warnings) return "Prüfung: alles in Ordnung";
    const parts = [[errors, "Fehler", "Fehler"], [warnings, "Hinweis", "Hinweise"]];
    return `Prüfung: ${parts.filter(([count]) => count).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`).join(", ")}`;
  }
})();
