/* One municipality's map for drawing social spaces: tools, areas, findings and what travels to the server. */
(function () {
  "use strict";

  const NOT_LOADED = "Die Karte konnte nicht geladen werden. Bitte laden Sie die Seite neu.";
  const NONE = "ohne Sozialraum";

  L.areaMap.Drawing = L.Class.extend({
    initialize(id, label) {
      const container = document.getElementById(id);
      this.element = L.DomUtil.create("main", "stage with-side drawing");
      this.element.setAttribute("aria-label", label);
      container.parentNode.insertBefore(this.element, container);
      const bar = L.DomUtil.create("div", "draw-bar", this.element);
      const box = L.DomUtil.create("div", "stage-maps", this.element);
      L.DomUtil.create("section", "map-box draw-box", box).appendChild(container);
      const side = L.DomUtil.create("aside", "stage-side draw-side", this.element);
      side.setAttribute("aria-label", "Sozialräume und Prüfung");
      this.map = new L.LocalMap(id, label);
      this.map.drawing = this;
      this._sending = new L.areaMap.Sending(() => this._showBar());
      this._bar = new L.areaMap.DrawBar(bar, this);
      this._list = new L.areaMap.AreaList(side, this);
      this._findings = new L.areaMap.Findings(side, this.map);
      this.active = null;
    },

    /* A message of `ui/schemes/message.py`. */
    show(message) {
      this._message = message;
      this._sending.answered(message.answer);
      if (message.url !== this._shown) this._load(message);
      else this._refresh();
    },

    // Changes

    clicked(index) {
      if (!this._canEdit() || this._bar.tool() !== "click") return;
      const isThere = this.state.of[index] === this.active && !(index in this.state.cut);
      this.change(["put", [index], isThere ? "" : this.active]);
    },

    /* isInside(latlng): of a drawn shape; a base unit is in it with its middle. */
    taken(isInside) {
      const found = this.state.of.map((_, index) => index)
        .filter((index) => isInside(this._units.pointOf(index)))
        .filter((index) => this.state.of[index] !== this.active || index in this.state.cut);
      if (this._canEdit() && found.length) this.change(["put", found, this.active]);
    },

    addArea() {
      const { id, name } = L.areaMap.nextArea(this.state, this._message.municipality);
      this.active = id;
      this.change(["new", id, name]);
      this._showSide();
      this._list.editName(id);
    },

    rename(id, name) {
      const area = this.state.areas.find((each) => each.id === id);
      if (area && name !== area.name) this.change(["name", id, name]);
    },

    drop(id) {
      this.change(["drop", id]);
    },

    toolChanged() {
      this._showBar();
    },

    choose(id) {
      this.active = id;
      this._showSide();
      this._drawNames();
      this._units.paint(this.state);
    },

    isInActive(index) {
      return this.state.of[index] === this.active;
    },

    /* What a base unit says, in its tooltip and to screen readers. */
    linesOf(index) {
      const { name } = this._units.featureAt(index).properties;
      const area = this.state.areas.findIndex(({ id }) => id === this.state.of[index]);
      const where = area < 0 ? NONE : `${area + 1} ${this.state.areas[area].name}`;
      return [["name", name], ["parent", this.state.cut[index] || where]];
    },

    /* change: see `ui/schemes/changes.py`. */
    change(change) {
      this._sending.add(change);
      L.areaMap.changeState(this.state, change);
      this._paint();
    },

    _canEdit() {
      return Boolean(this._message && this._message.canEdit && this.state);
    },

    // Showing

    async _load(message) {
      this._shown = message.url;
      try {
        const [units, outlines] = await Promise.all([message.url, message.outlines].map(L.areaMap.fetchDocument));
        if (message.url !== this._shown) return;
        this._replace(units, outlines);
        this._refresh();
      } catch (error) {
        console.warn(error);
        L.areaMap.showProblem(this.map, NOT_LOADED);
      }
    },

    _replace(units, outlines) {
      [this._units, this._borders, this._names, this._outlines].forEach((layer) => layer && layer.remove());
      this._units = new L.areaMap.UnitLayer(units, this, this.map);
      this._borders = new L.areaMap.AreaBorders(units.features).addTo(this.map);
      this._names = new L.areaMap.AreaNames().addTo(this.map);
      this._outlines = outlines ? L.areaMap.faintOutlines(outlines).addTo(this.map) : null;
      this.map.setWhole(this._units.getBounds());
    },

    _refresh() {
      if (!this._units) return;
      this.state = L.areaMap.drawnState(this._message, this._sending.pending());
      const ids = ["", ...this.state.areas.map(({ id }) => id)];
      if (!ids.includes(this.active)) this.active = ids[1] || "";
      this._showDrawn();
      this._paint();
    },

    /* The units first: lines, names and lists follow in the next frame. */
    _paint() {
      if (this.state.areas.every(({ id }) => id !== this.active)) this.active = this.active && (this.state.areas[0] || { id: "" }).id;
      this._units.paint(this.state);
      const container = this.map.getContainer();
      container.dataset.painted = String(Number(container.dataset.painted) + 1);
      this._following = this._following || requestAnimationFrame(() => {
        this._following = null;
        this._borders.draw(this.state.of, this._message.drawn ? this.state.cut : {});
        this._drawNames();
        this._showSide();
      });
    },

    _drawNames() {
      const units = new Map(this.state.areas.map(({ id }) => [id, []]));
      this.state.of.forEach((id, index) => id && units.get(id).push(this._units.pointOf(index)));
      const labels = this.state.areas.map(({ id, name }, position) => ({ id, name, number: position + 1, points: units.get(id) }));
      this._names.draw(labels.filter(({ points }) => points.length)
        .map((each) => ({ ...each, places: L.areaMap.placesOf(each.points), isActive: each.id === this.active })));
    },

    _showSide() {
      const counts = new Map();
      this.state.of.forEach((id) => counts.set(id, (counts.get(id) || 0) + 1));
      const notes = this._sending.pending().length ? {} : this._message.notes;
      const areas = [{ id: "", name: NONE }, ...this.state.areas];
      this._list.show(areas.map((area) => ({ ...area, count: counts.get(area.id) || 0, note: notes[area.id] })), this.active,
        this._message.canEdit, this._message.unit);
      this._findings.show(this._message.findings, this._message.isChecked);
      this._showBar();
    },

    /* The borders of areas as they were delivered, where they cut base units. */
    _showDrawn() {
      if (this._message.drawn === this._drawnShown) return;
      this._drawnShown = this._message.drawn;
      if (this._drawn) this._drawn.remove();
      this._drawn = null;
      const { drawn } = this._message;
      if (!drawn) return;
      L.areaMap.fetchDocument(drawn).then((geometry) => {
        if (drawn === this._drawnShown) this._drawn = L.areaMap.drawnOutlines(geometry).addTo(this.map);
      }, (error) => console.warn(error));
    },

    _showBar() {
      if (!this._message) return;
      const area = this.state && this.state.areas.find(({ id }) => id === this.active);
      this._bar.show(this._message, this._sending.pending().length, area, this.state);
    },
  });

  const LINES = { fill: false, interactive: false, lineJoin: "round", pane: "outlines" };

  L.areaMap.faintOutlines = (geometry) => L.geoJSON(geometry, { interactive: false,
    style: { ...LINES, color: "#8a979e", weight: 1, renderer: L.svg({ pane: "outlines", padding: 0.5 }) } });

  L.areaMap.drawnOutlines = (geometry) => L.geoJSON(geometry, { interactive: false,
    style: { ...LINES, color: "#16212a", weight: 2.4, renderer: L.svg({ pane: "outlines", padding: 0.5 }) } });

  L.drawing = (id, label) => new L.areaMap.Drawing(id, label);
})();
