// Stands in the head of every page and runs before the first paint, so that nobody sees a
// page in another dress than the chosen one. It also says that scripts run.
import { recall } from "./kept.js";

document.documentElement.setAttribute("data-scripts", "");
recall();
