// Storage of the reading preferences. Each preference is an attribute of the root element,
// which the style sheets select.

const KEY = "portal-reading";
const CHOICES = ["scheme", "text-size", "contrast", "edition", "pace"];

const root = document.documentElement;

/** Returns the value of a preference; empty for the default. */
export const chosen = (name) => root.getAttribute(`data-${name}`) ?? "";

/** Sets a preference. */
export const choose = (name, value) => {
  if (value) root.setAttribute(`data-${name}`, value);
  else root.removeAttribute(`data-${name}`);
};

/** Applies the stored preferences, and returns true if there are any. Without storage, all keep
 * their default. */
export const recall = () => {
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(KEY));
  } catch {
    return false;
  }
  for (const name of CHOICES) choose(name, kept?.[name]);
  return Boolean(kept);
};

/** Stores the preferences for other pages and later visits. */
export const keep = () => {
  const choices = Object.fromEntries(CHOICES.map((name) => [name, chosen(name)]));
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // The browser stores nothing: the preferences apply to this page only.
  }
};
