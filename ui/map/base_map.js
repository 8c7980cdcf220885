/* The county's own base map below the areas and its overlay above them: pictures of somebody else's server. */
(function () {
  "use strict";

  const PANES = { base: ["base-map", 150], overlay: ["overlay-map", 405] };
  const DEEPEST = 24; // without it a layer of tiles would end the zooming of the whole map at 18
  const DEEPEST_TILES = 18; // beyond, the last tiles are enlarged

  L.areaMap.BaseMap = L.Class.extend({
    initialize(map) {
      this._map = map;
      this._layers = {};
      this._specs = {};
      Object.values(PANES).forEach(([name, order]) => createPane(map, name, order));
      this._attribution = L.DomUtil.create("div", "map-attribution", map.getContainer());
      this._attribution.hidden = true;
    },

    /* spec: { base, overlay }, each as `tile_spec` in base_map.py makes it or null; null shows neither. */
    show(spec) {
      const wanted = spec || {};
      Object.keys(PANES).forEach((place) => this._replace(place, wanted[place]));
      this._map.getContainer().classList.toggle("with-base-map", Boolean(wanted.base));
      const texts = [wanted.base, wanted.overlay].filter(Boolean).map((source) => source.attribution);
      this._attribution.textContent = [...new Set(texts)].join(" · ");
      this._attribution.hidden = !texts.length;
    },

    _replace(place, source) {
      const spec = source ? JSON.stringify(source) : "";
      if (spec === (this._specs[place] || "")) return;
      if (this._layers[place]) this._layers[place].remove();
      this._specs[place] = spec;
      this._layers[place] = source ? tiles(source, PANES[place][0]).addTo(this._map) : null;
    },
  });

  function createPane(map, name, order) {
    const pane = map.createPane(name);
    pane.style.zIndex = order;
    pane.style.pointerEvents = "none";
  }

  /* A tile that does not load stays invisible: Leaflet shows those only that did. */
  function tiles({ kind, url, layers, format, transparent, opacity }, pane) {
    const options = { opacity, pane, maxZoom: DEEPEST };
    if (kind === "wms") return L.tileLayer.wms(url, { ...options, format, layers, transparent, version: "1.3.0" });
    return L.tileLayer(url, { ...options, maxNativeZoom: DEEPEST_TILES });
  }
})();
