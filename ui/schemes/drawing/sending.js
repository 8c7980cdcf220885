/* Changes on their way to the server: painted at once, sent one bundle at a time, kept until the server has saved them. */
(function () {
  "use strict";

  const PATIENCE = 8000; // ms without an answer, then they are sent again: the server takes each change once

  L.areaMap.Sending = L.Class.extend({
    /* told(): the number of changes that are not saved yet has changed. */
    initialize(told) {
      this._told = told;
      this._client = Math.random().toString(36).slice(2, 12);
      this._last = 0;
      this._pending = [];
    },

    /* change: see `ui/schemes/changes.py`. */
    add(change) {
      this._last += 1;
      this._pending.push([this._last, change]);
      if (!this._waiting) this._send();
      this._told();
    },

    /* The server has saved everything up to this number; what has been done since follows now. */
    answered({ client, last }) {
      if (client !== this._client) return;
      this._pending = this._pending.filter(([number]) => number > last);
      clearTimeout(this._waiting);
      this._waiting = null;
      if (this._pending.length) this._send();
      this._told();
    },

    pending() {
      return this._pending.map(([, change]) => change);
    },

    _send() {
      L.areaMap.report({ client: this._client, changes: this._pending });
      this._waiting = setTimeout(() => this._send(), PATIENCE);
    },
  });
})();
