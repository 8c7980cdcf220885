/* Number and name of every area on the map; where there is no room for a name, the number alone. For the eye only. */
(function () {
  "use strict";

  const GAP = 5; // pixels between a number and its name
  const MOST_PLACES = 12; // base units tried for the number of one area

  L.areaMap.AreaNames = L.LayerGroup.extend({
    onAdd(map) {
      L.LayerGroup.prototype.onAdd.call(this, map);
      map.on("zoomend", this._separate, this);
    },

    /* labels: [{ number, name, places: [latlng, …] }, …]; the best place first. */
    draw(labels) {
      this.clearLayers();
      this._labels = labels.map((label) => ({ places: label.places, marker: marker(label).addTo(this) }));
      this._separate();
    },

    /* Numbers first, each at the best place that is free; then the names that still have room. */
    _separate() {
      const taken = [];
      const labels = [...(this._labels || [])].sort((a, b) => a.places.length - b.places.length);
      labels.forEach((label) => { label.box = this._placed(label, taken); taken.push(label.box); });
      labels.forEach(({ marker: { _icon: icon }, box }) => {
        const text = icon.firstChild.lastChild;
        const name = L.bounds([box.max.x, box.min.y], [box.max.x + GAP + text.scrollWidth, box.max.y]);
        const isFree = !taken.some((other) => other !== box && other.overlaps(name));
        icon.firstChild.classList.toggle("number-only", !isFree);
        if (isFree) taken.push(name);
      });
    },

    _placed({ places, marker: layer }, taken) {
      const badge = layer._icon.firstChild.firstChild;
      const half = L.point(badge.offsetWidth, badge.offsetHeight).divideBy(2);
      const boxes = places.map((place) => this._boxAt(place, half));
      const best = Math.max(boxes.findIndex((box) => !taken.some((other) => other.overlaps(box))), 0);
      layer.setLatLng(places[best]);
      return boxes[best];
    },

    _boxAt(place, half) {
      const point = this._map.latLngToContainerPoint(place);
      return L.bounds(point.subtract(half), point.add(half));
    },
  });

  function marker({ number, name, places, isActive }) {
    const text = document.createElement("span");
    if (isActive) text.className = "is-active";
    L.areaMap.addText(text, "b", "", number);
    L.areaMap.addText(text, "i", "", name);
    const icon = L.divIcon({ className: "area-name", html: text, iconSize: [0, 0] });
    return L.marker(places[0], { icon, interactive: false, keyboard: false, pane: "labels" });
  }

  /* Where an area's name may stand: inside its base units, the ones nearest to its middle first. points: of these units. */
  L.areaMap.placesOf = function (points) {
    const mean = (part) => points.reduce((sum, point) => sum + point[part], 0) / points.length;
    const middle = L.latLng(mean("lat"), mean("lng"));
    const shrink = Math.cos((middle.lat * Math.PI) / 180);
    const away = (point) => (point.lat - middle.lat) ** 2 + ((point.lng - middle.lng) * shrink) ** 2;
    return [...points].sort((a, b) => away(a) - away(b)).slice(0, MOST_PLACES);
  };
})();
