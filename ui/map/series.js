/* Classes and flags of all years as `ui/map/series.py` writes them: the first year, then what changes. */
(function () {
  "use strict";

  const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const ORDER = "0123456789abcdefg*-"; // of the class codes
  const SKIP = LETTERS.length - 1; // so many areas without a change, and another gap follows

  /* series: {first, gaps, steps, flags}; gets classes and flags as one string per year. */
  L.areaMap.expandSeries = function (series) {
    if (series.classes) return series;
    series.areas = series.first.length;
    series.classes = [series.first];
    series.gaps.forEach((gaps, at) => series.classes.push(changed(series.classes[at], gaps, series.steps[at])));
    series.flags = series.flags.map((flagged) => (flagged ? asString(flagged, series.areas) : ""));
    return series;
  };

  function changed(before, gaps, steps) {
    const codes = Array.from(before);
    let index = -1;
    let next = 0;
    for (const letter of gaps) {
      const gap = LETTERS.indexOf(letter);
      index += gap;
      if (gap === SKIP) continue;
      index += 1;
      const order = ORDER.indexOf(codes[index]) + LETTERS.indexOf(steps[next]);
      codes[index] = ORDER[order % ORDER.length];
      next += 1;
    }
    return codes.join("");
  }

  function asString(flagged, areas) {
    const codes = new Array(areas).fill("0");
    flagged.forEach((index) => { codes[index] = "1"; });
    return codes.join("");
  }
})();
