/* One map through the years: the year of the message at once, all others from its documents. */
(function () {
  "use strict";

  const MOST_AREAS_AHEAD = 1000; // up to here the texts of all years are fetched before they are asked for

  L.areaMap.Frames = L.Class.extend({
    /* part: one map of the message; arrived(): called when a document has come. */
    initialize(part, arrived) {
      this._part = part;
      this._arrived = arrived;
      this._fetch(part.series);
      this._fetch(part.texts);
    },

    classesAt(position) {
      if (position === this._part.position) return this._part.classes;
      const series = this._series();
      return series && series.classes[position];
    },

    flagsAt(position) {
      if (position === this._part.position) return this._part.flags;
      const series = this._series();
      return series && series.flags[position];
    },

    /* Texts of a year; undefined until they have come, which this call sets going. */
    textsAt(position) {
      const series = this._series();
      const url = position === this._part.position ? this._part.texts : series && series.texts[position];
      if (!url) return undefined;
      const found = L.areaMap.arrivedDocument(url);
      if (!found) this._fetch(url);
      return found && readTexts(found[position]);
    },

    stop() {
      this._arrived = () => {};
    },

    _series() {
      const found = L.areaMap.arrivedDocument(this._part.series);
      return found && expanded(found, this._part.classes.length);
    },

    _fetch(url) {
      L.areaMap.fetchDocument(url).then(
        (found) => {
          this._arrived();
          if (found && found.texts && this._part.classes.length <= MOST_AREAS_AHEAD) this._fetchAll(found.texts);
        },
        (error) => console.warn(error),
      );
    },

    _fetchAll(urls) {
      new Set(urls).forEach((url) => url && L.areaMap.fetchDocument(url).then(() => this._arrived(), () => {}));
    },
  });

  /* "." in a year stands for "as in the year before"; flagged areas travel as a list of their numbers. */
  function expanded(series, areas) {
    if (series.isExpanded) return series;
    let before = "";
    series.classes = series.classes.map((codes) => {
      before = before ? Array.from(codes, (code, i) => (code === "." ? before[i] : code)).join("") : codes;
      return before;
    });
    series.flags = series.flags.map((flagged) => (flagged ? asString(flagged, areas) : ""));
    series.isExpanded = true;
    return series;
  }

  function asString(flagged, areas) {
    const codes = new Array(areas).fill("0");
    flagged.forEach((index) => { codes[index] = "1"; });
    return codes.join("");
  }

  function readTexts(texts) {
    if (!texts.valueOf_) {
      texts.valueOf_ = texts.values.split("|");
      texts.intervalOf = texts.intervals.split("|");
    }
    return texts;
  }
})();
