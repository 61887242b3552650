// Copies an article's citation, and shares the article by the system's own means. The
// listeners are on the document, so that articles rendered later need no further ones.

// The visitor's current day, in the form of the citation.
const today = () => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `[${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}]`;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text.textContent);
  } catch {
    // Without a clipboard for scripts (no https, an old browser) the text is selected, so that
    // one keystroke copies it.
    getSelection().selectAllChildren(text);
    return document.execCommand("copy");
  }
  return true;
};

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy], [data-share]");
  const box = button?.closest(".citation");
  if (!box) return;
  if ("share" in button.dataset) {
    // The canonical address is that of the first page of a visit; its host is that of all.
    const host = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    const url = new URL(location.pathname, host).href;
    // Cancelling the dialog is not an error.
    navigator.share({ title: document.title, url }).catch(() => {});
    return;
  }
  const text = box.querySelector(".citation__text");
  text.querySelector("span").textContent = today();
  const copied = await copy(text);
  box.querySelector("[role=status]").textContent = copied ? button.dataset.copy : "";
});

if ("share" in navigator) document.documentElement.setAttribute("data-can-share", "");
