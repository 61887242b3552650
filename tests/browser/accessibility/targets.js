// Measures the size of touch targets. Returns those that are too small, one in each line.
const name = (element) => {
  const classes = [...element.classList].map((word) => `.${word}`).join("");
  const around = element.parentElement.closest("[class]")?.className ?? "";
  return `.${around.replaceAll(" ", ".")} ${element.localName}${classes} „${element.textContent.trim().slice(0, 16)}“`;
};

// Buttons, fields, and links for navigation; links inside a text are exempt.
const CONTROLS = "button, select, summary, input, textarea, nav a, header a, main ul[class] > li a, .more";
const MAIN = ".site-header a, .site-header button, main button";
const INLINE = ".prose a, dd a, p a, figcaption a, .byline a";

const reach = (element, x, y, dx, dy, most) => {
  let steps = 0;
  while (steps < most) {
    const hit = document.elementFromPoint(x + dx * (steps + 1), y + dy * (steps + 1));
    const label = element.labels?.[0];
    if (!hit || !(element.contains(hit) || label?.contains(hit))) break;
    steps += 1;
  }
  return steps;
};

const small = [];
for (const element of document.querySelectorAll(CONTROLS)) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
  if (element.matches(INLINE) || element.closest(".visually-hidden") || element.matches(".skip-link")) continue;
  const wanted = ELDER && element.matches(MAIN) ? 60 : 44;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element.getClientRects()[0];
  if (!box) continue;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const height = 1 + reach(element, x, y, 0, -1, 60) + reach(element, x, y, 0, 1, 60);
  const width = 1 + reach(element, x, y, -1, 0, 60) + reach(element, x, y, 1, 0, 60);
  if (height < wanted - 1) small.push(`${name(element)}: ${width}×${height}, not ${wanted} high`);
}
return [...new Set(small)].slice(0, 12);
