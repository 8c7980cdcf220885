/* Which base unit belongs to which area: what the server has saved, with the changes that are still on their way. */
(function () {
  "use strict";

  const NEW_NAME = "Sozialraum";

  /* saved: { areas: [[id, name], …], units: index of an area per base unit, -1 for none, cut: { index of a unit: words } } */
  L.areaMap.drawnState = function (saved, changes) {
    const state = {
      areas: saved.areas.map(([id, name]) => ({ id, name })),
      of: saved.units.map((at) => (at < 0 ? "" : saved.areas[at][0])),
      cut: { ...saved.cut },
    };
    changes.forEach((change) => L.areaMap.changeState(state, change));
    return state;
  };

  /* The same as `changed` in `ui/schemes/changes.py`; what is undone, only the server knows. */
  L.areaMap.changeState = function (state, [kind, ...rest]) {
    if (kind === "put") put(state, ...rest);
    if (kind === "new") addArea(state, ...rest);
    if (kind === "name") state.areas.forEach((area) => { if (area.id === rest[0]) [, area.name] = rest; });
    if (kind === "drop") drop(state, ...rest);
  };

  function put(state, units, id) {
    units.forEach((unit) => {
      state.of[unit] = id;
      delete state.cut[unit];
    });
  }

  function addArea(state, id, name) {
    if (!state.areas.some((area) => area.id === id)) state.areas.push({ id, name });
  }

  function drop(state, id) {
    state.areas = state.areas.filter((area) => area.id !== id);
    state.of = state.of.map((of) => (of === id ? "" : of));
  }

  /* Id and name for one more area: one above the highest number. */
  L.areaMap.nextArea = function (state, municipality) {
    const numbers = state.areas.map(({ id }) => Number((/-(\d+)$/.exec(id) || [])[1] || 0));
    const taken = new Set(state.areas.map(({ name }) => name));
    const number = Math.max(0, ...numbers) + 1;
    let count = state.areas.length + 1;
    while (taken.has(`${NEW_NAME} ${count}`)) count += 1;
    return { id: `${municipality}-${String(number).padStart(2, "0")}`, name: `${NEW_NAME} ${count}` };
  };
})();
