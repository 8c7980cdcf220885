/* What an area says: the same lines in the tooltip and for screen readers. Text only, never HTML. */
(function () {
  "use strict";

  /* The message of `Paint` with its joined strings taken apart. */
  L.areaMap.readPaint = function (message) {
    const split = (text) => text.split("|");
    return { ...message, valueOf: split(message.values), intervalOf: split(message.intervals) };
  };

  /* Lines about one area: [class name, text]. */
  L.areaMap.areaLines = function (paint, feature, parentName) {
    const index = feature.index;
    const interval = paint.intervalOf[index];
    return [
      ["name", feature.properties.name],
      ["parent", parentName === feature.properties.name ? "" : parentName],
      ["value", valueLine(paint, index)],
      ["interval", interval ? `${paint.intervalName} ${interval}${paint.intervalUnit}` : ""],
      ["comparison", wordOf(paint.comparisonWords, paint.comparisons, index)],
      ["flag", paint.flags[index] === "1" ? paint.flagName : ""],
    ].filter(([, text]) => text);
  };

  function valueLine(paint, index) {
    const value = paint.valueOf[index];
    const text = value ? value + paint.unit : wordOf(paint.reasonWords, paint.reasons, index);
    return text ? `${paint.title}: ${text}` : "";
  }

  const CODES = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  function wordOf(words, codes, index) {
    return words[CODES.indexOf(codes[index])] || "";
  }

  L.areaMap.linesElement = function (lines) {
    const box = document.createElement("div");
    for (const [name, text] of lines) {
      const line = document.createElement("div");
      line.className = `tooltip-${name}`;
      line.textContent = text;
      box.appendChild(line);
    }
    return box;
  };

  L.areaMap.linesText = (lines) => lines.map(([, text]) => text).join(". ");

  /* One tooltip for all areas: follows the mouse, or stands at the focused area. */
  L.AreaTooltip = L.Tooltip.extend({
    options: { className: "area-tooltip", direction: "auto", offset: [14, 0], opacity: 1 },
  });
})();
