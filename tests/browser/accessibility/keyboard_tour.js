// Records, for every element that is focused, the faults that affect keyboard users. It runs
// at the next keydown event: by then the page has scrolled and is painted.
window.stops = [];
const name = (element) => {
  const classes = [...element.classList].map((word) => `.${word}`).join("");
  const text = (element.textContent.trim() || element.name || element.id).replace(/\s+/g, " ").slice(0, 24);
  return `${element.localName}${classes}${text ? ` „${text}“` : ""}`;
};

// Returns true if the focus is indicated by an outline of the element, of an ancestor or
// sibling, or of a pseudo-element.
const ringed = (element) => {
  const parts = [[element], [element, "::before"], [element, "::after"]];
  const label = element.labels?.[0];
  if (label) parts.push([label], [label, "::before"], [label, "::after"]);
  for (let around = element.parentElement, steps = 0; around && steps < 3; steps += 1) {
    parts.push([around]);
    around = around.parentElement;
  }
  if (element.nextElementSibling) parts.push([element.nextElementSibling]);
  return parts.some(([part, pseudo]) => {
    const { outlineStyle, outlineWidth, content } = getComputedStyle(part, pseudo);
    return content !== "none" && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
};

const look = (element) => {
  const faults = [];
  // If the label draws a control, the label is checked.
  const hidden = getComputedStyle(element).opacity === "0" || element.offsetWidth <= 1;
  const seen = (hidden && element.labels?.[0]) || element;
  const box = seen.getClientRects()[0];
  if (!element.matches(":focus-visible") || !ringed(element)) faults.push("shows no focus");
  if (!box || box.width < 2) return [...faults, "has no place"];
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) faults.push("is out of view");
  else {
    const top = document.elementFromPoint(x, y);
    if (!seen.contains(top) && !element.labels?.[0]?.contains(top)) {
      faults.push(`is covered by ${top ? name(top) : "nothing"}`);
    }
  }
  return faults;
};

window.noteStop = () => {
  const element = document.activeElement;
  if (element === document.body || element === window.stops.at(-1)?.element) return;
  const faults = look(element);
  const before = window.stops.at(-1)?.element;
  if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) {
    window.turned = true;
  }
  if (!window.turned) window.stops.push({ element, name: name(element), faults });
};
addEventListener("keydown", window.noteStop, { capture: true });

// Returns all elements that the tour has to reach: those that can be operated and are visible.
window.places = () => {
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
  const groups = new Set();
  return [...all].filter((element) => {
    if (element.disabled || element.closest("fieldset:disabled, [inert]")) return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.type !== "radio") return true;
    // The keyboard reaches a radio group once.
    const chosen = document.querySelector(`input[name='${element.name}']:checked`);
    return chosen ? chosen === element : !groups.has(element.name) && groups.add(element.name);
  });
};

// Returns the faults of the complete tour.
window.tourFaults = () => {
  window.noteStop();
  const visited = new Set(window.stops.map(({ element }) => element));
  const missed = window.places().filter((element) => !visited.has(element));
  return [
    ...window.stops.flatMap(({ name, faults }) => faults.map((fault) => `${name} ${fault}`)),
    ...missed.map((element) => `${name(element)} is not reached`),
  ].slice(0, 10);
};
