/* Places as small dots with their names, shown where and as soon as there is room for them. For the eye only. */
(function () {
  "use strict";

  const ROOM = 170; // pixels from place to place, on average, before places of a rank are shown
  const DOT = 5; // pixels from the middle of a dot to its name
  const OBSTACLES = ".outline-label span, .flag-mark"; // names of municipalities and marks come first
  const WATCHED = ["labels", "marks"]; // the panes these are drawn in

  L.areaMap.Places = L.LayerGroup.extend({
    /* places: [[name, latitude, longitude, rank], …]; rank 1 is shown first. Of rank 0 the dot is shown always, the name where
       there is room. */
    initialize(places) {
      L.LayerGroup.prototype.initialize.call(this);
      const ranked = [...places].sort((one, other) => one[3] - other[3]);
      this._places = ranked.map(([name, lat, lon, rank], index) => ({ marker: marker(name, [lat, lon]), rank, index }));
      this._bounds = L.latLngBounds(ranked.map(([, lat, lon]) => [lat, lon]));
      this._places.forEach((place) => this.addLayer(place.marker));
    },

    onAdd(map) {
      L.LayerGroup.prototype.onAdd.call(this, map);
      this._places.forEach((place) => place.marker.getElement().setAttribute("aria-hidden", "true"));
      map.on("zoomend resize", this._separateSoon, this);
      this._observer = new MutationObserver(() => this._separateSoon());
      WATCHED.forEach((name) => this._observer.observe(map.getPane(name), { childList: true }));
      this._separate();
    },

    onRemove(map) {
      this._observer.disconnect();
      cancelAnimationFrame(this._frame);
      this._frame = null;
      map.off("zoomend resize", this._separateSoon, this);
      L.LayerGroup.prototype.onRemove.call(this, map);
    },

    /* After all others have moved what they draw: the names of municipalities move on zoomend, too. */
    _separateSoon() {
      this._frame = this._frame || requestAnimationFrame(() => this._separate());
    },

    _separate() {
      this._frame = null;
      const taken = obstacles(this._map);
      const deepest = this._deepestRank();
      for (const place of this._places) {
        const [box, side] = !place.rank || place.rank <= deepest ? this._freeBox(place, taken) : [];
        show(place.marker.getElement(), side, !place.rank);
        if (box) taken.push(box);
      }
    },

    /* The last rank whose places, with all before them, have room; 0: none has. */
    _deepestRank() {
      if (!this._places.length) return 0;
      const [one, other] = [this._bounds.getNorthWest(), this._bounds.getSouthEast()].map((corner) => this._map.project(corner));
      const extent = Math.max(other.x - one.x, other.y - one.y);
      const fitting = this._places.filter(({ index }) => !index || extent / Math.sqrt(index + 1) >= ROOM).length;
      const next = this._places[fitting];
      return next ? next.rank - 1 : Infinity;
    },

    /* Room for dot and name to its right or left; [] where there is none. */
    _freeBox({ marker: layer }, taken) {
      const text = layer.getElement().firstChild;
      const point = this._map.latLngToContainerPoint(layer.getLatLng());
      for (const side of ["right", "left"]) {
        const box = boxOf(point, text.offsetWidth, text.offsetHeight, side);
        if (!taken.some((other) => other.intersects(box))) return [box, side];
      }
      return [];
    },
  });

  function marker(name, latlng) {
    const text = document.createElement("span");
    text.textContent = name;
    const icon = L.divIcon({ className: "place-point", html: text, iconSize: [0, 0] });
    return L.marker(latlng, { icon, interactive: false, keyboard: false, pane: "labels" });
  }

  function show(element, side, always) {
    element.style.visibility = side || always ? "" : "hidden";
    element.classList.toggle("bare", !side);
    element.classList.toggle("offer", always);
    element.classList.toggle("left", side === "left");
  }

  function boxOf({ x, y }, width, height, side) {
    const [west, east] = side === "right" ? [x - DOT, x + DOT + width] : [x - DOT - width, x + DOT];
    return L.bounds([west, y - height / 2], [east, y + height / 2]);
  }

  function obstacles(map) {
    const elements = [...map.getContainer().querySelectorAll(OBSTACLES)];
    return elements.filter((element) => element.style.visibility !== "hidden").map((element) => boxOn(map, element));
  }

  /* Where an element of a marker will come to rest: when zooming ends, it may still be on its way there. */
  function boxOn(map, element) {
    const icon = element.closest(".leaflet-marker-icon");
    const [from, rect] = [icon, element].map((each) => each.getBoundingClientRect());
    const margin = [parseFloat(icon.style.marginLeft) || 0, parseFloat(icon.style.marginTop) || 0];
    const point = map.layerPointToContainerPoint(L.DomUtil.getPosition(icon)).add(margin);
    const corner = point.add([rect.left - from.left, rect.top - from.top]);
    return L.bounds(corner, corner.add([rect.width, rect.height]));
  }
})();
