/* The areas: geometry fetched once, repainted by short messages (`Paint` in paint.py). */
(function () {
  "use strict";

  const CANVAS_ABOVE = 500; // areas; below, one element per area is quicker and reachable by keyboard
  const NOT_LOADED = "Die Karte konnte nicht geladen werden. Bitte laden Sie die Seite neu.";
  const NOT_MATCHING = "Karte und Zahlen passen nicht zusammen. Bitte laden Sie die Seite neu.";

  L.AreaLayer = L.GeoJSON.extend({
    initialize(key) {
      L.GeoJSON.prototype.initialize.call(this, null, {});
      this._key = key;
      this._areas = [];
      this._parentNames = {};
      this._pointing = new L.Pointing((area) => this._lines(area));
      this.on("mouseover mousemove", (event) => this._pointing.pointAt(event.layer, event.latlng, false));
      this.on("mouseout", () => this._pointing.leave());
      this.on("click", (event) => this._clicked(event.layer));
    },

    onAdd(map) {
      L.GeoJSON.prototype.onAdd.call(this, map);
      map.areaLayers[this._key] = this;
      L.areaMap.expectNoClick();
    },

    /* Takes a message; its geometry is fetched first where it is not the one shown. */
    paint(message) {
      this._paint = L.areaMap.readPaint(message);
      const source = `${message.url} ${message.outlines}`;
      if (source === this._shown) return this._repaint();
      if (source === this._loading) return;
      this._loading = source;
      this._load(message.url, message.outlines, source);
    },

    async _load(url, outlines, source) {
      try {
        const geometries = await Promise.all([url, outlines].map(L.areaMap.fetchGeometry));
        if (source !== this._loading) return; // another level was asked for meanwhile
        this._replace(...geometries);
        this._shown = source;
        this._repaint();
      } catch (error) {
        console.warn(error);
        L.areaMap.showProblem(this._map, NOT_LOADED);
      } finally {
        if (source === this._loading) this._loading = null;
      }
    },

    _replace(geometry, outlines) {
      const Renderer = geometry.features.length > CANVAS_ABOVE ? L.canvas : L.svg;
      this._clear();
      this._areaRenderer = this.options.renderer = Renderer({ padding: 0.5 }).addTo(this._map);
      this._fills = L.areaMap.patternFills(this._areaRenderer);
      geometry.features.forEach((feature, index) => { feature.index = index; });
      this.addData(geometry);
      this._areas = this.getLayers();
      this._areas.forEach((area) => this._prepare(area));
      this._addAbove(Renderer({ pane: "highlights", padding: 0.5 }), outlines);
      this._map.setWhole(this.getBounds());
    },

    _clear() {
      this._pointing.leave();
      this.clearLayers();
      [this._outlines, this._highlights, this._areaRenderer].forEach((layer) => layer && layer.remove());
      this._outlines = null;
      this._focus = this._flags = this._selected = undefined;
    },

    _prepare(area) {
      L.areaMap.reportIdOnly(area);
      L.areaMap.makeFocusable(area, {
        focus: () => this._pointing.pointAt(area, L.areaMap.markPoint(area), true),
        blur: () => this._pointing.leave(),
        close: () => this._pointing.closeTooltip(),
        choose: () => area.fire("click", { latlng: L.areaMap.markPoint(area) }, true),
      });
    },

    _addAbove(renderer, outlines) {
      this._highlights = new L.Highlights(renderer, markSize(this._areas.length)).addTo(this._map);
      this._pointing.useHighlights(this._highlights);
      this._parentNames = {};
      if (!outlines) return;
      outlines.features.forEach((feature) => { this._parentNames[feature.id] = feature.properties.name; });
      this._outlines = new L.OutlineLayer(outlines).addTo(this._map);
    },

    _repaint() {
      const paint = this._paint;
      if (paint.classes.length !== this._areas.length) return L.areaMap.showProblem(this._map, NOT_MATCHING);
      L.areaMap.clearProblem(this._map);
      this._focused = paint.focus ? this._areas.filter((area) => this._inFocus(area)) : [];
      this._areas.forEach((area) => this._paintArea(area));
      this._highlight();
      this._pointing.refresh();
      this._zoomToFocus();
      const container = this._map.getContainer();
      container.dataset.painted = String(Number(container.dataset.painted) + 1);
    },

    _paintArea(area) {
      const paint = this._paint;
      const dimmed = this._dimmed(area);
      const style = L.areaMap.areaStyle(paint, area.feature.index, this._fills, dimmed);
      if (!L.areaMap.sameStyle(area.options, style)) area.setStyle(style);
      const text = L.areaMap.linesText(this._lines(area));
      L.areaMap.describeArea(area, text, area.feature.id === paint.selected, dimmed);
    },

    /* Focus names a municipality: its parts stay bright, or itself where municipalities are shown. */
    _inFocus(area) {
      const { feature } = area;
      return feature.id === this._paint.focus || feature.properties.parent === this._paint.focus;
    },

    _dimmed(area) {
      return this._focused.length > 0 && !this._inFocus(area);
    },

    _lines(area) {
      return L.areaMap.areaLines(this._paint, area.feature, this._parentNames[area.feature.properties.parent]);
    },

    _highlight() {
      const { flags, focus, selected } = this._paint;
      if (`${flags} ${focus}` !== this._flags) {
        this._flags = `${flags} ${focus}`;
        const flagged = this._areas.filter((area, i) => flags[i] === "1" && !this._dimmed(area));
        this._highlights.flag(flagged);
        if (this._outlines) this._outlines.avoid(flagged.map(L.areaMap.markPoint));
        this._selected = undefined; // its outline belongs above the flagged ones
      }
      if (selected !== this._selected) this._select(selected);
    },

    _select(id) {
      this._selected = id;
      const area = this._areas.find((candidate) => candidate.feature.id === id);
      this._highlights.select(area);
      const center = area && area.getBounds().getCenter();
      if (center && this._focus !== undefined && !this._map.getBounds().contains(center)) this._map.panTo(center);
    },

    /* Only a new focus moves the map: where somebody has zoomed to is theirs. */
    _zoomToFocus() {
      const { focus } = this._paint;
      const before = this._focus || "";
      this._focus = focus;
      if (focus === before) return;
      const areas = L.featureGroup(this._focused);
      if (this._focused.length) this._map.showBounds(areas.getBounds(), { padding: [24, 24] });
      else this._map.showWhole();
    },

    /* The outline appears at once; Python hears of the click when all its listeners have run. */
    _clicked(area) {
      this._select(area.feature.id);
      setTimeout(L.areaMap.reportClick, 0);
    },
  });

  L.areaLayer = (key) => new L.AreaLayer(key);

  function markSize(areas) {
    if (areas > 1000) return 8;
    return areas > 250 ? 13 : 20;
  }
})();
