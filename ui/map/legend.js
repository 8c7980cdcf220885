/* The legend: classes with their numbers of areas, a list that screen readers read out. */
(function () {
  "use strict";

  L.Legend = L.Class.extend({
    initialize(parent) {
      this._list = L.DomUtil.create("ul", "legend", parent);
      this._list.setAttribute("role", "list");
    },

    /* part: {legend: [[codes, text, mark]], colours, unit: [one, several]}. codes: the class codes an entry counts.
       shown(index): whether the area counts; isNarrow: there is no room for the unit. */
    show(part, classes, flags, shown, isNarrow) {
      this._isNarrow = isNarrow;
      const counts = counted(classes, flags, shown);
      this._list.replaceChildren();
      for (const [codes, text, mark] of part.legend) {
        const areas = Array.from(codes).reduce((sum, code) => sum + (counts[code] || 0), 0);
        if (areas || mark === "fill" || mark === "ground") this._entry(part, codes, text, mark, areas);
      }
    },

    _entry(part, codes, text, mark, areas) {
      const item = L.DomUtil.create("li", "", this._list);
      const swatch = L.DomUtil.create("i", `swatch-${mark}`, item);
      swatch.setAttribute("aria-hidden", "true");
      if (mark === "fill") swatch.style.background = part.colours[L.areaMap.colourOf(codes[0])];
      const words = L.areaMap.addText(item, "span", "", text);
      if (mark === "ground") return;
      const unit = this._isNarrow ? "" : ` ${part.unit[areas === 1 ? 0 : 1]}`;
      L.areaMap.addText(words, "small", "", ` · ${areas}${unit}`);
    },
  });

  /* Areas per class code; "!" counts the flagged ones. */
  function counted(classes, flags, shown) {
    const counts = {};
    for (let index = 0; index < classes.length; index += 1) {
      if (!shown(index)) continue;
      counts[classes[index]] = (counts[classes[index]] || 0) + 1;
      if (flags[index] === "1") counts["!"] = (counts["!"] || 0) + 1;
    }
    return counts;
  }
})();
