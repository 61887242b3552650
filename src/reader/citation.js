// Copies an article's citation, and passes the article on by the system's own means. It
// listens at the document, so that articles that the app shows later need nothing more.

// The visitor's own day, as it stands in a citation.
const today = () => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `[${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}]`;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text.textContent);
  } catch {
    // Where there is no clipboard for scripts (no https, an old browser) it is marked, so
    // that one keystroke copies it.
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
    const url = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    // A visitor who changes their mind is no fault.
    navigator.share({ title: document.title, url }).catch(() => {});
    return;
  }
  const text = box.querySelector(".citation__text");
  text.querySelector("span").textContent = today();
  const copied = await copy(text);
  box.querySelector("[role=status]").textContent = copied ? button.dataset.copy : "";
});

if ("share" in navigator) document.documentElement.setAttribute("data-can-share", "");
