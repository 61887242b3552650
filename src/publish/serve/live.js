// Connects a page to the `portal serve` that has sent it. When the site has changed, the page is
// reloaded. Problems of the site are shown over the page.
//
// Nothing is inserted into the body, which belongs to the app that hydrates it.
(() => {
  const { build } = document.currentScript.dataset;
  // While no portal is served, the page itself is the report.
  const ownText = document.querySelector(".report__text");
  let connection;
  let overlay;
  let told;

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // The shadow root separates the style of the report from that of the page.
  const show = ({ title, hint, text, label, close }) => {
    overlay?.remove();
    const button = element("button", { type: "button", class: "report__close" }, close);
    const style = element("link", { rel: "stylesheet", href: "/__portal/live.css" });
    const dialog = element(
      "dialog",
      { class: "report", role: "alertdialog", "aria-labelledby": "title", "aria-describedby": "hint" },
      element(
        "div",
        { class: "report__head" },
        element("h2", { class: "report__title", id: "title" }, title),
        button,
      ),
      element("p", { class: "report__hint", id: "hint" }, hint),
      element("pre", { class: "report__text", role: "region", "aria-label": label, tabindex: "0" }, text),
    );
    overlay = element("portal-report", { lang: "zh-CN" });
    overlay.attachShadow({ mode: "open" }).append(style, dialog);
    button.addEventListener("click", () => dialog.close());
    // Shown with its style, or without it if the server has stopped meanwhile.
    for (const outcome of ["load", "error"]) {
      style.addEventListener(outcome, () => dialog.isConnected && dialog.showModal());
    }
    document.documentElement.append(overlay);
  };

  const hear = (news) => {
    if (news.build !== build) {
      disconnect();
      location.reload();
    } else if (news.report && news.report.text !== told) {
      told = news.report.text;
      if (ownText) ownText.textContent = told;
      else show(news.report);
    }
  };

  const disconnect = () => {
    connection?.close();
    connection = undefined;
  };

  // A browser opens at most six connections to a host, so a hidden page keeps none.
  const connect = () => {
    if (connection || document.hidden) return;
    connection = new EventSource("/__portal/events");
    connection.addEventListener("news", (event) => hear(JSON.parse(event.data)));
    connection.addEventListener("error", () => {
      // Otherwise the browser reconnects by itself.
      if (connection?.readyState !== EventSource.CLOSED) return;
      disconnect();
      setTimeout(connect, 1000);
    });
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  connect();
})();
