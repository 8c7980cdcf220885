/* The lines between areas, wherever neighbouring base units belong to different ones. */
(function () {
  "use strict";

  const OUTSIDE = -1;

  L.areaMap.AreaBorders = L.LayerGroup.extend({
    /* features: the base units; their borders coincide, because they were simplified together. */
    initialize(features) {
      L.LayerGroup.prototype.initialize.call(this);
      this._chains = chainsOf(features);
      const shared = { fill: false, interactive: false, lineJoin: "round", pane: "outlines", smoothFactor: 0.5, noClip: true };
      const renderer = L.svg({ pane: "outlines", padding: 0.5 });
      this._line = L.polyline([], { ...shared, renderer, color: "#16212a", weight: 2.4 }).addTo(this);
    },

    /* of: area id per base unit, "" for none. without: base units that are cut by borders drawn elsewhere. */
    draw(of, without) {
      const areaOf = (unit) => (unit === OUTSIDE ? null : of[unit]);
      const isBorder = ({ units: [a, b] }) => areaOf(a) !== areaOf(b) && !(a in without) && !(b in without);
      this._line.setLatLngs(this._chains.filter(isBorder).map(({ points }) => points));
    },
  });

  /* Pieces of border with the two base units beside them. */
  function chainsOf(features) {
    const beside = new Map();
    eachSegment(features, (unit, key) => beside.set(key, [...(beside.get(key) || []), unit]));
    const chains = [];
    let open = null;
    eachSegment(features, (unit, key, from, to, isFirst) => {
      const other = beside.get(key).find((each) => each !== unit);
      const neighbour = other === undefined ? OUTSIDE : other;
      if (isFirst || !open || open.neighbour !== neighbour) {
        open = { neighbour, units: [unit, neighbour], points: [from] };
        if (neighbour === OUTSIDE || unit < neighbour) chains.push(open); // each border once
      }
      open.points.push(to);
    });
    return chains;
  }

  function eachSegment(features, visit) {
    features.forEach(({ geometry: { type, coordinates } }, unit) => {
      for (const ring of type === "Polygon" ? coordinates : coordinates.flat()) {
        for (let at = 1; at < ring.length; at += 1) {
          const [from, to] = [ring[at - 1], ring[at]];
          visit(unit, keyOf(from, to), [from[1], from[0]], [to[1], to[0]], at === 1);
        }
      }
    });
  }

  const keyOf = (a, b) => (a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? `${a}|${b}` : `${b}|${a}`);
})();
