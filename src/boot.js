// Starts the app after the first paint, so that WebAssembly never delays the reading.
// Whatever fails here leaves the page as it is: it can be read and its links work.
(() => {
  const here = document.currentScript;
  const { app, wasm, words } = here.dataset;

  // The page's own data, as the hydrating app expects it. It travels as plain JSON, which
  // needs no exception from the content security policy.
  const resources = (globalThis.__RESOLVED_RESOURCES = []);
  globalThis.__SERIALIZED_ERRORS = [];
  globalThis.__INCOMPLETE_CHUNKS = [];
  const data = document.getElementById("portal-data");
  if (data) {
    for (const [id, value] of JSON.parse(data.textContent)) {
      resources[id] = JSON.stringify(value);
    }
  }

  // A tab that outlived a deployment asks for files that are gone: one reload gets the new
  // ones, and the mark in the session keeps it from becoming a loop.
  const RELOADED = "portal-reloaded";
  const once = (act) => {
    try {
      if (sessionStorage.getItem(RELOADED) === app) return;
      sessionStorage.setItem(RELOADED, app);
    } catch {
      return;
    }
    act();
  };

  // The page for unknown addresses is empty until the app fills it. Without the app it
  // shows what visitors without script see.
  const showStatic = () => {
    const fallback = document.querySelector("body:not([data-prerendered]) > noscript");
    if (fallback) document.body.innerHTML = fallback.textContent;
  };

  // The interface's words, in the site's language, stand beside the page's other data.
  const put = (text) => {
    const element = document.createElement("script");
    element.type = "application/json";
    element.id = "portal-words";
    element.textContent = text;
    document.head.append(element);
  };

  const load = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  };

  const start = async () => {
    try {
      // All three at once, for none needs another in order to be asked for.
      const [{ default: init }, code, text] = await Promise.all([
        import(app),
        load(wasm),
        load(words).then((answer) => answer.text()),
      ]);
      put(text);
      await init({ module_or_path: code });
    } catch (error) {
      const isGone = (address) =>
        fetch(address, { method: "HEAD" }).then(
          (answer) => answer.status === 404,
          () => false,
        );
      const gone = await Promise.all([wasm, words].map(isGone));
      if (gone.includes(true) && document.body.hasAttribute("data-prerendered")) {
        once(() => location.reload());
      }
      showStatic();
    }
  };

  if (typeof WebAssembly !== "object") {
    showStatic();
    return;
  }
  if (document.visibilityState === "hidden") {
    start();
  } else {
    requestAnimationFrame(() => setTimeout(start));
  }
})();
