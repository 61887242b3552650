// Remembers the choices. The controls work by the style sheets alone; this makes them last.
import { choose, chosen, keep, recall } from "./kept.js";

const CONTROLS = ".reading-tools input";
const panel = () => document.querySelector(".reading-tools details[open]");

/** Lets the controls show what is chosen. */
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

// A page that comes back from the browser's memory, and a choice made in another tab.
addEventListener("pageshow", refresh);
addEventListener("storage", refresh);
// The page for unknown addresses gets its head from the app.
new MutationObserver(show).observe(document.body, { childList: true });
show();

// The panel closes like a menu: by Esc, and by whatever happens beside it.
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
