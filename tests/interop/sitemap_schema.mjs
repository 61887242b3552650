// Validates sitemaps against the schema of sitemaps.org with libxml2's xmllint.
//
//   node sitemap_schema.mjs XMLLINT SCHEMA SITEMAP...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [xmllint, schema, ...sitemaps] = process.argv.slice(2);
const { validateXML } = createRequire(import.meta.url)(xmllint);
const read = (path) => ({ fileName: path.split("/").pop(), contents: readFileSync(path, "utf8") });

const { valid, rawOutput } = await validateXML({
  xml: sitemaps.map(read),
  schema: [read(schema)],
});
process.stdout.write(rawOutput);
process.exit(valid ? 0 : 1);
