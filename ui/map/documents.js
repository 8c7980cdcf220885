/* Documents from this server, each address once: geometry, classes of all years, texts. */
(function () {
  "use strict";

  const MOST_KEPT = 40; // beyond, the ones asked for longest ago are forgotten (the browser's own cache still has them)
  const asked = new Map();
  const arrived = new Map();

  L.areaMap.fetchDocument = function (url) {
    if (!url) return Promise.resolve(null);
    const answer = asked.get(url) || request(url);
    asked.delete(url);
    asked.set(url, answer);
    forgetOldest();
    return answer;
  };

  /* What has arrived from this address, at once; undefined before. */
  L.areaMap.arrivedDocument = (url) => arrived.get(url);

  function request(url) {
    const answer = fetch(url).then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${url}`);
      return response.json();
    });
    answer.then((content) => arrived.set(url, content), () => asked.delete(url)); // the next change tries again
    return answer;
  }

  function forgetOldest() {
    for (const url of asked.keys()) {
      if (asked.size <= MOST_KEPT) return;
      asked.delete(url);
      arrived.delete(url);
    }
  }

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
