/* An empty map with German controls. Its view is set as soon as there are areas to show. */
(function () {
  "use strict";
  L.areaMap = {};

  const GERMANY = [51.2, 10.4]; // never seen: Leaflet wants some view before the areas are there
  const NEARLY = 40; // pixels: two maps of unequal height pull each other's middle when they move together
  const PANES = { ground: 390, outlines: 410, highlights: 420, labels: 430, marks: 440 };

  const WholeMapControl = L.Control.extend({
    options: { position: "topleft" },
    onAdd(map) {
      const bar = L.DomUtil.create("div", "leaflet-bar");
      const button = L.DomUtil.create("a", "whole-map", bar);
      button.href = "#";
      button.title = "Ganze Karte zeigen";
      button.setAttribute("role", "button");
      button.setAttribute("aria-label", button.title);
      L.DomEvent.disableClickPropagation(bar);
      L.DomEvent.on(button, "click", (event) => {
        L.DomEvent.preventDefault(event);
        map.showWhole();
      });
      return bar;
    },
  });

  L.LocalMap = L.Map.extend({
    options: {
      attributionControl: false,
      center: GERMANY,
      scrollWheelZoom: false,
      zoom: 6,
      zoomControl: false,
      zoomDelta: 0.5,
      zoomSnap: 0.1,
    },

    /* id: of an element, or the element. */
    initialize(id, label) {
      L.Map.prototype.initialize.call(this, id);
      L.control.zoom({ zoomInTitle: "Vergrößern", zoomOutTitle: "Verkleinern" }).addTo(this);
      new WholeMapControl().addTo(this);
      L.control.scale({ imperial: false, maxWidth: 140 }).addTo(this);
      createPanes(this);
      describe(this.getContainer(), label);
      zoomByWheelWhileFocused(this);
      // Inside a closed tab the map has no size; it is fitted when it gets one.
      new ResizeObserver(() => this._fitAfterResize()).observe(this.getContainer());
    },

    /* Remembers the extent of all areas; the first one, or a quite different one, is shown at once. */
    setWhole(bounds) {
      const known = this._whole && this._whole.equals(bounds, 0.05);
      this._whole = bounds;
      if (!known && !this.follows) this.showWhole({ animate: false });
    },

    showWhole(options) {
      if (this._whole) this.showBounds(this._whole, { padding: [14, 14], ...options });
    },

    showBounds(bounds, options) {
      const size = this.getSize();
      this._pending = size.x && size.y ? null : bounds;
      if (this._pending) return;
      this._fitted = { bounds, options };
      this._isFitting = true;
      this.once("moveend", () => { this._isFitting = false; this._fittedView = { zoom: this.getZoom(), center: this.getCenter() }; });
      this.fitBounds(bounds, options);
    },

    _isAsFitted() {
      const view = this._fittedView;
      if (!view || view.zoom !== this.getZoom()) return false;
      return this.project(view.center).distanceTo(this.project(this.getCenter())) < NEARLY;
    },

    /* What was fitted and has not been moved since, or is still on its way, is fitted again: a second map takes half the room,
       a legend of other length a line. */
    _fitAfterResize() {
      if (this._animatingZoom) { // the end of the flight would undo it: its goal was worked out for the size before
        this.once("zoomend", () => this._fitAfterResize());
        return;
      }
      const asFitted = this._isFitting || this._isAsFitted();
      this.invalidateSize({ animate: false });
      if (this._pending) this.showBounds(this._pending, { padding: [14, 14], animate: false });
      else if (asFitted) this.showBounds(this._fitted.bounds, { ...this._fitted.options, animate: false });
    },
  });

  function createPanes(map) {
    for (const [name, order] of Object.entries(PANES)) {
      const pane = map.createPane(name);
      pane.style.zIndex = order;
      pane.style.pointerEvents = "none"; // everything above the areas is for the eye only
    }
  }

  function describe(container, label) {
    container.setAttribute("role", "group");
    container.setAttribute("aria-label", label);
    container.dataset.painted = "0";
    L.areaMap.addText(container, "div", "north-arrow", "N").setAttribute("aria-hidden", "true"); // seen in print only
    document.title = label;
    if (window.frameElement) window.frameElement.setAttribute("aria-label", label); // its title names the component
  }

  /* The wheel scrolls the page until the map has been clicked or reached by keyboard. */
  function zoomByWheelWhileFocused(map) {
    const container = map.getContainer();
    container.addEventListener("focusin", () => map.scrollWheelZoom.enable());
    container.addEventListener("focusout", (event) => {
      if (!container.contains(event.relatedTarget)) map.scrollWheelZoom.disable();
    });
  }
})();
