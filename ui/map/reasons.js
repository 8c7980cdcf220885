/* The flagged areas, most urgent first, each with its reasons: three at once, all of them with one click. */
(function () {
  "use strict";

  const AT_ONCE = 3;

  L.Reasons = L.Class.extend({
    initialize(parent, stage) {
      this._stage = stage;
      this.element = L.DomUtil.create("div", "reasons", parent);
      this._heading = L.DomUtil.create("h2", "side-heading", this.element);
      this._list = L.DomUtil.create("ol", "reasons-list", this.element);
      this._list.setAttribute("role", "list");
      this._cards = new Map();
    },

    update() {
      const box = this._stage.boxes[0];
      const texts = box.texts();
      if (!texts || !box.layer.features().length) return;
      const cards = (texts.cards || []).filter(([index]) => !box.layer.isDimmed(index));
      this._heading.textContent = cards.length ? "Die dringendsten zuerst" : "Hier ist kein Gebiet auffällig.";
      const listed = cards.map(([index]) => index).join(); // another municipality may have as many
      if (texts === this._shown && listed === this._listed) return this.select(this._stage.selected);
      this._shown = texts;
      this._listed = listed;
      this._cards = new Map(cards.map(([index, reasons], rank) => [index, this._card(box, index, reasons, rank + 1)]));
      this._list.replaceChildren(...this._cards.values());
      this.select(this._stage.selected);
    },

    point(index) {
      if (this._pointed) this._pointed.classList.remove("pointed");
      this._pointed = this._cards.get(index);
      if (!this._pointed) return;
      this._pointed.classList.add("pointed");
      if (!this._list.matches(":hover")) L.areaMap.keepVisible(this._list, this._pointed);
    },

    select(id) {
      const index = this._stage.indexOf(id);
      for (const [each, card] of this._cards) {
        card.firstChild.setAttribute("aria-expanded", String(each === index));
        card.classList.toggle("selected", each === index);
      }
      if (this._cards.has(index)) L.areaMap.keepVisible(this._list, this._cards.get(index));
    },

    _card(box, index, reasons, rank) {
      const item = document.createElement("li");
      const button = L.DomUtil.create("button", "card", item);
      button.type = "button";
      L.areaMap.addText(button, "span", "card-rank", String(rank));
      L.areaMap.addText(button, "span", "card-name", box.layer.features()[index].properties.name);
      const more = reasons.length - AT_ONCE;
      if (more > 0) L.areaMap.addText(button, "span", "card-more", more === 1 ? "+ 1 Grund" : `+ ${more} Gründe`);
      reasons.forEach((reason, at) => L.areaMap.addText(button, "span", at < AT_ONCE ? "card-reason" : "card-reason later", unbroken(reason)));
      const point = (byKeyboard) => this._stage.pointAt(index, null, byKeyboard, this);
      button.addEventListener("mouseenter", () => point(false));
      button.addEventListener("mouseleave", () => this._stage.leave());
      button.addEventListener("focus", () => button.matches(":focus-visible") && point(true));
      button.addEventListener("blur", () => this._stage.leave());
      button.addEventListener("click", () => this._stage.chooseIndex(index));
      return item;
    },
  });

  /* "31,2 %" and "(Kreis 11,0 %)" stay in one line. */
  const unbroken = (text) => text.replace(/ (?=%)/g, "\u00a0").replace(/(\([^ ]+) (?=\d)/g, "$1\u00a0");
})();
