/* The areas of the first map by value, each with its bar; linked with the map. */
(function () {
  "use strict";

  const MOST_ROWS = 400;

  L.Ranking = L.Class.extend({
    initialize(parent, stage) {
      this._stage = stage;
      this.element = L.DomUtil.create("div", "ranking", parent);
      this._heading = L.DomUtil.create("h2", "side-heading", this.element);
      this._list = L.DomUtil.create("ol", "ranking-list", this.element);
      this._list.setAttribute("role", "listbox");
      this._note = L.DomUtil.create("p", "side-note", this.element);
      this._rows = new Map();
      L.areaMap.makeWalkable(this._list, {
        order: () => this._order,
        point: (index) => stage.pointAt(index, null, true, this),
        leave: () => stage.leave(),
        choose: (index) => stage.chooseIndex(index),
      });
      this._order = [];
    },

    update() {
      const box = this._stage.boxes[0];
      const texts = box.texts();
      const features = box.layer.features();
      if (!texts || features.length !== box.classes().length) return;
      const entries = this._entries(box, texts, features);
      const shown = entries.slice(0, MOST_ROWS);
      this._order = shown.filter((entry) => entry.index >= 0).map((entry) => entry.index);
      this._say(box, entries.length - shown.length);
      const scale = scaleOf(shown);
      this._list.replaceChildren(...shown.map((entry) => this._row(entry, scale, box)));
      this.select(this._stage.selected);
    },

    point(index, byKeyboard, source) {
      if (this._pointed) this._pointed.classList.remove("pointed");
      this._pointed = index >= 0 ? this._rows.get(index) : null; // the whole county is a row, but no area
      if (!this._pointed) return this._list.removeAttribute("aria-activedescendant");
      this._pointed.classList.add("pointed");
      this._list.setAttribute("aria-activedescendant", this._pointed.id);
      if (!this._list.matches(":hover")) L.areaMap.keepVisible(this._list, this._pointed);
    },

    select(id) {
      const index = this._stage.indexOf(id);
      for (const [row, element] of this._rows) element.setAttribute("aria-selected", String(row === index && row >= 0));
      if (index >= 0 && this._rows.has(index)) L.areaMap.keepVisible(this._list, this._rows.get(index));
    },

    _say(box, left) {
      this._heading.textContent = box.headline();
      const order = box.part.lowestFirst ? "niedrigste zuerst" : "höchste zuerst";
      L.areaMap.addText(this._heading, "small", "", ` (${order})`);
      this._list.setAttribute("aria-label", this._heading.textContent);
      this._note.textContent = left > 0 ? `und ${L.areaMap.german(left)} weitere` : "";
      this._note.hidden = left <= 0;
    },

    /* What is unfavourable first, else the highest; the whole county among them, areas without a value at the end. */
    _entries(box, texts, features) {
      const entries = features
        .filter((feature) => !box.layer.isDimmed(feature.index))
        .map((feature) => entryOf(feature.index, feature.properties.name, texts));
      const whole = L.areaMap.numberOf(texts.whole);
      if (Number.isFinite(whole)) {
        entries.push({ index: -1, name: texts.wholeName, value: whole, text: texts.whole + shortUnit(texts), interval: null });
      }
      const sign = box.part.lowestFirst ? -1 : 1;
      const weight = (entry) => (Number.isFinite(entry.value) ? sign * entry.value : -Infinity);
      return entries.sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name, "de"));
    },

    _row(entry, scale, box) {
      const row = this._rows.get(entry.index) || this._newRow(entry.index);
      const [name, bar, value] = row.children;
      name.textContent = entry.name;
      value.textContent = entry.text;
      value.classList.toggle("without", !Number.isFinite(entry.value));
      drawBar(bar, entry, scale, colourOf(entry, box));
      return row;
    },

    _newRow(index) {
      const row = document.createElement("li");
      row.id = `row-${index}`;
      row.className = index < 0 ? "whole" : "";
      row.setAttribute("role", "option");
      const [, bar] = ["row-name", "row-bar", "row-value"].map((name) => L.DomUtil.create("span", name, row));
      bar.setAttribute("aria-hidden", "true");
      bar.append(document.createElement("i"), document.createElement("b"));
      if (index >= 0) {
        row.addEventListener("mouseenter", () => this._stage.pointAt(index, null, false, this));
        row.addEventListener("mouseleave", () => this._stage.leave());
        row.addEventListener("click", () => this._stage.chooseIndex(index));
      }
      this._rows.set(index, row);
      return row;
    },
  });

  /* The heading names the unit; beside every bar only one as short as "%" has room. */
  const shortUnit = (texts) => (texts.unit.length <= 3 ? texts.unit : "");

  function entryOf(index, name, texts) {
    const number = texts.valueOf_[index];
    return {
      index,
      name,
      value: L.areaMap.numberOf(number),
      text: number ? number + shortUnit(texts) : L.areaMap.valueText(texts, index).split(":")[0],
      interval: L.areaMap.intervalOf(texts.intervalOf[index]),
    };
  }

  function colourOf(entry, box) {
    const colour = entry.index < 0 ? -1 : L.areaMap.colourOf(box.classes()[entry.index]);
    return colour < 0 ? "#16212a" : box.part.colours[colour];
  }

  /* From the smallest value or 0 to the largest value or 0; an interval may reach beyond and is cut there. */
  function scaleOf(entries) {
    const values = entries.map((entry) => entry.value).filter(Number.isFinite);
    const low = Math.min(0, ...values);
    const high = Math.max(0, ...values) * 1.08;
    return (value) => (high > low ? (Math.min(Math.max(value, low), high) - low) / (high - low) * 100 : 0);
  }

  function drawBar(bar, { value, interval }, scale, colour) {
    const [fill, whisker] = bar.children;
    bar.style.visibility = Number.isFinite(value) ? "" : "hidden";
    if (!Number.isFinite(value)) return;
    place(fill, scale(Math.min(0, value)), scale(Math.max(0, value)));
    fill.style.background = colour;
    whisker.hidden = !interval;
    if (interval) place(whisker, scale(interval[0]), scale(interval[1]));
  }

  function place(element, from, to) {
    element.style.left = `${from.toFixed(2)}%`;
    element.style.width = `${(to - from).toFixed(2)}%`;
  }
})();
