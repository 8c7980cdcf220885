/* What is drawn above the areas: flagged areas with their mark, the selected area, the one pointed at. */
(function () {
  "use strict";

  // Each outline is drawn in this order, wide lines first.
  const FLAGGED = [
    { color: "#ffffff", weight: 5 },
    { color: "#16212a", weight: 2.6 },
  ];
  const SELECTED = [
    { color: "#ffffff", weight: 10 },
    { color: "#0b4f6c", weight: 7.5 },
    { color: "#ffffff", weight: 2.4 },
  ];
  const POINTED = [{ color: "#16212a", weight: 2.2 }];
  const FOCUSED = [
    { color: "#16212a", weight: 7 },
    { color: "#ffd23f", weight: 3.6 },
  ];

  const MARK =
    '<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">' +
    '<circle cx="10" cy="10" r="8.2" fill="#fff" stroke="#16212a" stroke-width="2.2"/>' +
    '<path d="M10 4.9v6.2M10 13.1v2.2" stroke="#16212a" stroke-width="2.6" fill="none"/></svg>';

  L.areaMap.markPoint = (area) => L.areaMap.labelPoint(area.feature) || area.getBounds().getCenter();

  L.Highlights = L.LayerGroup.extend({
    /* renderer: draws in the pane "highlights"; size: of a mark in pixels. */
    initialize(renderer, size) {
      L.LayerGroup.prototype.initialize.call(this);
      this._options = { fill: false, interactive: false, lineJoin: "round", pane: "highlights", renderer };
      this._icon = L.divIcon({ className: "flag-mark", html: MARK, iconSize: [size, size] });
      this._flagged = L.layerGroup().addTo(this);
      this._selected = L.layerGroup().addTo(this);
      this._pointed = L.layerGroup().addTo(this);
    },

    flag(areas) {
      this._flagged.clearLayers();
      this._outline(this._flagged, areas, FLAGGED);
      areas.forEach((area) => this._flagged.addLayer(this._mark(area)));
    },

    select(area) {
      this._selected.clearLayers();
      if (area) this._outline(this._selected, [area], SELECTED);
      if (area) this._toFront(this._pointed);
    },

    pointAt(area, byKeyboard) {
      this._pointed.clearLayers();
      if (area) this._outline(this._pointed, [area], byKeyboard ? FOCUSED : POINTED);
    },

    _outline(group, areas, lines) {
      for (const line of lines) {
        for (const area of areas) group.addLayer(L.polygon(area.getLatLngs(), { ...this._options, ...line }));
      }
    },

    _mark(area) {
      return L.marker(L.areaMap.markPoint(area), { icon: this._icon, interactive: false, keyboard: false, pane: "marks" });
    },

    _toFront(group) {
      group.eachLayer((layer) => layer.bringToFront());
    },
  });
})();
