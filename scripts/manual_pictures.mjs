// Makes the pictures of the editors' manual from the real program, with the fictional alliance.
//
//   make manual-pictures
//
// puppeteer-core comes with Lighthouse, and the browser is the one of the tests.
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [program, lighthouse] = process.argv.slice(2);
const puppeteer = createRequire(join(lighthouse, "x.js"))("puppeteer-core");
const target = "docs/manual";
const article = "2026-11-16-council-2027-plan";

const place = await mkdtemp(join(tmpdir(), "manual-"));
const site = join(place, "site");
await cp("examples/demo", site, { recursive: true });
await mkdir(target, { recursive: true });
const editor = spawn(program, ["edit", site, "--no-open"], { stdio: ["ignore", "pipe", "ignore"] });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
});
try {
  const address = await entry(editor.stdout);
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 760 });
  await open(page, address);
  await picture(page, "start");
  const base = `${new URL(address).origin}/__portal/edit/`;
  await open(page, `${base}list/article?q=zhongshi`);
  await picture(page, "list");
  await open(page, `${base}item/article/${article}`);
  await page.waitForFunction(
    () => document.querySelector("iframe[data-preview]")?.contentDocument?.querySelector("h1"),
  );
  await picture(page, "item");
  await page.locator("[data-action=table]").click();
  await page.waitForSelector("dialog[open] table");
  await picture(page, "table");
  await open(page, `${base}item/member/beiming`);
  await page.locator("[name='/website']").fill("www.example");
  await page.waitForFunction(() => document.querySelector("[data-for='/website']")?.textContent);
  await page.evaluate(() => document.querySelector("[name='/website']").scrollIntoView({ block: "center" }));
  await picture(page, "problem");
  await open(page, `${base}publish`);
  await picture(page, "publish");
} finally {
  await browser.close();
  editor.kill("SIGTERM");
  await rm(place, { recursive: true, force: true });
}

// Reads the address with the token from what the program prints.
async function entry(output) {
  for await (const line of createInterface({ input: output })) {
    const address = line.match(/^EDIT (\S+)$/)?.[1];
    if (address) return address;
  }
  throw new Error("the program printed no address");
}

async function open(page, address) {
  await page.goto(address);
  await page.waitForSelector("html[data-hydrated] main[data-screen] h1");
  await page.waitForNetworkIdle({ idleTime: 300 });
}

async function picture(page, name) {
  await page.screenshot({ path: `${target}/${name}.webp`, type: "webp", quality: 80 });
  console.log(`${target}/${name}.webp`);
}
