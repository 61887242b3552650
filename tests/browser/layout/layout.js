// Checks the layout of the current page. Returns the faults, one line for each element.
const wide = document.documentElement.clientWidth;
const found = [];

// Describes an element: its tag and classes, and the beginning of its text.
const name = (element) => {
  const classes = [...element.classList].map((word) => `.${word}`).join("");
  const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 24);
  return `${element.localName}${classes}${text ? ` „${text}“` : ""}`;
};

const styles = new Map();
const style = (element) => {
  if (!styles.has(element)) styles.set(element, getComputedStyle(element));
  return styles.get(element);
};

// Returns the area in which an element is visible: the part that its ancestors do not clip,
// and whether they scroll or truncate the rest on purpose.
const windows = new Map();
const visible = (element) => {
  if (element === document.documentElement) {
    return { left: -1e6, right: 1e6, top: -1e6, bottom: 1e6, scrolls: false, clamps: false };
  }
  if (!windows.has(element)) {
    const window = { ...visible(element.parentElement) };
    const { overflowX, overflowY, webkitLineClamp, clipPath } = style(element);
    if (clipPath === "inset(50%)") window.right = window.left;
    if (overflowX !== "visible" || overflowY !== "visible") {
      const box = element.getBoundingClientRect();
      window.left = Math.max(window.left, box.left);
      window.right = Math.min(window.right, box.right);
      window.top = Math.max(window.top, box.top);
      window.bottom = Math.min(window.bottom, box.bottom);
      window.scrolls ||= /auto|scroll/.test(overflowX);
      window.clamps ||= /auto|scroll/.test(overflowY) || webkitLineClamp !== "none";
    }
    windows.set(element, window);
  }
  return windows.get(element);
};

const shown = (element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

// The page must not scroll horizontally.
const content = document.documentElement.scrollWidth;
if (content > wide) {
  const beyond = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.right > wide + 0.5 && shown(element) && !visible(element.parentElement).scrolls;
  });
  const last = beyond.filter((element) => !beyond.some((other) => other !== element && element.contains(other)));
  found.push(`scrolls sideways, ${content} > ${wide}: ${last.slice(0, 3).map(name).join(", ") || "?"}`);
}

// No text is outside of the window, clipped, or overlaps another text.
const pieces = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const range = document.createRange();
while (texts.nextNode()) {
  const text = texts.currentNode;
  const element = text.parentElement;
  if (!text.data.trim() || !shown(element)) continue;
  const window = visible(element);
  // Text for screen readers only has an empty box, or one above the page.
  if (window.left >= window.right) continue;
  range.selectNodeContents(text);
  for (const box of range.getClientRects()) {
    if (box.bottom + scrollY <= 0) continue;
    // A glyph covers the middle of its line box.
    const height = box.bottom - box.top;
    const middle = { top: box.top + height * 0.3, bottom: box.bottom - height * 0.3 };
    if (!window.scrolls && (box.left < -0.5 || box.right > wide + 0.5)) {
      found.push(`stands outside, ${Math.round(box.left)} to ${Math.round(box.right)}: ${name(element)}`);
    }
    const cutAside = !window.scrolls && (box.left < window.left - 1 || box.right > window.right + 1);
    const cutBelow = !window.clamps && (middle.top < window.top || middle.bottom > window.bottom);
    if (cutAside || cutBelow) found.push(`is cut off: ${name(element)}`);
    const piece = {
      text,
      element,
      left: Math.max(box.left + 1, window.left),
      right: Math.min(box.right - 1, window.right),
      top: Math.max(middle.top, window.top),
      bottom: Math.min(middle.bottom, window.bottom),
    };
    if (piece.left < piece.right && piece.top < piece.bottom) pieces.push(piece);
  }
}
pieces.sort((one, other) => one.top - other.top);
pieces.forEach((one, index) => {
  for (const other of pieces.slice(index + 1)) {
    if (other.top >= one.bottom) break;
    if (other.text === one.text || other.left >= one.right || other.right <= one.left) continue;
    found.push(`stands on ${name(other.element)}: ${name(one.element)}`);
  }
});

return [...new Set(found)].slice(0, 8);
