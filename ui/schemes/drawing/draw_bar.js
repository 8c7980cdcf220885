/* The bar above the map: tools, undo and redo, what to do next, and whether everything is saved. */
(function () {
  "use strict";

  const HOW = {
    click: (what) => `${what} anklicken`,
    rectangle: (what) => `Rechteck um ${what} ziehen`,
    lasso: (what) => `${what} mit gedrückter Maus umfahren`,
  };

  L.areaMap.DrawBar = L.Class.extend({
    /* drawing: hears taken(isInside), change(change) and toolChanged(). */
    initialize(element, drawing) {
      this._element = element;
      const group = this._group();
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", "Werkzeug");
      this._tools = new L.areaMap.Tools(drawing.map, group, (isInside) => drawing.taken(isInside), () => this._tools && drawing.toolChanged());
      const back = this._group();
      this._undo = button(back, "Rückgängig", () => drawing.change(["undo"]));
      this._redo = button(back, "Wiederholen", () => drawing.change(["redo"]));
      this._hint = L.DomUtil.create("p", "draw-hint", element);
      this._saved = L.DomUtil.create("p", "draw-saved", element);
      this._saved.setAttribute("role", "status");
    },

    tool() {
      return this._tools.name;
    },

    /* message: as in `ui/schemes/message.py`; pending: changes on their way; area: the one that is drawn, if any. */
    show({ canEdit, undo, redo, unit, hint }, pending, area, state) {
      this._element.querySelectorAll(".draw-group").forEach((group) => { group.hidden = !canEdit; });
      fill(this._undo, undo, "Rückgängig", !(undo || pending));
      fill(this._redo, redo, "Wiederholen", !redo || pending > 0);
      this._hint.textContent = canEdit ? hintFor(this.tool(), area, state, unit) : hint;
      const words = canEdit ? (pending ? "Wird gespeichert …" : "Gespeichert") : "";
      if (this._saved.textContent !== words) this._saved.textContent = words;
    },

    _group() {
      return L.DomUtil.create("div", "draw-group", this._element);
    },
  });

  function button(parent, words, clicked) {
    const made = L.areaMap.addText(parent, "button", "draw-button", words);
    made.type = "button";
    made.addEventListener("click", clicked);
    return made;
  }

  function fill(made, what, word, isDisabled) {
    made.disabled = isDisabled;
    made.title = what ? `${word}: ${what}` : "";
  }

  function hintFor(tool, area, state, [, plural]) {
    if (state && !state.areas.length) return "Rechts mit „Neuer Sozialraum“ beginnen.";
    const what = `${HOW[tool](plural)}: Sie ${area ? `kommen zu „${area.name}“` : "verlassen ihren Sozialraum"}.`;
    return state && Object.keys(state.cut).length ? `${what} Gestreifte sind geteilt.` : what;
  }
})();
