import "./reader/citation.js";

// Starts the app after the first paint, so that WebAssembly never delays the reading.
// Whatever fails here leaves the page as it is: it can be read and its links work.
(() => {
  const here = document.currentScript;
  const { app, wasm } = here.dataset;

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

  const start = async () => {
    try {
      const { default: init } = await import(app);
      await init({ module_or_path: wasm });
    } catch (error) {
      const gone = await fetch(wasm, { method: "HEAD" }).then(
        (answer) => answer.status === 404,
        () => false,
      );
      if (gone && document.body.hasAttribute("data-prerendered")) {
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
