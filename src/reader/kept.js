// How a visitor likes to read: what it is kept under, and how the document bears it.
// Each choice is an attribute of the root element, on which the style sheets act.

const KEY = "portal-reading";
const CHOICES = ["scheme", "text-size", "contrast", "edition", "pace"];

const root = document.documentElement;

/** The value of a choice; empty for the one that nobody had to make. */
export const chosen = (name) => root.getAttribute(`data-${name}`) ?? "";

/** Makes a choice. */
export const choose = (name, value) => {
  if (value) root.setAttribute(`data-${name}`, value);
  else root.removeAttribute(`data-${name}`);
};

/** Takes up what was kept. Where nothing may be stored, everything stays as it is. */
export const recall = () => {
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return;
  }
  for (const name of CHOICES) choose(name, kept[name]);
};

/** Keeps the choices for the next page and the next visit. */
export const keep = () => {
  const choices = Object.fromEntries(CHOICES.map((name) => [name, chosen(name)]));
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // A browser that stores nothing: the choices hold for this page.
  }
};
