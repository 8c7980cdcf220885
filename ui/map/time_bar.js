/* The years as a slider with play and pause. Arrow keys, Home and End are the slider's own. */
(function () {
  "use strict";

  const STEP = 900; // ms a year stays while playing
  const ICONS = { play: "M6 4l11 6.5L6 17z", pause: "M5 4h4v13H5zM12 4h4v13h-4z" };

  L.TimeBar = L.Class.extend({
    /* moved(position, isPlaying): the reader or the clock has moved to another year. */
    initialize(parent, moved) {
      this._moved = moved;
      this.element = L.DomUtil.create("div", "time-bar", parent);
      this._button = L.DomUtil.create("button", "time-play", this.element);
      this._button.type = "button";
      this._first = L.DomUtil.create("span", "time-first", this.element);
      this._slider = L.DomUtil.create("input", "time-slider", this.element);
      Object.assign(this._slider, { type: "range", min: "0", step: "1" });
      this._slider.setAttribute("aria-label", "Jahr");
      this._year = L.DomUtil.create("output", "time-year", this.element);
      this._slider.addEventListener("input", () => { this._stop(); this._moved(Number(this._slider.value), false); });
      this._button.addEventListener("click", () => (this._clock ? this.pause() : this._play()));
      this._stop();
    },

    show(labels, position) {
      this._labels = labels;
      this._slider.max = String(labels.length - 1);
      this._first.textContent = labels[0];
      this.element.hidden = labels.length < 2;
      this.stand(position);
    },

    stand(position) {
      this._slider.value = String(position);
      this._slider.setAttribute("aria-valuetext", this._labels[position] || "");
      this._year.textContent = this._labels[position] || "";
    },

    pause() {
      this._stop();
      this._moved(Number(this._slider.value), false);
    },

    _stop() {
      clearInterval(this._clock);
      this._clock = null;
      icon(this._button, "play", "Jahre abspielen");
    },

    _play() {
      icon(this._button, "pause", "Anhalten");
      const last = this._labels.length - 1;
      if (Number(this._slider.value) >= last) this._moved(0, true);
      this._clock = setInterval(() => {
        const next = Number(this._slider.value) + 1;
        this._moved(next, true);
        if (next >= last) this.pause();
      }, STEP);
    },
  });

  function icon(button, name, label) {
    const svg = L.SVG.create("svg");
    svg.setAttribute("viewBox", "0 0 21 21");
    svg.setAttribute("aria-hidden", "true");
    const path = svg.appendChild(L.SVG.create("path"));
    path.setAttribute("d", ICONS[name]);
    path.setAttribute("fill", "currentColor");
    button.replaceChildren(svg);
    button.title = label;
    button.setAttribute("aria-label", label);
  }
})();
