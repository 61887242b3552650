// The reading tools. They are no part of the app: they work before it starts, and where it
// cannot start. Everything listens on the document, which outlives the pages in it.
import "./preferences.js";
import "./read_aloud.js";
import "./lightbox.js";
import "./citation.js";

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-print]")) print();
});
document.documentElement.setAttribute("data-reader", "");
