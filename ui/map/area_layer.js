/* The areas: geometry fetched once, repainted by class codes. */
(function () {
  "use strict";

  const CANVAS_ABOVE = 500; // areas; below, one element per area is quicker and reachable by keyboard
  const DESCRIBED_AFTER = 150; // ms; while a slider runs nobody listens to descriptions
  const NOT_LOADED = "Die Karte konnte nicht geladen werden. Bitte laden Sie die Seite neu.";
  const NOT_MATCHING = "Karte und Zahlen passen nicht zusammen. Bitte laden Sie die Seite neu.";
  const GROUND = { fillColor: "#dfe3e4", fillOpacity: 1, interactive: false, pane: "ground", stroke: false };

  L.AreaLayer = L.GeoJSON.extend({
    /* stage: hears pointAt(index, latlng, byKeyboard), leave(), choose(id) and loaded(). */
    initialize(stage) {
      L.GeoJSON.prototype.initialize.call(this, null, {});
      this._stage = stage;
      this._areas = this._focused = [];
      this._parentNames = {};
      this._pointing = new L.Pointing((area) => this._lines(area));
      this.on("mouseover mousemove", ({ layer, latlng }) => stage.pointAt(layer.feature.index, latlng, false, this));
      this.on("mouseout", () => stage.leave());
      this.on("click", ({ layer, latlng }) => stage.choose(layer.feature.id, latlng));
    },

    /* paint: what MapBox makes of a message; its geometry is fetched first where it is not the one shown. */
    paint(paint) {
      this._paint = paint;
      const source = [paint.url, paint.outlines, paint.ground].join(" ");
      if (source === this._shown) return this._repaint();
      if (source === this._loading) return;
      this._loading = source;
      this._load([paint.url, paint.outlines, paint.ground], source);
    },

    /* Texts of the painted year have come. */
    describe(texts) {
      this._paint.texts = texts;
      this._pointing.refresh();
      this._describeLater();
    },

    features() {
      return this._areas.map((area) => area.feature);
    },

    isDimmed(index) {
      return this._focused.length > 0 && !this._inFocus(this._areas[index]);
    },

    /* Outline and tooltip of an area that is pointed at here or elsewhere; latlng null: at its own point. */
    pointAt(index, latlng, byKeyboard) {
      const area = this._areas[index];
      if (area) this._pointing.pointAt(area, latlng || L.areaMap.markPoint(area), byKeyboard);
    },

    leave() {
      this._pointing.leave();
    },

    select(id) {
      if (id === this._selected || !this._highlights) return;
      this._selected = id;
      const area = this._areas.find((candidate) => candidate.feature.id === id);
      this._highlights.select(area);
      this._describeLater(); // which one is pressed
      const center = area && area.getBounds().getCenter();
      const isFree = this._focus !== undefined && !this._map.follows;
      if (center && isFree && !this._map.getBounds().contains(center)) this._map.panTo(center);
    },

    async _load(urls, source) {
      try {
        const geometries = await Promise.all(urls.map(L.areaMap.fetchDocument));
        if (source !== this._loading) return; // another level was asked for meanwhile
        this._replace(...geometries);
        this._shown = source;
        this._repaint();
        this._stage.loaded(this);
      } catch (error) {
        console.warn(error);
        L.areaMap.showProblem(this._map, NOT_LOADED);
      } finally {
        if (source === this._loading) this._loading = null;
      }
    },

    _replace(geometry, outlines, ground) {
      const Renderer = geometry.features.length > CANVAS_ABOVE ? L.canvas : L.svg;
      this._clear();
      this._areaRenderer = this.options.renderer = Renderer({ padding: 0.5 }).addTo(this._map);
      this._fills = L.areaMap.patternFills(this._areaRenderer);
      geometry.features.forEach((feature, index) => { feature.index = index; });
      this.addData(geometry);
      this._areas = this.getLayers();
      this._areas.forEach((area) => this._prepare(area));
      if (ground) this._ground = L.geoJSON(ground, { ...GROUND, style: GROUND }).addTo(this._map);
      this._addAbove(Renderer({ pane: "highlights", padding: 0.5 }), outlines);
      this._map.setWhole(this.getBounds());
    },

    _clear() {
      this._pointing.leave();
      this.clearLayers();
      [this._ground, this._outlines, this._highlights, this._areaRenderer].forEach((layer) => layer && layer.remove());
      this._outlines = this._ground = null;
      this._focus = this._flags = this._selected = undefined;
    },

    _prepare(area) {
      area.toGeoJSON = () => null; // streamlit-folium would copy the outline at every click
      L.areaMap.makeFocusable(area, {
        pointAtByKeyboard: () => this._reached(area),
        leave: () => this._stage.leave(),
        closeTooltip: () => this._pointing.closeTooltip(),
        choose: () => this._stage.choose(area.feature.id),
        candidates: () => this._areas.filter((candidate) => !this._dimmed(candidate)),
        isMeeting: () => this._stage.isMeeting,
      });
    },

    /* By keyboard: from here the tabulator goes on, and to here it comes back. */
    _reached(area) {
      this._tabStop().getElement().setAttribute("tabindex", "-1");
      this._stop = area;
      area.getElement().setAttribute("tabindex", "0");
      this._stage.pointAt(area.feature.index, null, true, this);
    },

    /* The area where the tabulator stops: the last one reached, else the selected one, else the first that is bright. */
    _tabStop() {
      if (this._stop && this._areas.includes(this._stop) && !this._dimmed(this._stop)) return this._stop;
      const bright = this._areas.filter((area) => !this._dimmed(area));
      return bright.find((area) => area.feature.id === this._selected) || bright[0];
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
      this._describeLater();
      this._zoomToFocus();
      const container = this._map.getContainer();
      container.dataset.painted = String(Number(container.dataset.painted) + 1);
    },

    _paintArea(area) {
      const style = L.areaMap.areaStyle(this._paint, area.feature.index, this._fills, this._dimmed(area));
      if (!L.areaMap.sameStyle(area.options, style)) area.setStyle(style);
    },

    _describeLater() {
      clearTimeout(this._describing);
      if (this._areaRenderer instanceof L.SVG) this._describing = setTimeout(() => this._describeAll(), DESCRIBED_AFTER);
    },

    _describeAll() {
      const stop = this._tabStop();
      this._areas.forEach((area) => {
        const text = L.areaMap.linesText(this._lines(area));
        L.areaMap.describeArea(area, text, area.feature.id === this._selected, area === stop);
      });
      this._map.getContainer().dataset.described = this._map.getContainer().dataset.painted;
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
      this.select(selected);
    },

    /* Only a new focus moves the map: where somebody has zoomed to is theirs. */
    _zoomToFocus() {
      const { focus } = this._paint;
      const before = this._focus || "";
      this._focus = focus;
      if (focus === before || this._map.follows) return;
      const areas = L.featureGroup(this._focused);
      if (this._focused.length) this._map.showBounds(areas.getBounds(), { padding: [24, 24] });
      else this._map.showWhole();
    },
  });

  function markSize(areas) {
    if (areas > 1000) return 8;
    return areas > 250 ? 13 : 20;
  }
})();
