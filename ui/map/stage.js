/* Everything in the frame that belongs together: one or two maps, the years, and what stands beside them. */
(function () {
  "use strict";

  const REST = 350; // ms
  const SIDES = { ranking: "Ranking", scatter: "Scatter", reasons: "Reasons" };

  L.Stage = L.Class.extend({
    initialize(id, label) {
      this._label = label;
      this.selected = "";
      this.position = 0;
      const container = document.getElementById(id);
      this.element = L.DomUtil.create("main", "stage");
      this.element.setAttribute("aria-label", label);
      container.parentNode.insertBefore(this.element, container);
      this.story = new L.Story(this, this.element);
      this._maps = L.DomUtil.create("div", "stage-maps", this.element);
      this._side = L.DomUtil.create("aside", "stage-side", this.element);
      this._side.setAttribute("aria-label", "Neben der Karte");
      this._years = new L.areaMap.Resting("year", REST);
      this._timeBar = new L.TimeBar(this.element, (position, isPlaying) => this._slide(position, isPlaying));
      this.map = new L.LocalMap(id, label);
      this.map.stage = this;
      this.boxes = [new L.MapBox(this._maps, this, this.map)];
    },

    /* A message of `Stage` in stage.py: a view, or a story whose steps are views. */
    show(message) {
      if (message.story) this.story.tell(message.story);
      else this.display(message);
      if (message.link) L.areaMap.writeLink(message.link);
    },

    /* asPrepared: in its own year, wherever the slider stands. */
    display(message, asPrepared) {
      const before = this._message;
      this._message = message;
      message.years = message.years || message.maps[0].labels; // told apart only where they differ
      this.selected = message.selected;
      if (asPrepared || this._isOtherYear(message, before)) this.position = message.position;
      this._arrange(message);
      message.maps.forEach((part, at) => this.boxes[at].show(part, message));
      this._timeBar.show(message.maps[0].labels, this.position);
      this.toYear(this.position);
    },

    toYear(position) {
      this.position = position;
      this._timeBar.stand(position);
      this.boxes.forEach((box) => box.toYear(position));
      this._updatePanel();
    },

    /* index: of an area; latlng: where the mouse is, null for the area's own point; source: who was pointed at. */
    pointAt(index, latlng, byKeyboard, source) {
      this.boxes.forEach(({ layer }) => layer.pointAt(index, layer === source ? latlng : null, byKeyboard));
      if (index === this._pointed) return;
      this._pointed = index;
      this.boxes.forEach((box) => box.texts());
      if (this._panel) this._panel.point(index, byKeyboard, source);
    },

    leave() {
      this._pointed = -1;
      this.boxes.forEach(({ layer }) => layer.leave());
      if (this._panel) this._panel.point(-1);
    },

    /* The outline appears at once; the server hears of it when all listeners have run. latlng: where the mouse is, which is
       told where a place is asked for. */
    choose(id, latlng) {
      this.selected = id;
      this.boxes.forEach(({ layer }) => layer.select(id));
      if (this._panel) this._panel.select(id);
      const point = this._message.pick && latlng ? { point: `${latlng.lat.toFixed(5)},${latlng.lng.toFixed(5)}` } : {};
      if (!this.isMeeting) setTimeout(() => L.areaMap.report({ area: id, ...point }), 0); // there nothing depends on it
    },

    chooseIndex(index) {
      const feature = this.boxes[0].layer.features()[index];
      if (feature) this.choose(feature.id);
    },

    indexOf(id) {
      return id ? this.boxes[0].layer.features().findIndex((feature) => feature.id === id) : -1;
    },

    loaded(layer) {
      const box = this.boxes.find((each) => each.layer === layer);
      box.showLegend();
      box.describe();
      this.textsArrived(box);
    },

    textsArrived() {
      this._updatePanel();
    },

    _slide(position, isPlaying) {
      this.toYear(position);
      this.boxes.forEach((box) => box.lookAhead());
      if (!isPlaying && !this.isMeeting) this._years.moved(this._message.years[position]);
    },

    _isOtherYear(message, before) {
      const isNews = this._years.isNews(message.years[message.position]);
      return isNews || !before || String(before.years) !== String(message.years);
    },

    _arrange(message) {
      if (message.maps.length > this.boxes.length) this._showSecond();
      if (message.maps.length < this.boxes.length) this._hideSecond();
      this._showSide(SIDES[message.side]);
      this.element.classList.toggle("two-maps", message.maps.length > 1);
    },

    /* The second map goes where the first one goes, and back; it is kept for the next time. */
    _showSecond() {
      this._second = this._second || this._newSecond();
      this._second.element.hidden = false;
      this.boxes.push(this._second);
      const { map } = this._second;
      map.invalidateSize({ animate: false });
      [[this.map, map], [map, this.map]].forEach(([from, to]) => from.sync(to));
    },

    _hideSecond() {
      const { map, element } = this.boxes.pop();
      this.map.unsync(map);
      map.unsync(this.map);
      element.hidden = true;
    },

    _newSecond() {
      const container = L.DomUtil.create("div", "", this._maps);
      const map = new L.LocalMap(container, `${this._label}, zweite Karte`);
      map.follows = true;
      return new L.MapBox(this._maps, this, map);
    },

    _showSide(name) {
      this.element.classList.toggle("with-side", Boolean(name));
      if (name === this._panelName) return;
      this._panelName = name;
      this._side.replaceChildren();
      this._panel = name ? new L[name](this._side, this) : null;
    },

    /* The map first: what stands beside it follows in the next frame. */
    _updatePanel() {
      if (!this._panel || this._updating) return;
      this._updating = requestAnimationFrame(() => {
        this._updating = null;
        if (this._panel) this._panel.update();
      });
    },
  });

  L.stage = (id, label) => new L.Stage(id, label);
})();
