// Runs queries with Pagefind over pages that it has indexed, without a browser: what it
// fetches is read from the disk and weighed.
//
//   node pagefind.mjs FOLDER   with FOLDER/pagefind and FOLDER/queries.json
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = `${process.argv[2]}/pagefind/`;
let transferred = 0;
let requests = 0;
let seen = new Set();
globalThis.fetch = async (address) => {
  const name = String(address).replace(/^.*\/pagefind\//, "").replace(/\?.*$/, "");
  const bytes = readFileSync(folder + name);
  // Programs are not weighed, here as there: only what an index has to send.
  if (!seen.has(name) && !name.startsWith("wasm")) {
    seen.add(name);
    transferred += bytes.length;
    requests += 1;
  }
  return new Response(bytes);
};
globalThis.window = globalThis;
globalThis.location = { origin: "http://localhost", href: "http://localhost/" };
globalThis.document = { querySelector: () => ({ getAttribute: () => "zh-cn" }) };

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const queries = JSON.parse(readFileSync(`${process.argv[2]}/queries.json`, "utf8"));
// The number of a result's page; what is read for it is not weighed.
const numbers = new Map();
// Each query starts cold: a new instance has loaded nothing.
const { createInstance } = await import(pathToFileURL(`${folder}pagefind.js`));
for (const [name, spell] of [["as typed", (text) => text], ["in quotes", (text) => `"${text}"`]]) {
  const kilobytes = [], precision = [], recall = [], counts = [];
  for (const { text, found } of queries) {
    transferred = 0;
    requests = 0;
    seen = new Set();
    const pagefind = createInstance({ basePath: "/pagefind/", baseUrl: "/" });
    await pagefind.init("zh-cn");
    const { results } = await pagefind.search(spell(text));
    const expected = new Set(found.map(String));
    kilobytes.push(transferred / 1000);
    counts.push(requests);
    let right = 0;
    for (const result of results) {
      if (!numbers.has(result.id)) {
        const { url } = await result.data();
        numbers.set(result.id, url.replace(/^.*\/(\d+)\.html$/, "$1"));
      }
      right += expected.has(numbers.get(result.id)) ? 1 : 0;
    }
    precision.push(results.length ? right / results.length : 1);
    recall.push(right / found.length);
  }
  console.log(
    `  Pagefind ${name.padEnd(12)} precision ${mean(precision).toFixed(3)}, recall ${mean(recall).toFixed(3)}, ` +
      `transfer mean ${mean(kilobytes).toFixed(2)} kB, worst ${Math.max(...kilobytes).toFixed(2)}, ` +
      `requests mean ${mean(counts).toFixed(1)}`,
  );
}
