// Included in the head of every page. It runs before the first paint, so that a page is never
// painted without the visitor's preferences, and it marks that scripts run.
import { recall } from "./storage.js";

document.documentElement.setAttribute("data-scripts", "");
// The page itself carries no style for the visitor's choices. Only a link that the parser finds
// delays the first paint in every browser until the style is there.
if (recall()) {
  document.write(`<link rel="stylesheet" href="${document.currentScript.dataset.style}">`);
}
// The search page reserves space for the results.
if (/[?&]q=[^&]/.test(location.search)) {
  document.documentElement.setAttribute("data-asks", "");
}
