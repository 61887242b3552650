// Records all layout shifts from the first paint on. Those that the browser attributes to
// recent input count too before the first click: the input is the emulation of the phone's
// width.
window.shifts = [];
addEventListener("click", () => (window.clicked = true), { capture: true });
const name = (node) => {
  const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
  if (!element) return "something that is gone";
  return element.localName + [...element.classList].map((word) => `.${word}`).join("");
};
const place = ({ x, y, width, height }) => `${width}×${height} at ${x},${y}`;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    if (hadRecentInput && window.clicked) continue;
    const moved = sources.map(({ node, previousRect, currentRect }) =>
      `${name(node)} from ${place(previousRect)} to ${place(currentRect)}`);
    window.shifts.push({ value, moved });
  }
}).observe({ type: "layout-shift", buffered: true });
