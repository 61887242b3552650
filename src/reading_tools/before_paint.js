// Included in the head of every page. It runs before the first paint, so that a page is never
// painted without the visitor's preferences, and it marks that scripts run.
import { recall } from "./storage.js";

const root = document.documentElement;
const { style, app, wasm, common } = document.currentScript.dataset;
root.setAttribute("data-scripts", "");
// The controls then act by attributes of the root element alone. `:has` would make the browser
// compute the style of the whole page again after each change of it. Without the reading tools
// the controls act by `:has`.
addEventListener("error", ({ target }) => target.text === "" && root.setAttribute("data-scripts", "few"), true);
// The page itself carries no style for the visitor's choices. Only a link that the parser finds
// delays the first paint in every browser until the style is there.
if (recall()) {
  document.write(`<link rel="stylesheet" href="${style}">`);
}
// The search page reserves space for the results.
if (/[?&]q=[^&]/.test(location.search)) {
  root.setAttribute("data-asks", "");
}
// The app is asked for while the page is read, after all that the first paint needs. Without
// scripts nobody asks for it.
const ask = (href, rel, as) => {
  const link = document.createElement("link");
  document.head.append(Object.assign(link, { rel, as, crossOrigin: "", fetchPriority: "low", href }));
};
if (typeof WebAssembly === "object") {
  ask(app, "modulepreload", "script");
  ask(wasm, "preload", "fetch");
  ask(common, "preload", "fetch");
}
