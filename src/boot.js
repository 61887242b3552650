// Starts the app after the first paint, so that WebAssembly never delays the reading, and
// takes its place when it fails. Whatever fails, here or later, leaves a page that can be
// read, and links, forms and menus that work as they do without script.
(() => {
  const here = document.currentScript;
  const { app, wasm, words } = here.dataset;
  const { body, documentElement: root } = document;

  // A folder's page has one address, by whichever of both a visitor comes to it.
  const folder = (path) => path.replace(/\/index\.html$/, "/");
  const first = folder(location.pathname);
  if (first !== location.pathname) {
    history.replaceState(history.state, "", first + location.search + location.hash);
  }

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
    if (fallback) body.innerHTML = fallback.textContent;
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

  // Compiled once, whatever becomes of its first instance. A host that does not know the
  // type of the file gets no compiling while it comes.
  const compile = async (answer) =>
    answer.headers.get("content-type") === "application/wasm"
      ? WebAssembly.compileStreaming(answer)
      : WebAssembly.compile(await answer.arrayBuffer());

  // What the app has put into the page. The rest is others': extensions, providers, scripts.
  const ours = () =>
    document.querySelectorAll(
      ".skip-link, .site-banner, .reading-tools, .site-header, #main, .site-footer, #announcer",
    );

  // Whether the page still is as it was published, node by node, as hydration takes it.
  // Extensions, translators and proxies put nodes in, take others out and split texts; then
  // hydration would stop, or worse, take one element for another. The sum in the body's tag
  // is that of the published page; see `outline` in src/publish.
  const fits = () => {
    const walker = document.createTreeWalker(
      body,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT,
    );
    let sum = 0;
    for (let node; (node = walker.nextNode()) && node !== data; ) {
      for (const letter of `${node.nodeName.toLowerCase()}/`) {
        sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0;
      }
    }
    return String(sum) === body.dataset.prerendered;
  };

  // Remembers what a visitor has done to the page, and does it again to the page made anew.
  const keep = () => {
    const { scrollX, scrollY } = window;
    const active = document.activeElement;
    const alike = (part) =>
      [...document.querySelectorAll(part.localName)].filter(
        (other) =>
          other.id === part.id &&
          other.name === part.name &&
          other.getAttribute("href") === part.getAttribute("href"),
      );
    const place = active && active !== body ? alike(active).indexOf(active) : -1;
    const isChosen = ({ type }) => type === "radio" || type === "checkbox";
    const fields = () =>
      [...document.querySelectorAll("input, select, textarea")].map((field) => [
        `${field.name} ${isChosen(field) ? field.value : ""}`,
        field,
      ]);
    const values = new Map(fields());
    return () => {
      for (const [name, field] of fields()) {
        const part = isChosen(field) ? "checked" : "value";
        const before = values.get(name);
        if (!before || before === field || before[part] === field[part]) continue;
        field[part] = before[part];
        // Of several buttons only the one that is pressed tells of a choice.
        if (field.type === "radio" && !field.checked) continue;
        for (const kind of ["input", "change"]) {
          field.dispatchEvent(new Event(kind, { bubbles: true }));
        }
      }
      if (place >= 0 && document.activeElement !== active) {
        alike(active)[place]?.focus({ preventScroll: true });
      }
      if (scrollY !== window.scrollY) scrollTo(scrollX, scrollY);
    };
  };

  // The app fails for good: its memory is not to be trusted any more. So each instance is
  // one life, and what it has left behind must not answer the visitor.
  let module;
  let lives = 0;
  let lost = 0;
  let isExcused = false;
  let release = () => {};
  let click;

  // Runs an instance of the app. All of this is one task: nobody can change the page between
  // the look at it and the app's taking over.
  const live = (glue) => {
    const life = (lives += 1);
    const heard = [];
    const listen = window.addEventListener;
    // What listens on the window outlasts every page. All of it begins to at the start.
    window.addEventListener = (...parts) => {
      heard.push(parts);
      listen.apply(window, parts);
    };
    release = () => {
      for (const parts of heard) removeEventListener(...parts);
    };
    globalThis.portalFailed = () => fail(life);
    if (!fits()) body.removeAttribute("data-prerendered");
    const isAnew = !body.hasAttribute("data-prerendered");
    if (isAnew && data?.isConnected) {
      // What the app would fetch, but for the texts, which it finds in the page.
      const page = JSON.parse(data.textContent).find(([, value]) => value?.Ok);
      data.textContent = JSON.stringify(page?.[1].Ok);
    }
    const old = ours();
    const last = body.lastChild;
    const restore = isAnew && keep();
    try {
      glue.initSync({ module });
    } catch {
      fail(life);
      isExcused = false;
    }
    window.addEventListener = listen;
    if (!isAnew) return;
    // The app has appended itself. It takes the place of what stood there before.
    const anew = [];
    for (let node = last?.nextSibling; node; node = node.nextSibling) anew.push(node);
    if (lost === life) {
      for (const node of anew) node.remove();
    } else {
      if (old[0]?.parentNode === body) old[0].before(...anew);
      for (const part of old) part.remove();
      // The page's data arrives within this task, so that nothing else is ever painted.
      if (document.hidden) setTimeout(restore);
      else requestAnimationFrame(restore);
    }
  };

  const fail = (life) => {
    // A trap follows, which is told to the window.
    isExcused = true;
    if (life <= lost) return;
    lost = life;
    release();
    setTimeout(recover);
  };

  const recover = async () => {
    // A link that the app was about to follow is followed without it.
    const link = click?.defaultPrevented && click.target.closest?.("a[href]:not([rel~=external])");
    const leads = link && link.pathname + link.search !== location.pathname + location.search;
    if (leads && performance.now() - click.timeStamp < 1000) {
      location.assign(link.href);
      return;
    }
    if (lives > 1) {
      standStill();
      return;
    }
    try {
      const glue = await import(`${app}?again`);
      body.removeAttribute("data-prerendered");
      // A second instance begins with fresh data.
      data?.remove();
      live(glue);
    } catch {
      standStill();
    }
  };

  // From now on the page is what it is without script.
  const standStill = () => {
    const shown = location.pathname + location.search;
    history.scrollRestoration = "auto";
    addEventListener("popstate", () => {
      if (location.pathname + location.search !== shown) location.reload();
    });
    const restore = keep();
    // A copy has none of the app's listeners.
    for (const part of ours()) part.replaceWith(part.cloneNode(true));
    restore();
    showStatic();
    if (document.querySelector("#main h1:not(.waiting__title)")) {
      say();
      return;
    }
    load(location.href)
      .then((answer) => answer.text())
      .then((html) => {
        const page = new DOMParser().parseFromString(html, "text/html");
        const main = page.getElementById("main");
        if (main) document.getElementById("main").replaceWith(main);
      })
      .catch(() => {})
      .then(say);
  };

  const say = () => {
    const words = root.dataset.stopped;
    if (!words) return;
    const notice = document.createElement("p");
    notice.setAttribute("role", "alert");
    notice.className = "notice notice--stopped";
    notice.textContent = words;
    document.getElementById("main")?.prepend(notice);
  };

  const start = async () => {
    try {
      // All three at once, for none needs another in order to be asked for.
      const [glue, code, text] = await Promise.all([
        import(app),
        load(wasm).then(compile),
        load(words).then((answer) => answer.text()),
      ]);
      put(text);
      module = code;
      live(glue);
    } catch (error) {
      const isGone = (address) =>
        fetch(address, { method: "HEAD" }).then(
          (answer) => answer.status === 404,
          () => false,
        );
      const gone = await Promise.all([wasm, words].map(isGone));
      if (gone.includes(true) && body.hasAttribute("data-prerendered")) {
        once(() => location.reload());
      }
      showStatic();
    }
  };

  if (typeof WebAssembly !== "object") {
    showStatic();
    return;
  }

  // A trap of the app that no panic has announced, such as an overflow of the stack.
  const meet = (event, error) => {
    const isTrap =
      error instanceof WebAssembly.RuntimeError ||
      (error instanceof RangeError && String(error.stack).includes("wasm"));
    if (!isTrap || !lives) return;
    if (isExcused) {
      // The app's own words are in the console already.
      isExcused = false;
      event.preventDefault();
    } else {
      fail(lives);
      isExcused = false;
    }
  };
  addEventListener("error", (event) => meet(event, event.error));
  addEventListener("unhandledrejection", (event) => meet(event, event.reason));

  // Comes before the app's own listeners.
  addEventListener("click", (event) => {
    click = event;
    const link = event.target.closest?.("a[href$='/index.html'], a[href*='/index.html?'], a[href*='/index.html#']");
    const isInside = link?.origin === location.origin && link.pathname?.startsWith(`${root.dataset.base}/`);
    if (isInside) link.pathname = folder(link.pathname);
  });

  if (document.visibilityState === "hidden") {
    start();
  } else {
    requestAnimationFrame(() => setTimeout(start));
  }
})();
