/* The base units of one municipality, each filled as its area; one element per unit, so that the keyboard reaches them. */
(function () {
  "use strict";

  const DESCRIBED_AFTER = 150; // ms

  L.areaMap.UnitLayer = L.GeoJSON.extend({
    /* drawing: hears clicked(index) and is asked linesOf(index). */
    initialize(geometry, drawing, map) {
      const renderer = L.svg({ padding: 0.5 }).addTo(map);
      L.GeoJSON.prototype.initialize.call(this, null, { renderer });
      this._drawing = drawing;
      this._renderer = renderer;
      this._fills = new L.areaMap.AreaFills(renderer);
      this._pointing = new L.Pointing((unit) => drawing.linesOf(unit.feature.index));
      this._pointing.useHighlights(new L.Highlights(L.svg({ pane: "highlights", padding: 0.5 }), 12).addTo(map));
      geometry.features.forEach((feature, index) => { feature.index = index; });
      this.addData(geometry);
      this._units = this.getLayers();
      this.addTo(map);
      this._units.forEach((unit) => this._prepare(unit));
      this.on("mouseover mousemove", ({ layer, latlng }) => this._pointing.pointAt(layer, latlng, false));
      this.on("mouseout", () => this._pointing.leave());
      this.on("click", ({ layer }) => drawing.clicked(layer.feature.index));
    },

    size() {
      return this._units.length;
    },

    featureAt(index) {
      return this._units[index].feature;
    },

    pointOf(index) {
      return L.areaMap.markPoint(this._units[index]);
    },

    /* state: see `drawnState`; only what has changed is painted. */
    paint(state) {
      const positions = new Map(state.areas.map(({ id }, position) => [id, position]));
      this._units.forEach((unit, index) => {
        const position = positions.get(state.of[index]);
        const style = position === undefined
          ? { color: "#8a979e", weight: 0.8, fillOpacity: 1, fillColor: this._fills.none() }
          : { color: "#ffffff", weight: 0.8, fillOpacity: 1, fillColor: this._fills.of(position, index in state.cut) };
        if (!L.areaMap.sameStyle(unit.options, style)) unit.setStyle(style);
      });
      this._pointing.refresh();
      this._describeLater();
    },

    _prepare(unit) {
      L.areaMap.makeFocusable(unit, {
        pointAtByKeyboard: () => this._reached(unit),
        leave: () => this._pointing.leave(),
        closeTooltip: () => this._pointing.closeTooltip(),
        choose: () => this._drawing.clicked(unit.feature.index),
        candidates: () => this._units,
        isMeeting: () => false,
      });
    },

    /* By keyboard: from here the tabulator goes on, and to here it comes back. */
    _reached(unit) {
      if (this._stop) this._stop.getElement().setAttribute("tabindex", "-1");
      this._stop = unit;
      unit.getElement().setAttribute("tabindex", "0");
      this._pointing.pointAt(unit, L.areaMap.markPoint(unit), true);
    },

    _describeLater() {
      clearTimeout(this._describing);
      this._describing = setTimeout(() => this._describeAll(), DESCRIBED_AFTER);
    },

    _describeAll() {
      if (!this._map) return;
      this._stop = this._stop || this._units[0];
      this._units.forEach((unit) => {
        const { index } = unit.feature;
        const isActive = this._drawing.isInActive(index);
        L.areaMap.describeArea(unit, L.areaMap.linesText(this._drawing.linesOf(index)), isActive, unit === this._stop);
      });
      this._map.getContainer().dataset.described = this._map.getContainer().dataset.painted;
    },
  });
})();
