/* What takes base units: a click, a rectangle (Leaflet.draw), a line drawn by hand around them (leaflet-lasso). */
(function () {
  "use strict";

  const LINE = { color: "#0b4f6c", weight: 3, fillColor: "#0b4f6c", fillOpacity: 0.12, opacity: 1 };
  const TOOLS = [["click", "Klicken"], ["rectangle", "Rechteck"], ["lasso", "Lasso"]];

  L.areaMap.Tools = L.Class.extend({
    /* taken(isInside): a shape was drawn; isInside(latlng) tells what lies in it. changed(): another tool is in use. */
    initialize(map, bar, taken, changed) {
      this._map = map;
      this._taken = taken;
      this._changed = changed;
      this._buttons = TOOLS.map(([name, words]) => this._button(bar, name, words));
      this._handlers = { rectangle: this._rectangle(), lasso: L.lasso(map, { polygon: LINE }) };
      map.on("lasso.finished", ({ latLngs }) => this._lassoFinished(latLngs));
      map.on("draw:created", ({ layer }) => taken((point) => layer.getBounds().contains(point)));
      document.addEventListener("keydown", ({ key }) => key === "Escape" && this.use("click"));
      this.use("click");
    },

    use(name) {
      Object.values(this._handlers).forEach((handler) => handler.disable());
      this.name = name;
      if (this._handlers[name]) this._handlers[name].enable();
      this._buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.value === name)));
      this._changed();
    },

    _button(bar, name, words) {
      const button = L.areaMap.addText(bar, "button", "draw-button", words);
      button.type = "button";
      button.value = name;
      button.addEventListener("click", () => this.use(name));
      return button;
    },

    _rectangle() {
      this._map.options.drawControlTooltips = false; // what to do stands above the map
      return new L.Draw.Rectangle(this._map, { repeatMode: true, showArea: false, shapeOptions: LINE });
    },

    /* The lasso puts itself away after every use. */
    _lassoFinished(latLngs) {
      if (latLngs.length > 2) this._taken((point) => isInside(latLngs, point));
      setTimeout(() => this.name === "lasso" && this._handlers.lasso.enable(), 0);
    },
  });

  /* Even–odd rule. */
  function isInside(ring, { lat, lng }) {
    let odd = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [one, other] = [ring[i], ring[j]];
      if (one.lat > lat !== other.lat > lat) {
        if (lng < ((other.lng - one.lng) * (lat - one.lat)) / (other.lat - one.lat) + one.lng) odd = !odd;
      }
    }
    return odd;
  }
})();
