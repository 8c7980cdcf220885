/* Fills that say more than a colour: hatched = hidden for protection, dotted = no value, lines on a paler colour =
   change that is not statistically secured. */
(function () {
  "use strict";

  const PATTERNS = {
    hidden: { size: 8, ground: "#f6f4ef", ink: "#6b7680", draw: { d: "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6", width: 1.7 } },
    missing: { size: 8, ground: "#eceff0", ink: "#8a979e", draw: { d: "M4,4 h0.01", width: 2.2 } },
  };
  const UNSECURED = { size: 7, ink: "#ffffff", draw: { d: "M0,1.5 h7 M0,5 h7", width: 1.5 } };

  /* Fill values for a renderer that is on the map: `url(#…)` for SVG, a CanvasPattern for canvas. */
  L.areaMap.patternFills = function (renderer) {
    const make = renderer instanceof L.Canvas ? canvasPattern : svgPattern;
    const fills = Object.fromEntries(
      Object.entries(PATTERNS).map(([name, pattern]) => [name, make(renderer, name, pattern)]),
    );
    const made = new Map();
    fills.unsecured = (colour) => {
      const name = `unsecured-${colour.slice(1)}`;
      if (!made.has(name)) made.set(name, make(renderer, name, { ...UNSECURED, ground: paler(colour) }));
      return made.get(name);
    };
    return fills;
  };

  /* Half way to white: what is secured stands out. */
  function paler(colour) {
    const parts = [1, 3, 5].map((at) => Math.round((parseInt(colour.slice(at, at + 2), 16) + 255) / 2));
    return `rgb(${parts.join(",")})`;
  }

  function svgPattern(renderer, name, { size, ground, ink, draw }) {
    const id = `pattern-${name}-${L.stamp(renderer)}`;
    const svg = renderer._container;
    const pattern = addSvg(svg, "pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" });
    addSvg(pattern, "rect", { width: size, height: size, fill: ground });
    addSvg(pattern, "path", { d: draw.d, stroke: ink, "stroke-width": draw.width, "stroke-linecap": "round" });
    return `url(#${id})`;
  }

  function addSvg(parent, name, attributes) {
    const element = L.SVG.create(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return parent.appendChild(element);
  }

  function canvasPattern(renderer, name, { size, ground, ink, draw }) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = size;
    const context = tile.getContext("2d");
    context.fillStyle = ground;
    context.fillRect(0, 0, size, size);
    Object.assign(context, { strokeStyle: ink, lineWidth: draw.width, lineCap: "round" });
    context.stroke(new Path2D(draw.d));
    return context.createPattern(tile, "repeat");
  }
})();
