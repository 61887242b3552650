// The reading tools. They are not part of the app: they work before it starts, and where it
// cannot start. All listeners are on the document, which remains when pages are replaced.
import "./preferences.js";
import "./read_aloud.js";
import "./lightbox.js";
import "./citation.js";

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-print]")) print();
});
document.documentElement.setAttribute("data-reader", "");
