// Included in the head of every page. It runs before the first paint, so that a page is never
// painted without the visitor's preferences, and it marks that scripts run.
import { recall } from "./storage.js";

document.documentElement.setAttribute("data-scripts", "");
recall();
// The search page reserves space for the results.
if (/[?&]q=[^&]/.test(location.search)) {
  document.documentElement.setAttribute("data-asks", "");
}
