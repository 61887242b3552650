// Examines pages with Lighthouse, all of them in one Chromium. What is written to the
// standard input is JSON: the folder that Lighthouse is installed in, and the addresses.
// The output is what a page lacks; nothing when all of them have all points.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const { modules, pages } = JSON.parse(await text(process.stdin));
const require = createRequire(`${modules}/lighthouse/package.json`);
const load = (name) => import(pathToFileURL(require.resolve(name)));
const { default: lighthouse } = await load("lighthouse");
const { launch } = await load("chrome-launcher");

const chrome = await launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
// Speed is not asked for, so that nothing has to be slowed down or waited for.
const settings = {
  port: chrome.port,
  output: "json",
  logLevel: "error",
  onlyCategories: ["accessibility", "best-practices", "seo"],
  throttlingMethod: "provided",
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
};
try {
  for (const page of pages) {
    const { lhr } = await lighthouse(page, settings);
    const path = new URL(page).pathname;
    if (lhr.runtimeError) console.log(`${path}: ${lhr.runtimeError.message}`);
    for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
      if (score === 1) continue;
      const failed = auditRefs
        .map((audit) => ({ ...lhr.audits[audit.id], weight: audit.weight }))
        .filter(({ score, weight }) => weight > 0 && score !== null && score < 1)
        .map(({ id, title, details }) => {
          const where = (details?.items ?? []).slice(0, 3).map((item) =>
            item.node?.selector ?? item.source?.url ?? item.description ?? JSON.stringify(item));
          return `${id} (${title}) ${where.join("; ")}`;
        });
      console.log(`${path}: ${id} ${Math.round((score ?? 0) * 100)}: ${failed.join("\n    ")}`);
    }
  }
} finally {
  chrome.kill();
}
