/* One map through the years: the year of the message at once, all others from its documents. */
(function () {
  "use strict";

  const MOST_AREAS_AHEAD = 1000; // up to here the texts of all years are fetched once the reader moves through them

  L.areaMap.Frames = L.Class.extend({
    /* part: one map of the message; arrived(): called when a document has come. */
    initialize(part, arrived) {
      this._part = part;
      this._arrived = arrived;
      this._fetch(part.series);
    },

    classesAt(position) {
      if (position === this._part.position && this._part.classes) return this._part.classes;
      const series = this._series();
      return series && series.classes[position];
    },

    flagsAt(position) {
      if (position === this._part.position && this._part.classes) return this._part.flags;
      const series = this._series();
      return series && series.flags[position];
    },

    /* Texts of a year; undefined until they have come, which this call sets going. */
    textsAt(position) {
      const known = this.knownTextsAt(position);
      const url = this._textsUrl(position);
      if (!known && url) this._fetch(url);
      return known;
    },

    /* What has come of them, without asking for more. */
    knownTextsAt(position) {
      const series = this._series();
      const isLatest = series && series.latest && position === series.texts.length - 1;
      const url = this._textsUrl(position);
      const found = isLatest ? series.latest : url && L.areaMap.arrivedDocument(url);
      return found ? readTexts(found) : undefined;
    },

    /* The reader has begun to move through the years. */
    fetchAllTexts() {
      const series = this._series();
      if (!series || this._isAhead || series.areas > MOST_AREAS_AHEAD) return;
      this._isAhead = true;
      series.texts.forEach((url) => this._fetch(url));
    },

    stop() {
      this._arrived = () => {};
    },

    _textsUrl(position) {
      if (position === this._part.position && this._part.texts) return this._part.texts;
      const series = this._series();
      return series && series.texts[position];
    },

    _series() {
      const found = L.areaMap.arrivedDocument(this._part.series);
      return found && L.areaMap.expandSeries(found);
    },

    _fetch(url) {
      L.areaMap.fetchDocument(url).then(() => this._arrived(), (error) => console.warn(error));
    },
  });

  function readTexts(texts) {
    if (!texts.valueOf_) {
      texts.valueOf_ = texts.values.split("|");
      texts.intervalOf = texts.intervals.split("|");
      texts.measuredOf = (texts.measured || "").split("|");
    }
    return texts;
  }
})();
