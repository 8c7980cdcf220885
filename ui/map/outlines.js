/* Borders and names of the coarser level, e.g. the municipalities, on top of the areas. */
(function () {
  "use strict";

  const SHIFTS = [0, -20, 20, -38, 38]; // pixels up or down from the label point, best first
  const MARK_RADIUS = 10;

  L.OutlineLayer = L.LayerGroup.extend({
    initialize(geometry) {
      L.LayerGroup.prototype.initialize.call(this);
      this.addLayer(borders(geometry));
      this._labels = geometry.features.map(label).filter(Boolean);
      this._labels.forEach((marker) => this.addLayer(marker));
      this._marks = [];
    },

    onAdd(map) {
      L.LayerGroup.prototype.onAdd.call(this, map);
      map.on("zoomend", this._separate, this);
      this._separate();
    },

    onRemove(map) {
      map.off("zoomend", this._separate, this);
      L.LayerGroup.prototype.onRemove.call(this, map);
    },

    /* points: where marks stand, which names should leave free. */
    avoid(points) {
      this._marks = points;
      this._separate();
    },

    /* Puts every name beside marks and other names; one that finds no place is hidden until zoomed in. */
    _separate() {
      const marks = this._marks.map((point) => square(this._map.latLngToLayerPoint(point), MARK_RADIUS));
      const taken = [];
      for (const marker of this._labels) {
        const text = marker.getElement().firstChild;
        const center = this._map.latLngToLayerPoint(marker.getLatLng());
        const boxes = SHIFTS.map((shift) => labelBox(center.add([0, shift]), text));
        const unnamed = boxes.filter((box) => !overlaps(box, taken));
        const box = unnamed.find((candidate) => !overlaps(candidate, marks)) || unnamed[0];
        text.style.visibility = box ? "" : "hidden";
        if (!box) continue;
        taken.push(box);
        text.style.marginTop = `${SHIFTS[boxes.indexOf(box)]}px`;
      }
    },
  });

  function borders(geometry) {
    return L.geoJSON(geometry, {
      interactive: false,
      pane: "outlines",
      renderer: L.svg({ pane: "outlines", padding: 0.5 }),
      style: { color: "#33424c", fill: false, lineJoin: "round", opacity: 0.85, weight: 1.5 },
    });
  }

  function label(feature) {
    const point = L.areaMap.labelPoint(feature);
    if (!point) return null;
    const text = document.createElement("span");
    text.textContent = feature.properties.name;
    const icon = L.divIcon({ className: "outline-label", html: text, iconSize: [0, 0] });
    return L.marker(point, { icon, interactive: false, keyboard: false, pane: "labels" });
  }

  function labelBox(point, text) {
    const half = L.point(text.offsetWidth, text.offsetHeight).divideBy(2);
    return L.bounds(point.subtract(half), point.add(half));
  }

  function square(center, radius) {
    return L.bounds(center.subtract([radius, radius]), center.add([radius, radius]));
  }

  function overlaps(box, others) {
    return others.some((other) => other.intersects(box));
  }

  /* The published point inside the area, as Leaflet writes it (latitude first). */
  L.areaMap.labelPoint = function (feature) {
    const point = feature.properties.label;
    return point ? L.latLng(point[1], point[0]) : null;
  };
})();
