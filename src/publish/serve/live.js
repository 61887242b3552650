// Connects a page that `portal serve` has sent with the server: when the site has
// changed the page is loaded anew, and what is wrong with the site is shown over the page.
//
// Nothing of it stands in the body, which belongs to the app that hydrates it.
(() => {
  const { build } = document.currentScript.dataset;
  // While nothing is served yet, the page itself is the report.
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

  // The shadow keeps the page's style away from the report and the report's from the page.
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
    // Shown with its style, or without if the server has gone away meanwhile.
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

  // A browser opens six connections to a host, so that a page that nobody looks at keeps none.
  const connect = () => {
    if (connection || document.hidden) return;
    connection = new EventSource("/__portal/events");
    connection.addEventListener("news", (event) => hear(JSON.parse(event.data)));
    connection.addEventListener("error", () => {
      // Otherwise the browser asks again by itself.
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
