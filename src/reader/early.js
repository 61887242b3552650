// Stands in the head of every page and runs before the first paint, so that nobody sees a
// page in another dress than the chosen one. It also says that scripts run.
import { recall } from "./kept.js";

document.documentElement.setAttribute("data-scripts", "");
recall();
// The page of the search keeps room for what is going to be found.
if (/[?&]q=[^&]/.test(location.search)) {
  document.documentElement.setAttribute("data-asks", "");
}
