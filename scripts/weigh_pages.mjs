// Prints what the HTML of a published portal's pages consists of, in bytes and in bytes after
// Brotli: a part is the difference between the page with it and without it.
//
//   node scripts/weigh_pages.mjs DIR PAGE…
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

const data = (id) =>
  new RegExp(`<script type="application/json" id="${id}"[^>]*>[^<]*</script>`, "g");
const PARTS = {
  "style": /<style>[^<]*<\/style>/g,
  "site's data": data("portal-site"),
  "page's data": data("portal-data"),
  "structured data": /<script type="application\/ld\+json">[^<]*<\/script>/g,
  "policy": /<meta http-equiv[^>]*>/g,
  "metadata": /<meta (property|name="(twitter:|description))[^>]*>/g,
  "links of the head": /<link (?!rel="stylesheet")[^>]*>/g,
  "script before the paint": /<script data-style[^>]*>[\s\S]*?<\/script>/g,
  "links to the shell": /<script defer[^>]*><\/script>|<link rel="stylesheet"[^>]*>/g,
  "frame": /(?<=<body[^>]*>)[\s\S]*(?=<main)|(?<=<\/main>)[\s\S]*?(?=<script|<link)/g,
  "main, with its text": /<main[\s\S]*<\/main>/g,
};

const compressed = (text) =>
  zlib.brotliCompressSync(text, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const row = (name, bytes, brotli) =>
  console.log(`| ${name} | ${bytes.toLocaleString("en")} | ${brotli.toLocaleString("en")} |`);

const [folder, ...pages] = process.argv.slice(2);
for (const page of pages) {
  const html = fs.readFileSync(path.join(folder, page, "index.html"), "utf8");
  const [bytes, all] = [Buffer.byteLength(html), compressed(html)];
  console.log(`\n| ${page} | bytes | Brotli |\n|---|---:|---:|`);
  row("**all**", bytes, all);
  for (const [name, part] of Object.entries(PARTS)) {
    const rest = html.replaceAll(part, "");
    if (rest !== html) row(name, bytes - Buffer.byteLength(rest), all - compressed(rest));
  }
  const main = html.match(PARTS["main, with its text"])?.[0] ?? "";
  const text = main.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
  row("the text alone", Buffer.byteLength(text), compressed(text));
}
