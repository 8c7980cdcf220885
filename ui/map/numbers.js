/* German numbers as they are printed, back into numbers: what the bars show is what the words say. */
(function () {
  "use strict";

  /* "1.234,5" → 1234.5, "−0,3" → −0.3, "+4,1" → 4.1; NaN for anything else. */
  L.areaMap.numberOf = function (text) {
    if (!text) return NaN;
    return Number(text.replace(/\./g, "").replace(",", ".").replace("−", "-").replace("+", ""));
  };

  /* "27,8–34,9" → [27.8, 34.9], "−2,5 bis +0,3" → [−2.5, 0.3]; null where there is no interval. */
  L.areaMap.intervalOf = function (text) {
    const parts = (text || "").split(/–| bis /).map(L.areaMap.numberOf);
    return parts.length === 2 && parts.every(Number.isFinite) ? parts : null;
  };

  /* "21,7 %" → "21,7": the number of a text whose unit is known; a sign stays what it is. */
  L.areaMap.withoutUnit = (text, unit) => (text.endsWith(unit) ? text.slice(0, text.length - unit.length) : text);

  L.areaMap.german = (value) => value.toLocaleString("de-DE", { maximumFractionDigits: 6 });
})();
