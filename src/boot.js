// Starts the app after the first paint, so that WebAssembly does not delay it, and replaces
// the app when it fails. After every failure the page remains readable, and links, forms and
// menus work as they do without script.
(() => {
  const { app, wasm, common } = document.querySelector("script[data-app]").dataset;
  const { body, documentElement: root } = document;

  // A folder's page has two addresses, with and without `index.html`. The shorter one is used.
  const folder = (path) => path.replace(/\/index\.html$/, "/");
  const first = folder(location.pathname);
  if (first !== location.pathname) {
    history.replaceState(history.state, "", first + location.search + location.hash);
  }

  const data = document.getElementById("portal-data");

  // A tab that was open during a deployment requests files that no longer exist. Reloading
  // once fetches the new ones; the entry in the session storage prevents a loop.
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

  // The page for unknown addresses is empty until the app renders it. Without the app it shows
  // the same as without script.
  const showStatic = () => {
    const fallback = document.querySelector("body:not([data-prerendered]) > noscript");
    if (fallback) body.innerHTML = fallback.textContent;
  };

  // What all pages have in common, as an element beside the page data.
  const put = (text) => {
    const element = document.createElement("script");
    element.type = "application/json";
    element.id = "portal-common";
    element.textContent = text;
    document.head.append(element);
  };

  const load = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  };

  // The module is compiled once and used for a second instance too. Where the host does not
  // send the correct type, the file is compiled only after it has been received.
  const compile = async (answer) =>
    answer.headers.get("content-type") === "application/wasm"
      ? WebAssembly.compileStreaming(answer)
      : WebAssembly.compile(await answer.arrayBuffer());

  // The elements that the app has rendered. All others come from extensions, providers or
  // scripts.
  const appNodes = () =>
    document.querySelectorAll(
      ".skip-link, .site-banner, .reading-tools, .site-header, #main, .site-footer, #announcer",
    );

  // Returns true if the page still is as it was published, compared node by node like
  // hydration. Extensions, translators and proxies insert nodes, remove others and split
  // texts; then hydration would panic, or use one element for another. The attribute
  // `data-prerendered` of the body holds the checksum of the published page; see `outline` in
  // src/publish.
  const isUnchanged = () => {
    const walker = document.createTreeWalker(
      body,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT,
    );
    let sum = 0;
    for (let node; (node = walker.nextNode()) && node !== data; ) {
      for (const character of `${node.nodeName.toLowerCase()}/`) {
        sum = (Math.imul(sum, 31) + character.charCodeAt(0)) >>> 0;
      }
    }
    return String(sum) === body.dataset.prerendered;
  };

  // Saves the scroll position, the focus and the values of fields, and returns a function that
  // restores them in a new page.
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
        // Only the checked radio button of a group reports a change.
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

  // After a failure the memory of an instance is undefined. Instances are therefore numbered,
  // and the listeners of a failed one are removed.
  let module;
  let instances = 0;
  let failed = 0;
  let isExcused = false;
  let release = () => {};
  let click;

  // Makes an instance of the module, and loads the chunk with the code of the page.
  const prepare = async (glue) => {
    glue.initSync({ module });
    await glue.prepare();
  };

  // Starts an instance of the app. The function is synchronous, so that the page cannot change
  // between the comparison and the hydration.
  const startInstance = (glue, whole) => {
    const instance = (instances += 1);
    const heard = [];
    const listen = window.addEventListener;
    // Listeners on the window are not removed with the page. All of them are added during the
    // start.
    window.addEventListener = (...parts) => {
      heard.push(parts);
      listen.apply(window, parts);
    };
    release = () => {
      for (const parts of heard) removeEventListener(...parts);
    };
    globalThis.portalFailed = () => fail(instance);
    if (!isUnchanged()) body.removeAttribute("data-prerendered");
    const isMounted = !body.hasAttribute("data-prerendered");
    if (isMounted && data?.isConnected) {
      if (whole) data.textContent = whole;
      else data.remove();
    }
    const old = appNodes();
    const last = body.lastChild;
    const restore = isMounted && keep();
    try {
      glue.start();
    } catch {
      fail(instance);
      isExcused = false;
    }
    window.addEventListener = listen;
    if (!isMounted) return;
    // The app has appended its elements to the body. They replace the old ones.
    const mounted = [];
    for (let node = last?.nextSibling; node; node = node.nextSibling) mounted.push(node);
    if (failed === instance) {
      for (const node of mounted) node.remove();
    } else {
      if (old[0]?.parentNode === body) old[0].before(...mounted);
      for (const part of old) part.remove();
      // The page data arrives within this task, so that no intermediate state is painted.
      if (document.hidden) setTimeout(restore);
      else requestAnimationFrame(restore);
    }
  };

  const fail = (instance) => {
    // A WebAssembly trap follows, which is reported to the window.
    isExcused = true;
    if (instance <= failed) return;
    failed = instance;
    release();
    setTimeout(recover);
  };

  const recover = async () => {
    // A link that the app was about to follow is followed by the browser.
    const link = click?.defaultPrevented && click.target.closest?.("a[href]:not([rel~=external])");
    const leads = link && link.pathname + link.search !== location.pathname + location.search;
    if (leads && performance.now() - click.timeStamp < 1000) {
      location.assign(link.href);
      return;
    }
    if (instances > 1) {
      becomeStatic();
      return;
    }
    try {
      const glue = await import(`${app}?again`);
      await prepare(glue);
      body.removeAttribute("data-prerendered");
      // A second instance fetches its data.
      data?.remove();
      startInstance(glue);
    } catch {
      becomeStatic();
    }
  };

  // Leaves the page as it would be without script.
  const becomeStatic = () => {
    const shown = location.pathname + location.search;
    history.scrollRestoration = "auto";
    addEventListener("popstate", () => {
      if (location.pathname + location.search !== shown) location.reload();
    });
    const restore = keep();
    // A clone has none of the app's listeners.
    for (const part of appNodes()) part.replaceWith(part.cloneNode(true));
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
      // The three requests run in parallel, because none depends on another.
      const [glue, code, text] = await Promise.all([
        import(app),
        load(wasm).then(compile),
        load(common).then((answer) => answer.text()),
      ]);
      put(text);
      module = code;
      await prepare(glue);
      // The page's data lack what hydration passes over. A page that something has changed is
      // made anew, from all of its data.
      const isWhole = !data || isUnchanged();
      const whole = isWhole ? "" : await load(data.dataset.whole).then((answer) => answer.text());
      startInstance(glue, whole);
    } catch (error) {
      const isGone = (address) =>
        fetch(address, { method: "HEAD" }).then(
          (answer) => answer.status === 404,
          () => false,
        );
      const gone = await Promise.all([wasm, common].map(isGone));
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

  // Handles a trap that no panic has reported, such as a stack overflow.
  const onTrap = (event, error) => {
    const isTrap =
      error instanceof WebAssembly.RuntimeError ||
      (error instanceof RangeError && String(error.stack).includes("wasm"));
    if (!isTrap || !instances) return;
    if (isExcused) {
      // The app has already logged the panic message.
      isExcused = false;
      event.preventDefault();
    } else {
      fail(instances);
      isExcused = false;
    }
  };
  addEventListener("error", (event) => onTrap(event, event.error));
  addEventListener("unhandledrejection", (event) => onTrap(event, event.reason));

  // Registered before the app's own listeners.
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
