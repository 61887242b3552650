// Stores the preferences. The controls work by the style sheets alone; this script keeps their
// state.
import { choose, chosen, keep, recall } from "./storage.js";

const CONTROLS = ".reading-tools input";
const panel = () => document.querySelector(".reading-tools details[open]");

/** Sets the controls to the current preferences. */
const show = () => {
  for (const control of document.querySelectorAll(CONTROLS)) {
    control.checked = control.value === chosen(control.name);
  }
};

const refresh = () => {
  recall();
  show();
};

document.addEventListener("change", ({ target }) => {
  if (!target.matches(CONTROLS)) return;
  choose(target.name, target.checked ? target.value : "");
  keep();
});

// For a page that is restored from the browser's back/forward cache, and for a change in
// another tab.
addEventListener("pageshow", refresh);
addEventListener("storage", refresh);
// The app renders the header of the page for unknown addresses.
new MutationObserver(show).observe(document.body, { childList: true });
show();

// The panel closes like a menu: with Escape, and with a click or focus outside of it.
document.addEventListener("keydown", ({ key }) => {
  const open = key === "Escape" && panel();
  if (open) {
    open.open = false;
    open.firstElementChild.focus();
  }
});
for (const kind of ["click", "focusin"]) {
  document.addEventListener(kind, ({ target }) => {
    const open = panel();
    if (open && !open.contains(target)) open.open = false;
  });
}
