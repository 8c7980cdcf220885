/* How areas are told apart: eight colours that differ for every colour deficiency (Paul Tol's "light"), then the same with
   dots, then with lines; the number on the map says it without any colour. Base units without an area are hatched. */
(function () {
  "use strict";

  const COLOURS = ["#77aadd", "#ee8866", "#eedd88", "#ffaabb", "#99ddff", "#44bb99", "#bbcc33", "#aaaa00"];
  const SIGNS = [null, { d: "M4,4 h0.01", width: 2.6 }, { d: "M0,0 L8,8 M-2,6 L2,10 M6,-2 L10,2", width: 1.2 }];
  const SIZE = 8;
  const NONE = { ground: "#fbfaf7", ink: "#c9d0d4", sign: { d: "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6", width: 1.1 } };

  /* Fill and swatch of the area at a position of the list. */
  L.areaMap.areaColour = (position) => COLOURS[position % COLOURS.length];
  L.areaMap.areaSign = (position) => Math.floor(position / COLOURS.length) % SIGNS.length;

  L.areaMap.AreaFills = L.Class.extend({
    initialize(renderer) {
      this._renderer = renderer;
      this._marks = L.areaMap.patternFills(renderer);
      this._none = this._pattern("none", NONE.ground, NONE.sign, NONE.ink);
      this._made = new Map();
    },

    none() {
      return this._none;
    },

    /* isCut: a base unit of which only the larger part lies in the area. */
    of(position, isCut) {
      const colour = L.areaMap.areaColour(position);
      if (isCut) return this._marks.unsecured(colour);
      const sign = L.areaMap.areaSign(position);
      if (!sign) return colour;
      const name = `${sign}-${colour.slice(1)}`;
      if (!this._made.has(name)) this._made.set(name, this._pattern(name, colour, SIGNS[sign]));
      return this._made.get(name);
    },

    _pattern(name, colour, { d, width }, ink = "#ffffff") {
      const id = `area-${name}-${L.stamp(this._renderer)}`;
      const pattern = add(this._renderer._container, "pattern", { id, width: SIZE, height: SIZE, patternUnits: "userSpaceOnUse" });
      add(pattern, "rect", { width: SIZE, height: SIZE, fill: colour });
      add(pattern, "path", { d, stroke: ink, "stroke-width": width, "stroke-linecap": "round" });
      return `url(#${id})`;
    },
  });

  function add(parent, name, attributes) {
    const element = L.SVG.create(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return parent.appendChild(element);
  }
})();
