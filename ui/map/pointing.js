/* The area pointed at, by mouse or keyboard: its outline and its tooltip. */
(function () {
  "use strict";

  L.Pointing = L.Class.extend({
    /* linesOf(area): what the tooltip says, see areaLines(). */
    initialize(linesOf) {
      this._linesOf = linesOf;
      this._tooltip = new L.AreaTooltip();
      this._area = null;
    },

    /* highlights: where the outline is drawn; changes with the geometry. */
    useHighlights(highlights) {
      this.leave();
      this._highlights = highlights;
    },

    pointAt(area, latlng, byKeyboard) {
      this._tooltip.setLatLng(latlng);
      if (area === this._area) return;
      this._area = area;
      this._highlights.pointAt(area, byKeyboard);
      this.refresh();
      if (!area._map.hasLayer(this._tooltip)) this._tooltip.addTo(area._map);
    },

    /* The numbers have changed under the mouse. */
    refresh() {
      if (this._area) this._tooltip.setContent(L.areaMap.linesElement(this._linesOf(this._area)));
    },

    /* Escape: the tooltip goes, the outline shows where the keyboard is. */
    closeTooltip() {
      this._tooltip.remove();
    },

    leave() {
      this._area = null;
      this._tooltip.remove();
      if (this._highlights) this._highlights.pointAt(null);
    },
  });
})();
