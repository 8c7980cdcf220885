/* How an area is drawn: by its class, quieter when another municipality is in focus. */
(function () {
  "use strict";

  const HIDDEN = "*";
  const MISSING = "-";
  const UNSECURED = "abcdefg"; // class 0 … 6, drawn with the sign for "not statistically secured"

  /* Leaflet path options for the area with this index. fills: see patternFills(). */
  L.areaMap.areaStyle = function (paint, index, fills, dimmed) {
    return {
      fillColor: fillOf(paint, paint.classes[index], fills),
      fillOpacity: dimmed ? 0.22 : 1,
      color: "#ffffff",
      opacity: dimmed ? 0.5 : 1,
      weight: borderWidth(paint.classes.length),
    };
  };

  L.areaMap.sameStyle = (a, b) => Object.keys(b).every((name) => a[name] === b[name]);

  /* Index of the colour behind a class code, −1 where it has none. */
  L.areaMap.colourOf = (code) => (UNSECURED.includes(code) ? UNSECURED.indexOf(code) : code >= "0" ? Number(code) : -1);

  L.areaMap.isUnsecured = (code) => UNSECURED.includes(code);

  function fillOf(paint, code, fills) {
    if (code === HIDDEN) return fills.hidden;
    if (code === MISSING) return fills.missing;
    const colour = paint.colours[L.areaMap.colourOf(code)];
    return L.areaMap.isUnsecured(code) ? fills.unsecured(colour) : colour;
  }

  function borderWidth(areas) {
    if (areas > 2000) return 0.3;
    return areas > 300 ? 0.6 : 1;
  }
})();
