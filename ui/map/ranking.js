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
      this._say(box, entries.length - shown.length, rankNote(box, entries, texts));
      const scale = scaleOf(shown);
      this._list.replaceChildren(...shown.map((entry) => this._row(entry, scale, box)));
      this._stack();
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

    _say(box, left, ranks) {
      this._heading.textContent = box.headline();
      const order = box.part.lowestFirst ? "niedrigste zuerst" : "höchste zuerst";
      L.areaMap.addText(this._heading, "small", "", ` (${order})`);
      this._list.setAttribute("aria-label", this._heading.textContent);
      const more = left > 0 ? `und ${L.areaMap.german(left)} weitere` : "";
      this._note.textContent = [more, ranks].filter(Boolean).join(". ");
      this._note.hidden = !this._note.textContent;
    },

    /* County and municipality stay in sight, one above the other. */
    _stack() {
      const rows = [...this._list.querySelectorAll(".whole")];
      rows.forEach((row) => { row.style.top = row.style.bottom = ""; });
      if (rows.length < 2) return;
      rows[0].style.bottom = `${rows[1].offsetHeight}px`;
      rows[1].style.top = `${rows[0].offsetHeight}px`;
    },

    /* What is unfavourable first, else the highest; the whole county and the municipality in focus among them, areas without
       a value at the end. */
    _entries(box, texts, features) {
      const entries = features
        .filter((feature) => !box.layer.isDimmed(feature.index))
        .map((feature) => entryOf(feature.index, feature.properties.name, texts));
      const whole = L.areaMap.numberOf(texts.whole);
      if (Number.isFinite(whole)) {
        entries.push({ index: -1, name: texts.wholeName, value: whole, text: texts.whole + shortUnit(texts), interval: null });
      }
      const own = box.own();
      if (own && own.value) entries.push(ownEntry(own, texts));
      if (own) addRanks(entries.filter((entry) => entry.index >= 0), box, texts);
      const weight = (entry) => weightOf(entry.value, box);
      return entries.sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name, "de"));
    },

    _row(entry, scale, box) {
      const row = this._rows.get(entry.index) || this._newRow(entry.index);
      const [name, bar, value] = row.children;
      name.textContent = entry.name;
      setOrDelete(name.dataset, "rank", entry.rank);
      setOrDelete(name.dataset, "rankOfAll", entry.rankOfAll);
      value.textContent = entry.text;
      value.classList.toggle("without", !Number.isFinite(entry.value));
      drawBar(bar, entry, scale, colourOf(entry, box));
      return row;
    },

    _newRow(index) {
      const row = document.createElement("li");
      row.id = `row-${index}`;
      row.className = { [-1]: "whole", [-2]: "whole own" }[index] || "";
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

  /* The municipality in focus; its value may be a sign, which has no bar. */
  function ownEntry({ name, value }, texts) {
    const number = L.areaMap.withoutUnit(value, texts.unit);
    const known = L.areaMap.numberOf(number);
    const text = Number.isFinite(known) ? number + shortUnit(texts) : value;
    return { index: -2, name, value: known, text, interval: null };
  }

  const weightOf = (value, box) => (Number.isFinite(value) ? (box.part.lowestFirst ? -value : value) : -Infinity);

  /* Ranks among the areas in focus and among all of the county; equal values share the better one. */
  function addRanks(entries, box, texts) {
    const all = box.layer.features().map(({ index }) => L.areaMap.numberOf(texts.valueOf_[index]));
    const own = entries.map((entry) => entry.value);
    const rankIn = (values, value) => 1 + values.filter((each) => weightOf(each, box) > weightOf(value, box)).length;
    for (const entry of entries.filter(({ value }) => Number.isFinite(value))) {
      entry.rank = rankIn(own, entry.value);
      entry.rankOfAll = rankIn(all, entry.value);
    }
  }

  function rankNote(box, entries, texts) {
    const own = box.own();
    const ranked = entries.filter((entry) => entry.rank).length;
    if (!own || !ranked) return "";
    const all = texts.valueOf_.filter((each) => Number.isFinite(L.areaMap.numberOf(each))).length;
    const unit = box.part.unit[ranked === 1 ? 0 : 1];
    return `Vorn der Rang in ${own.name} (${L.areaMap.german(ranked)} ${unit}), hinten der im Kreis (${L.areaMap.german(all)})`;
  }

  function setOrDelete(dataset, name, value) {
    if (value === undefined) delete dataset[name];
    else dataset[name] = value;
  }

  function colourOf(entry, box) {
    if (entry.index === -2) return "#0b4f6c";
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
