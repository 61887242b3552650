// Shows the pictures of a page in the size of the window, one after the other. Each of them is
// a link to its file, which is followed where this script does not run.

const LINKS = "#main .picture-link";

const STEPS = ["close", "previous", "next"];

const root = document.documentElement;
let dialog;
let links = [];
let at = 0;
let opener;

const part = (selector) => dialog.querySelector(selector);

const build = () => {
  dialog = document.createElement("dialog");
  dialog.className = "lightbox";
  dialog.innerHTML =
    '<figure><img><figcaption><span></span> <span aria-live="polite"></span></figcaption></figure>' +
    STEPS.map((step) => `<button type="button" class="lightbox__${step}"></button>`).join("");
  const { dataset } = document.querySelector(".reading-tools");
  dialog.setAttribute("aria-label", dataset.pictures);
  for (const step of STEPS) part(`.lightbox__${step}`).setAttribute("aria-label", dataset[step]);
  dialog.addEventListener("close", () => {
    root.removeAttribute("data-lightbox");
    opener.focus();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target.matches(".lightbox__previous")) show(at - 1);
    else if (target.matches(".lightbox__next")) show(at + 1);
    else if (!target.closest("figcaption")) dialog.close();
  });
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") show(at - 1);
    if (key === "ArrowRight") show(at + 1);
  });
  document.body.append(dialog);
};

const show = (next) => {
  at = (next + links.length) % links.length;
  const link = links[at];
  const picture = link.querySelector("img");
  const shown = part("img");
  shown.src = link.href;
  shown.alt = picture.alt;
  const [place, caption] = dialog.querySelectorAll("span");
  place.textContent = links.length > 1 ? `${at + 1} / ${links.length}` : "";
  const written = link.closest("figure")?.querySelector("figcaption");
  caption.textContent = written?.textContent ?? "";
  dialog.toggleAttribute("data-alone", links.length < 2);
};

document.addEventListener("click", (event) => {
  const link = event.target.closest(LINKS);
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
  const isPlain = !(button || metaKey || ctrlKey || shiftKey || altKey);
  if (!link || !isPlain || !window.HTMLDialogElement) return;
  opener = link;
  event.preventDefault();
  if (!dialog) build();
  links = [...document.querySelectorAll(LINKS)];
  show(links.indexOf(link));
  root.setAttribute("data-lightbox", "");
  dialog.showModal();
});
addEventListener("popstate", () => dialog?.close());
