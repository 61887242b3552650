// Leads from an old address with a query to the page that took its place.
"use strict";
(() => {
  const { folder, names, otherwise } = document.currentScript.dataset;
  const given = new Map();
  for (const pair of location.search.slice(1).split("&")) {
    const [name] = pair.split("=", 1);
    const rest = pair.slice(name.length);
    given.set(name.toLowerCase(), rest.replace(/%[0-9a-f]{2}/gi, (byte) => byte.toUpperCase()));
  }
  // Programs that pass a link on put values of their own behind those that count.
  const known = names.split(" ").map((set) => set.split("&"));
  const fitting = known.find((set) => set.every((name) => given.has(name)));
  if (fitting) {
    const query = fitting.map((name) => name + given.get(name)).join("&");
    const escaped = (sign) => "~" + sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
    location.replace(folder + query.replace(/[^A-Za-z0-9_-]/g, escaped) + "/");
  } else if (otherwise) {
    location.replace(otherwise);
  }
})();
