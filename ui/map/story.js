/* The meeting: prepared views, one sentence each, forwards and back by key or presenter remote. */
(function () {
  "use strict";

  const REST = 300; // ms
  const AHEAD = 600; // ms after a step, before the others' documents are fetched
  const KEYS = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 };
  const ONLY_HERE = "input, select, textarea, [contenteditable], [role=listbox], [role=application]";

  L.Story = L.Class.extend({
    initialize(stage, parent) {
      this._stage = stage;
      this._resting = new L.areaMap.Resting("step", REST);
      this.element = L.DomUtil.create("header", "story", parent);
      this.element.hidden = true;
      this._title = L.DomUtil.create("p", "story-title", this.element);
      this._sentence = L.DomUtil.create("h1", "story-sentence", this.element);
      this._sentence.setAttribute("aria-live", "polite");
      const bar = L.DomUtil.create("nav", "story-bar", this.element);
      bar.setAttribute("aria-label", "Schritte der Sitzung");
      this._back = button(bar, "Zurück", () => this._go(this._at - 1));
      this._counter = L.DomUtil.create("span", "story-counter", bar);
      this._next = button(bar, "Weiter", () => this._go(this._at + 1));
      button(bar, "Vollbild", () => toggleFullScreen());
      button(bar, "Beenden", () => leave());
      this._notice = L.DomUtil.create("p", "story-notice", this.element);
    },

    /* story: {steps: [{title, sentence, view}], at, notice}. */
    tell(story) {
      const text = JSON.stringify(story.steps);
      const isOther = this._resting.isNews(String(story.at));
      if (text === this._text && !isOther) return; // the answer to a step that is shown already, perhaps with another year
      if (!this._steps) this._begin();
      const isTold = this._text !== undefined && this._at < story.steps.length;
      if (isOther || !isTold) this._at = story.at;
      this._steps = story.steps;
      this._text = text;
      this._notice.textContent = story.notice;
      this._showStep();
    },

    _begin() {
      this.element.hidden = false;
      this._stage.element.classList.add("meeting");
      this._stage.isMeeting = true; // arrows turn the page: they move neither map nor area
      this._stage.map.keyboard.disable();
      const pressed = (event) => this._pressed(event);
      const pages = [document, window.parent.document];
      pages.forEach((page) => page.addEventListener("keydown", pressed));
      window.addEventListener("pagehide", () => pages[1].removeEventListener("keydown", pressed));
    },

    _go(at) {
      if (at < 0 || at >= this._steps.length) return;
      this._at = at;
      this._showStep();
      this._resting.moved(String(at));
    },

    _showStep() {
      const { title, sentence, view } = this._steps[this._at];
      this._title.textContent = title;
      this._sentence.textContent = sentence;
      this._counter.textContent = `${this._at + 1} von ${this._steps.length}`;
      this._back.disabled = this._at === 0;
      this._next.disabled = this._at === this._steps.length - 1;
      this._stage.display(view, true);
      clearTimeout(this._ahead);
      this._ahead = setTimeout(() => this._fetchAhead(), AHEAD);
    },

    _fetchAhead() {
      const urls = this._steps.flatMap(({ view }) => view.maps.flatMap((m) => [m.url, m.outlines, m.ground, m.series, m.texts]));
      new Set(urls).forEach((url) => L.areaMap.fetchDocument(url).catch(() => {}));
    },

    /* Arrows belong to a field or a list that has the focus; the keys of a remote always turn the page. */
    _pressed(event) {
      const step = KEYS[event.key];
      const isArrow = event.key.startsWith("Arrow");
      if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target.closest(isArrow ? ONLY_HERE : "input[type=text], textarea")) return;
      event.preventDefault();
      this._go(this._at + step);
    },
  });

  function button(parent, text, pressed) {
    const element = L.areaMap.addText(parent, "button", "story-button", text);
    element.type = "button";
    element.addEventListener("click", pressed);
    return element;
  }

  function leave() {
    const page = window.parent.document;
    if (page.fullscreenElement) page.exitFullscreen();
    L.areaMap.report({ leave: "1" });
  }

  function toggleFullScreen() {
    const page = window.parent.document;
    if (page.fullscreenElement) page.exitFullscreen();
    else page.documentElement.requestFullscreen().catch((error) => console.warn(error));
  }
})();
