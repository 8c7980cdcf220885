/* Something the reader moves quickly (a year, a step): the server hears of it once it rests. */
(function () {
  "use strict";

  L.areaMap.Resting = L.Class.extend({
    /* name: of the event for the server; delay: ms without movement. */
    initialize(name, delay) {
      this._name = name;
      this._delay = delay;
      this._sent = [];
    },

    moved(value) {
      clearTimeout(this._timer);
      this._timer = setTimeout(() => this._rests(value), this._delay);
    },

    /* Whether a value from the server is news: no answer to what was sent, and nobody is moving on meanwhile. */
    isNews(value) {
      const at = this._sent.indexOf(value);
      const known = value === this._last || at >= 0;
      this._sent = this._sent.slice(at + 1); // what was sent before is answered with it: the server may skip some
      this._last = value;
      return !known && !this._timer;
    },

    _rests(value) {
      this._timer = null;
      if (value === this._last && !this._sent.length) return; // back where the server is
      this._sent.push(value);
      L.areaMap.report({ [this._name]: value });
    },
  });
})();
