/* Geometry from this server, each address once; and what is said when it does not come. */
(function () {
  "use strict";

  const fetched = new Map();

  L.areaMap.fetchGeometry = function (url) {
    if (!url) return Promise.resolve(null);
    if (!fetched.has(url)) {
      const answer = fetch(url).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${url}`);
        return response.json();
      });
      answer.catch(() => fetched.delete(url)); // the next change tries again
      fetched.set(url, answer);
    }
    return fetched.get(url);
  };

  L.areaMap.showProblem = function (map, text) {
    L.areaMap.clearProblem(map);
    const alert = L.DomUtil.create("p", "map-problem", map.getContainer());
    alert.setAttribute("role", "alert");
    alert.textContent = text;
  };

  L.areaMap.clearProblem = function (map) {
    const alert = map.getContainer().querySelector(".map-problem");
    if (alert) alert.remove();
  };
})();
