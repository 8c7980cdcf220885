/* One map with its heading and its legend, as it looks in one year. */
(function () {
  "use strict";

  L.MapBox = L.Class.extend({
    initialize(parent, stage, map) {
      this.element = L.DomUtil.create("section", "map-box", parent);
      this._stage = stage;
      this._heading = L.DomUtil.create("h2", "map-heading", this.element);
      this.element.appendChild(map.getContainer());
      this.map = map;
      this._baseMap = new L.areaMap.BaseMap(map);
      this.layer = new L.AreaLayer(stage).addTo(map);
      this._legend = new L.Legend(this.element);
    },

    /* part: one map of the message; shared: what holds for all maps. */
    show(part, shared) {
      if (this._frames) this._frames.stop();
      this.part = part;
      this._shared = shared;
      this._painted = -1;
      this._frames = new L.areaMap.Frames(part, () => this._arrived());
      this.element.classList.toggle("schematic", Boolean(part.schematic));
      this._baseMap.show(part.schematic ? null : shared.baseMap);
      this._showPlaces(part.schematic ? null : shared.places);
    },

    /* Paints the year at once if its classes are here, else as soon as they come. */
    toYear(position) {
      this.position = this.part.fixed ? this.part.position : position;
      const classes = this._frames.classesAt(this.position);
      if (classes === undefined) return;
      this._painted = this.position;
      const label = this.part.labels[this.position];
      this._heading.textContent = this.headline();
      if (this.part.note) L.areaMap.addText(this._heading, "small", "", ` (${this.part.note})`);
      this.layer.paint(this._paint(classes, label));
      this.showLegend();
      if (this.part.classes) this.texts(); // few areas: their descriptions are read out, their texts are short
    },

    /* "Kinderarmut in %, 2024" */
    headline() {
      return [this.part.heading, this.part.labels[this.position]].filter(Boolean).join(this.part.joint);
    },

    /* Texts of the year shown; undefined until they have come, which this call sets going. */
    texts() {
      return this._frames.textsAt(this.position);
    },

    /* The reader has begun to move through the years: what else will be asked for is fetched ahead. */
    lookAhead() {
      this._frames.fetchAllTexts();
    },

    /* Name and value of the municipality in focus in the year shown, the value "" where there is none to compare with; null
       without a municipality. */
    own() {
      const { own } = this.part;
      return own ? { name: own.name, value: own.values[this.position] || "" } : null;
    },

    classes() {
      return this._frames.classesAt(this.position) || "";
    },

    flags() {
      return this._frames.flagsAt(this.position) || "";
    },

    showLegend() {
      const known = this.layer.features().length === this.classes().length;
      const shown = (index) => !known || !this.layer.isDimmed(index);
      this._legend.show(this.part, this.classes(), this.flags(), shown, this._stage.boxes.length > 1);
    },

    _paint(classes, label) {
      const { url, outlines, ground, name, colours } = this.part;
      const { focus } = this._shared;
      const title = [name, label].filter(Boolean).join(" ");
      return {
        url, outlines, ground, title, colours, classes, focus, own: this.own(),
        flags: this.flags(), selected: this._stage.selected, texts: this._frames.knownTextsAt(this.position),
      };
    },

    _showPlaces(places) {
      if (places === this._places) return;
      if (this._placeLayer) this._placeLayer.remove();
      this._places = places;
      this._placeLayer = null;
      if (!places) return;
      L.areaMap.fetchDocument(places).then((found) => {
        if (places === this._places && !this._placeLayer) this._placeLayer = new L.areaMap.Places(found).addTo(this.map);
      }, (error) => console.warn(error));
    },

    _arrived() {
      if (this._painted !== this.position) this.toYear(this.position);
      this.describe();
    },

    /* Called when texts or areas have come, in whatever order. */
    describe() {
      const texts = this._frames.knownTextsAt(this.position);
      if (!texts || texts === this._described || !this.layer.features().length) return;
      this._described = texts;
      this.layer.describe(texts);
      this._stage.textsArrived(this);
    },
  });
})();
