/* Two maps as a cloud of points: each area once, linked with both maps. */
(function () {
  "use strict";

  const MOST_POINTS = 1500;
  const BOX = { left: 58, right: 12, top: 12, bottom: 52 };
  const TICKS = 5;

  L.Scatter = L.Class.extend({
    initialize(parent, stage) {
      this._stage = stage;
      this.element = L.DomUtil.create("div", "scatter", parent);
      this._heading = L.DomUtil.create("h2", "side-heading", this.element);
      this._svg = L.SVG.create("svg");
      this._svg.setAttribute("role", "application");
      this._svg.setAttribute("aria-roledescription", "Punktwolke");
      this.element.appendChild(this._svg);
      this._note = L.DomUtil.create("p", "side-note", this.element);
      this._said = L.DomUtil.create("p", "only-read-out", this.element);
      this._said.setAttribute("aria-live", "polite");
      this._points = new Map();
      this._order = [];
      L.areaMap.makeWalkable(this._svg, {
        order: () => this._order,
        point: (index) => stage.pointAt(index, null, true, this),
        leave: () => stage.leave(),
        choose: (index) => stage.chooseIndex(index),
      });
      new ResizeObserver(() => this.update()).observe(this.element);
    },

    update() {
      const [first, second] = this._stage.boxes;
      if (!second || !first.texts() || !second.texts() || !first.layer.features().length) return;
      const points = pairs(first, second);
      this._order = points.map((point) => point.index);
      this._say(first, second, points);
      if (points.length <= MOST_POINTS) this._draw(points, first, second);
      this.select(this._stage.selected);
    },

    point(index, byKeyboard) {
      if (this._pointed) this._pointed.classList.remove("pointed");
      this._pointed = this._points.get(index);
      if (!this._pointed) return;
      this._pointed.classList.add("pointed");
      this._svg.appendChild(this._pointed); // above the others
      if (byKeyboard) this._said.textContent = this._pointed.getAttribute("aria-label");
    },

    select(id) {
      const index = this._stage.indexOf(id);
      for (const [each, point] of this._points) point.classList.toggle("selected", each === index);
    },

    _say(first, second, points) {
      this._heading.textContent = `${heading(first)} und ${heading(second)}`;
      this._svg.setAttribute("aria-label", `Punktwolke: ${this._heading.textContent}. Pfeiltasten gehen von Gebiet zu Gebiet.`);
      const left = first.layer.features().filter((f) => !first.layer.isDimmed(f.index)).length - points.length;
      const unit = first.part.unit[left === 1 ? 0 : 1];
      this._note.textContent = points.length > MOST_POINTS
        ? `Mehr als ${L.areaMap.german(MOST_POINTS)} Gebiete: Die Punktwolke wird nicht gezeichnet.`
        : `Gestrichelt: Werte des Kreises.${ownWords(first)} Farben wie auf der ersten Karte.${left ? ` Nicht gezeichnet: ${L.areaMap.german(left)} ${unit}, wo ein Wert fehlt.` : ""}`;
    },

    _draw(points, first, second) {
      const { width, height } = this._size();
      const x = axis(points.map((p) => p.x), BOX.left, width - BOX.right);
      const y = axis(points.map((p) => p.y), height - BOX.bottom, BOX.top);
      this._svg.replaceChildren();
      this._svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
      drawAxes(this._svg, x, y, width, height, heading(first), heading(second));
      const values = [first, second].map((box) => L.areaMap.numberOf(box.texts().whole));
      drawLines(this._svg, "whole", x, y, values, width, height);
      if (first.own()) drawLines(this._svg, "own", x, y, [first, second].map(ownNumber), width, height);
      this._points = new Map(points.map((point) => [point.index, this._dot(point, x, y, first)]));
    },

    _size() {
      return { width: Math.max(this._svg.clientWidth, 200), height: Math.max(this._svg.clientHeight, 180) };
    },

    _dot({ index, x, y, name, text }, xAxis, yAxis, first) {
      const colour = L.areaMap.colourOf(first.classes()[index]);
      const dot = add(this._svg, "circle", {
        class: "dot", cx: xAxis.at(x), cy: yAxis.at(y), r: 5.5, fill: first.part.colours[colour], role: "img", "aria-label": `${name}: ${text}`,
      });
      dot.addEventListener("mouseenter", () => this._stage.pointAt(index, null, false, this));
      dot.addEventListener("mouseleave", () => this._stage.leave());
      dot.addEventListener("click", () => this._stage.chooseIndex(index));
      return dot;
    },
  });

  const heading = (box) => [box.part.name, box.part.labels[box.position]].filter(Boolean).join(" ");

  /* Areas with both values, from left to right. */
  function pairs(first, second) {
    const texts = [first.texts(), second.texts()];
    return first.layer.features()
      .filter((feature) => !first.layer.isDimmed(feature.index))
      .map(({ index, properties }) => {
        const [x, y] = texts.map((each) => L.areaMap.numberOf(each.valueOf_[index]));
        const text = texts.map((each) => L.areaMap.valueText(each, index)).join(" und ");
        return { index, x, y, name: properties.name, text };
      })
      .filter((point) => Number.isFinite(point.x) && Number.isFinite(point.y))
      .sort((a, b) => a.x - b.x || a.y - b.y);
  }

  function axis(values, from, to) {
    const low = Math.min(...values);
    const high = Math.max(...values);
    const step = niceStep((high - low || Math.abs(high) || 1) / TICKS);
    const start = Math.floor(low / step) * step;
    const end = Math.ceil(high / step) * step || start + step;
    const ticks = [];
    for (let tick = start; tick <= end + step / 2; tick += step) ticks.push(Number(tick.toFixed(10)));
    const last = ticks[ticks.length - 1];
    return { ticks, at: (value) => from + ((value - start) / (last - start || 1)) * (to - from) };
  }

  function niceStep(rough) {
    const power = 10 ** Math.floor(Math.log10(rough));
    return [1, 2, 5, 10].find((factor) => factor * power >= rough) * power;
  }

  function drawAxes(svg, x, y, width, height, xName, yName) {
    const bottom = height - BOX.bottom;
    for (const tick of x.ticks) {
      add(svg, "line", { class: "grid", x1: x.at(tick), x2: x.at(tick), y1: BOX.top, y2: bottom });
      write(svg, L.areaMap.german(tick), { x: x.at(tick), y: bottom + 18, "text-anchor": "middle" });
    }
    for (const tick of y.ticks) {
      add(svg, "line", { class: "grid", x1: BOX.left, x2: width - BOX.right, y1: y.at(tick), y2: y.at(tick) });
      write(svg, L.areaMap.german(tick), { x: BOX.left - 7, y: y.at(tick) + 5, "text-anchor": "end" });
    }
    write(svg, xName, { class: "axis-name", x: width - BOX.right, y: height - 8, "text-anchor": "end" });
    const turned = `rotate(-90 15 ${BOX.top})`;
    write(svg, yName, { class: "axis-name", x: 15, y: BOX.top, "text-anchor": "end", transform: turned });
  }

  const ownWords = (box) => (box.own() && box.own().value ? ` Gepunktet: ${box.own().name}.` : "");

  /* Value of the municipality in focus; NaN where it is hidden. */
  const ownNumber = (box) => L.areaMap.numberOf(L.areaMap.withoutUnit(box.own().value, box.texts().unit));

  /* Lines at two values of a whole: the county, the municipality in focus. */
  function drawLines(svg, name, x, y, [across, up], width, height) {
    if (inside(across, x)) add(svg, "line", { class: name, x1: x.at(across), x2: x.at(across), y1: BOX.top, y2: height - BOX.bottom });
    if (inside(up, y)) add(svg, "line", { class: name, x1: BOX.left, x2: width - BOX.right, y1: y.at(up), y2: y.at(up) });
  }

  const inside = (value, { ticks }) => value >= ticks[0] && value <= ticks[ticks.length - 1];

  function write(svg, text, attributes) {
    add(svg, "text", attributes).textContent = text;
  }

  function add(parent, name, attributes) {
    const element = L.SVG.create(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return parent.appendChild(element);
  }
})();
