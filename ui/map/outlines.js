/* Borders and names of the coarser level, e.g. the municipalities, on top of the areas. */
(function () {
  "use strict";

  // Pixels right and down from the label point, best first: the name should stay with its municipality.
  const SHIFTS = [0, -20, 20, -36, 36].flatMap((down) => [[0, down], [-36, down], [36, down], [-70, down], [70, down]])
    .sort(([a, b], [c, d]) => a * a + 2 * b * b - c * c - 2 * d * d);
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

    /* Every name inside its own area, beside marks and other names; one without room is hidden until zoomed in. */
    _separate() {
      const marks = this._marks.map((point) => square(this._map.latLngToLayerPoint(point), MARK_RADIUS));
      const taken = [];
      for (const marker of this._labels) {
        const text = marker.getElement().firstChild;
        const shift = this._shiftOf(marker, text, marks, taken);
        text.style.visibility = shift ? "" : "hidden";
        if (!shift) continue;
        taken.push(this._boxAt(marker, text, shift));
        text.style.margin = `${shift[1]}px 0 0 ${shift[0]}px`;
      }
    },

    _shiftOf(marker, text, marks, taken) {
      const isFree = (shift, others) => !overlaps(this._boxAt(marker, text, shift), others);
      return SHIFTS.find((shift) => isFree(shift, taken) && isFree(shift, marks) && this._isInside(marker, shift));
    },

    _boxAt(marker, text, shift) {
      return labelBox(this._map.latLngToLayerPoint(marker.getLatLng()).add(shift), text);
    },

    _isInside(marker, shift) {
      const point = this._map.latLngToLayerPoint(marker.getLatLng()).add(shift);
      const { lng, lat } = this._map.layerPointToLatLng(point);
      return isInGeometry(marker.options.geometry, lng, lat);
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
    const { geometry } = feature;
    return L.marker(point, { geometry, icon, interactive: false, keyboard: false, pane: "labels" });
  }

  /* Even–odd rule over all rings: holes and exclaves are right by themselves. */
  function isInGeometry({ type, coordinates }, x, y) {
    const rings = type === "Polygon" ? coordinates : coordinates.flat();
    return rings.reduce((inside, ring) => inside !== crossesOddly(ring, x, y), false);
  }

  function crossesOddly(ring, x, y) {
    let odd = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [[x1, y1], [x2, y2]] = [ring[i], ring[j]];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
    }
    return odd;
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
