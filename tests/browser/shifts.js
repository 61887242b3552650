// Notes everything that moves by itself, from the first paint on.
window.shifts = [];
const name = (node) => {
  const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
  if (!element) return "something that is gone";
  return element.localName + [...element.classList].map((word) => `.${word}`).join("");
};
const place = ({ x, y, width, height }) => `${width}×${height} at ${x},${y}`;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    if (hadRecentInput) continue;
    const moved = sources.map(({ node, previousRect, currentRect }) =>
      `${name(node)} from ${place(previousRect)} to ${place(currentRect)}`);
    window.shifts.push({ value, moved });
  }
}).observe({ type: "layout-shift", buffered: true });
