/* The areas beside the map: which one takes the base units, its name, how many it has; one more; away with one. */
(function () {
  "use strict";

  L.areaMap.AreaList = L.Class.extend({
    /* drawing: hears choose(id), rename(id, name), drop(id) and addArea(). */
    initialize(parent, drawing) {
      this._drawing = drawing;
      const heading = L.DomUtil.create("h2", "side-heading", parent);
      this._heading = L.areaMap.addText(heading, "span", "", "");
      this._columns = L.DomUtil.create("p", "draw-area draw-columns", parent);
      this._columns.setAttribute("aria-hidden", "true"); // every row says it
      this._list = L.DomUtil.create("ul", "draw-areas", parent);
      this._list.setAttribute("aria-labelledby", (heading.id = "draw-areas-heading"));
      this._add = button(parent, "draw-button draw-add", "Neuer Sozialraum", () => drawing.addArea());
      this._rows = new Map();
    },

    /* areas: [{ id, name, count, note }, …]; the first one is "none" with the id "". */
    show(areas, active, canEdit, nouns) {
      this._heading.textContent = areas.length === 2 ? "1 Sozialraum" : `${areas.length - 1} Sozialräume`;
      this._add.hidden = !canEdit;
      this._add.classList.toggle("is-next", areas.length === 1);
      this._columns.replaceChildren();
      ["", "", nouns[1], "Einw. rund", ""].forEach((words) => L.areaMap.addText(this._columns, "span", "", words));
      const ids = new Set(areas.map(({ id }) => id));
      [...this._rows].forEach(([id, row]) => { if (!ids.has(id)) { row.remove(); this._rows.delete(id); } });
      areas.forEach((area, at) => {
        const row = this._rowOf(area);
        fill(row, area, at - 1, active, nouns, canEdit);
        if (this._list.children[at] !== row) this._list.insertBefore(row, this._list.children[at] || null);
      });
    },

    /* The name of an area that was just made is what one writes next. */
    editName(id) {
      const field = this._rows.get(id).querySelector(".draw-name");
      field.focus();
      field.select();
    },

    _rowOf({ id, name }) {
      if (!this._rows.has(id)) this._rows.set(id, this._newRow(id, name));
      return this._rows.get(id);
    },

    _newRow(id, name) {
      const row = L.DomUtil.create("li", "draw-area");
      const label = L.DomUtil.create("label", "draw-choice", row);
      const radio = L.DomUtil.create("input", "", label);
      Object.assign(radio, { type: "radio", name: "draw-area", value: id });
      radio.addEventListener("change", () => this._drawing.choose(id));
      L.DomUtil.create("span", "draw-swatch", label);
      if (id) this._nameField(row, id, name);
      else L.areaMap.addText(row, "span", "draw-name-fixed", name);
      L.DomUtil.create("span", "draw-count", row);
      L.DomUtil.create("span", "draw-people", row);
      if (id) button(row, "draw-drop", "×", () => this._drawing.drop(id));
      row.addEventListener("click", (event) => { if (!event.target.closest("input, button, label")) this._drawing.choose(id); });
      return row;
    },

    _nameField(row, id, name) {
      const field = L.DomUtil.create("input", "draw-name", row);
      Object.assign(field, { type: "text", value: name, maxLength: 80, autocomplete: "off", spellcheck: false });
      field.addEventListener("focus", () => this._drawing.choose(id));
      field.addEventListener("change", () => this._drawing.rename(id, field.value.trim()));
      field.addEventListener("keydown", ({ key }) => key === "Enter" && field.blur());
    },
  });

  function button(parent, className, words, clicked) {
    const made = L.areaMap.addText(parent, "button", className, words);
    made.type = "button";
    made.addEventListener("click", clicked);
    return made;
  }

  function fill(row, area, position, active, nouns, canEdit) {
    const isActive = area.id === active;
    row.classList.toggle("is-active", isActive && canEdit);
    const radio = row.querySelector("[type=radio]");
    radio.checked = isActive;
    radio.setAttribute("aria-label", `${position + 1 || ""} ${area.name}`.trim());
    swatch(row.querySelector(".draw-swatch"), position);
    numbers(row.querySelector(".draw-count"), area.count, nouns[area.count === 1 ? 0 : 1]);
    numbers(row.querySelector(".draw-people"), area.note, "Einwohner");
    const field = row.querySelector(".draw-name");
    if (!field) return;
    field.readOnly = !canEdit;
    field.setAttribute("aria-label", `Name von Sozialraum ${position + 1}`);
    if (document.activeElement !== field) field.value = area.name;
    const drop = row.querySelector(".draw-drop");
    drop.hidden = !canEdit;
    drop.title = `${area.name} auflösen`;
    drop.setAttribute("aria-label", drop.title);
  }

  /* The column's heading says what it is; who hears the row, hears it there. */
  function numbers(element, number, noun) {
    element.textContent = number === undefined ? "" : number;
    if (element.textContent) L.areaMap.addText(element, "span", "only-read-out", ` ${noun}`);
  }

  function swatch(element, position) {
    element.textContent = position < 0 ? "" : position + 1;
    element.className = `draw-swatch ${position < 0 ? "is-none" : `sign-${L.areaMap.areaSign(position)}`}`;
    element.style.backgroundColor = position < 0 ? "" : L.areaMap.areaColour(position);
  }
})();
