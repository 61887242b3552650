// Looks at the layout of the page as it stands. Gives what is wrong, an element a line.
const wide = document.documentElement.clientWidth;
const found = [];

// A visitor's words for an element: its tag and classes, and how its text begins.
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

// The part of the page in which an element can be seen: what its ancestors do not cut off.
const windows = new Map();
const visible = (element) => {
  if (element === document.documentElement) {
    return { left: -1e6, right: 1e6, top: -1e6, bottom: 1e6, scrolls: false };
  }
  if (!windows.has(element)) {
    const { left, right, top, bottom, scrolls } = visible(element.parentElement);
    const { overflowX, overflowY } = style(element);
    if (overflowX === "visible" && overflowY === "visible") {
      windows.set(element, { left, right, top, bottom, scrolls });
    } else {
      const box = element.getBoundingClientRect();
      windows.set(element, {
        left: Math.max(left, box.left),
        right: Math.min(right, box.right),
        top: Math.max(top, box.top),
        bottom: Math.min(bottom, box.bottom),
        scrolls: scrolls || /auto|scroll/.test(overflowX),
      });
    }
  }
  return windows.get(element);
};

const shown = (element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const forEarsOnly = (element) =>
  element.closest("[aria-live].visually-hidden, .visually-hidden") ||
  style(element).clipPath === "inset(50%)";

// The page must not scroll sideways.
const content = document.documentElement.scrollWidth;
if (content > wide) {
  const beyond = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.right > wide + 0.5 && shown(element) && !visible(element.parentElement).scrolls;
  });
  const last = beyond.filter((element) => !beyond.some((other) => other !== element && element.contains(other)));
  found.push(`scrolls sideways, ${content} > ${wide}: ${last.slice(0, 3).map(name).join(", ") || "?"}`);
}

// Nothing is cut off, unless it is cut off on purpose after a number of lines.
for (const element of document.body.querySelectorAll("*")) {
  const { overflowX, overflowY, webkitLineClamp } = style(element);
  const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
  if (!cuts(overflowX) && !cuts(overflowY)) continue;
  if (element.localName === "img" || element.closest("svg")) continue;
  if (!shown(element) || forEarsOnly(element)) continue;
  if (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) {
    found.push(`is cut off, ${element.scrollWidth} > ${element.clientWidth}: ${name(element)}`);
  }
  if (cuts(overflowY) && webkitLineClamp === "none" && element.scrollHeight > element.clientHeight + 1) {
    found.push(`is cut off below, ${element.scrollHeight} > ${element.clientHeight}: ${name(element)}`);
  }
}

// No word stands outside of the window, and no word on another.
const pieces = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const range = document.createRange();
while (texts.nextNode()) {
  const text = texts.currentNode;
  const element = text.parentElement;
  if (!text.data.trim() || !shown(element) || forEarsOnly(element)) continue;
  const window = visible(element);
  range.selectNodeContents(text);
  for (const box of range.getClientRects()) {
    if (!window.scrolls && box.bottom + scrollY > 0 && (box.left < -0.5 || box.right > wide + 0.5)) {
      found.push(`stands outside, ${Math.round(box.left)} to ${Math.round(box.right)}: ${name(element)}`);
    }
    // A glyph fills the middle of its line's box.
    const height = box.bottom - box.top;
    const piece = {
      text,
      element,
      left: Math.max(box.left + 1, window.left),
      right: Math.min(box.right - 1, window.right),
      top: Math.max(box.top + height * 0.3, window.top),
      bottom: Math.min(box.bottom - height * 0.3, window.bottom),
    };
    if (piece.left < piece.right && piece.top < piece.bottom && piece.bottom + scrollY > 0) {
      pieces.push(piece);
    }
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
