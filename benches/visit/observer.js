// Runs in every document before its own scripts, and notes when what happens. It knows the three
// sites, because each becomes interactive in its own way.
(() => {
  const visit = (window.visit = {});
  const note = (name) => {
    visit[name] ??= performance.now();
  };

  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) visit.largestPaint = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });

  // The portal tells by an attribute that its app has taken over the page.
  new MutationObserver((_, observer) => {
    if (!document.querySelector("html[data-hydrated]")) return;
    observer.disconnect();
    note("hydrated");
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-hydrated"] });

  // Vue stores the app in its element as soon as it is mounted.
  Object.defineProperty(Element.prototype, "__vue_app__", {
    configurable: true,
    set(app) {
      note("mounted");
      Object.defineProperty(this, "__vue_app__", { value: app, writable: true });
    },
  });

  const { compileStreaming, compile, Instance } = WebAssembly;
  const noted =
    (compiles) =>
    async (...parts) => {
      const module = await compiles(...parts);
      note("compiled");
      return module;
    };
  WebAssembly.compileStreaming = noted(compileStreaming.bind(WebAssembly));
  WebAssembly.compile = noted(compile.bind(WebAssembly));
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, parts) {
      note("started");
      return Reflect.construct(target, parts);
    },
  });

  // Resolves when the page is interactive and nothing has arrived for a while. `sign` is what is
  // noted when the page is interactive.
  visit.settled = (sign) =>
    new Promise((resolve) => {
      const QUIET = 1200;
      let [arrived, since] = [0, performance.now()];
      const timer = setInterval(() => {
        const count = performance.getEntriesByType("resource").length;
        const isReady = document.readyState === "complete" && (!sign || visit[sign]);
        if (count !== arrived || !isReady) [arrived, since] = [count, performance.now()];
        if (performance.now() - since < QUIET) return;
        clearInterval(timer);
        resolve(true);
      }, 100);
    });

  // What the page has cost. A page without script is interactive when it is read and painted.
  visit.report = (sign) => {
    const [page] = performance.getEntriesByType("navigation");
    const [{ startTime: firstPaint }] = performance.getEntriesByName("first-contentful-paint");
    const files = performance.getEntriesByType("resource");
    const ofTheApp = files.filter(({ name }) => /\/assets\/(app|words)-/.test(name));
    return {
      firstPaint,
      largestPaint: visit.largestPaint,
      interactive: sign ? visit[sign] : Math.max(firstPaint, page.domInteractive),
      html: page.responseEnd,
      fetched: Math.max(0, ...ofTheApp.map(({ responseEnd }) => responseEnd)),
      compiled: visit.compiled ?? 0,
      started: visit.started ?? 0,
      files: [page, ...files].map(({ name, encodedBodySize, responseEnd }) => ({
        path: new URL(name).pathname,
        bytes: encodedBodySize,
        received: responseEnd,
      })),
    };
  };

  const CLICK = "visit-click";
  const plain = (text) => text.replace(/\s+/g, "");

  // Scrolls the link with a title into view, and returns where it is.
  visit.link = (title) => {
    const links = [...document.querySelectorAll("main a[href]")];
    const link = links.find(({ textContent }) => plain(textContent).includes(plain(title)));
    if (!link) return null;
    link.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = link.getClientRects()[0];
    return { x: left + width / 2, y: top + height / 2 };
  };

  // Measures from a click until a frame with the heading has been painted. The second callback
  // is called after the frame of the first.
  const watch = ({ at, title }) => {
    const look = (_, observer) => {
      const heading = document.querySelector("main h1");
      if (!heading || !plain(heading.textContent).includes(title)) return;
      observer.disconnect();
      sessionStorage.removeItem(CLICK);
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          visit.arrival = performance.timeOrigin + performance.now() - at;
        }),
      );
    };
    const observed = { subtree: true, childList: true, characterData: true };
    new MutationObserver(look).observe(document, observed);
  };

  // Waits for a click that leads to a page with a title, in this document or in the next.
  visit.expect = (title) => {
    const onClick = ({ timeStamp }) => {
      const click = { at: performance.timeOrigin + timeStamp, title: plain(title) };
      sessionStorage.setItem(CLICK, JSON.stringify(click));
      watch(click);
    };
    addEventListener("click", onClick, { capture: true, once: true });
  };

  // A blank page has no storage.
  if (location.protocol === "http:") {
    const click = sessionStorage.getItem(CLICK);
    if (click) watch(JSON.parse(click));
  }
})();
