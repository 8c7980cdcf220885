/* What an area says: the same lines in the tooltip and for screen readers. Text only, never HTML. */
(function () {
  "use strict";

  const FLAGGED = "Besonderer Aufmerksamkeitsbedarf";
  const MEASURED = "gemessen";
  const INTERVAL = "95-%-Vertrauensbereich";

  /* Lines about one area: [class name, text]. Without texts (they are still on their way) only what is known. */
  L.areaMap.areaLines = function (paint, feature, parentName) {
    const { name } = feature.properties;
    return [
      ["name", name],
      ["parent", parentName === name ? "" : parentName],
      ...textLines(paint, feature.index),
      ["flag", paint.flags[feature.index] === "1" ? FLAGGED : ""],
    ].filter(([, text]) => text);
  };

  function textLines(paint, index) {
    const { texts } = paint;
    if (!texts) return [];
    const interval = texts.intervalOf[index];
    const value = L.areaMap.valueText(texts, index);
    return [
      ["value", value ? `${paint.title}: ${value}` : ""],
      ["measured", texts.measuredOf[index] ? `${MEASURED} ${texts.measuredOf[index]}${texts.measuredUnit}` : ""],
      ["interval", interval ? `${INTERVAL} ${interval}${texts.intervalUnit}` : ""],
      ["comparison", wordOf(texts.comparisonWords, texts.comparisons, index)],
      ["benchmarks", benchmarksText(paint, texts)],
    ];
  }

  /* "Rhein-Sieg-Kreis 14,0 % · Troisdorf 21,7 %" where a municipality is in focus. */
  function benchmarksText({ own }, texts) {
    if (!own || !own.value) return "";
    const whole = texts.whole ? `${texts.wholeName} ${texts.whole}${texts.unit}` : "";
    return [whole, `${own.name} ${own.value}`].filter(Boolean).join(" · ");
  }

  /* "31,2 %", or why there is no value. */
  L.areaMap.valueText = function (texts, index) {
    const value = texts.valueOf_[index];
    return value ? value + texts.unit : wordOf(texts.reasonWords, texts.reasons, index);
  };

  const CODES = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  function wordOf(words, codes, index) {
    return words[CODES.indexOf(codes[index])] || "";
  }

  L.areaMap.linesElement = function (lines) {
    const box = document.createElement("div");
    for (const [name, text] of lines) L.areaMap.addText(box, "div", `tooltip-${name}`, text);
    return box;
  };

  L.areaMap.linesText = (lines) => lines.map(([, text]) => text).join(". ");

  L.areaMap.addText = function (parent, tag, className, text) {
    const element = L.DomUtil.create(tag, className, parent);
    element.textContent = text;
    return element;
  };

  const EDGE = 10; // pixels between a tooltip and the edge of its map
  const WIDEST = "26em";

  /* One tooltip for all areas: follows the mouse, or stands at the focused area; never cut off by a narrow map. */
  L.AreaTooltip = L.Tooltip.extend({
    options: { className: "area-tooltip", direction: "auto", offset: [14, 0], opacity: 1 },

    _setPosition(pos) {
      const size = this._map.getSize();
      this._container.style.maxWidth = `min(${WIDEST}, ${size.x - 2 * EDGE}px)`;
      L.Tooltip.prototype._setPosition.call(this, pos);
      const { offsetWidth, offsetHeight } = this._container;
      const room = size.subtract([offsetWidth, offsetHeight]);
      const corner = this._map.layerPointToContainerPoint(L.DomUtil.getPosition(this._container));
      const inside = L.point(within(corner.x, EDGE, room.x - EDGE), within(corner.y, EDGE, room.y - EDGE));
      L.DomUtil.setPosition(this._container, this._map.containerPointToLayerPoint(inside));
    },
  });

  const within = (value, low, high) => Math.max(Math.min(value, high), low);
})();
