// Makes what `extract report` puts into its pages: ../src/extract/report/assets.
//
//   page.js, page.css  the sources in src/, with the libraries of package.json
//   LICENSES.txt       the licences of what is in page.js
//   build.json         hashes of styles that a library adds at run time, and of what all this is made of, for the tests
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const assets = "../src/extract/report/assets";
const result = await build({
  entryPoints: { page: "src/main.tsx" },
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome123", "firefox120", "safari17.5"],
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  charset: "utf8",
  metafile: true,
  outdir: assets,
});
await build({
  entryPoints: ["src/page.css"],
  minify: true,
  charset: "utf8",
  target: ["chrome123", "firefox120", "safari17.5"],
  outdir: assets,
});

const packages = [
  ...new Set(
    Object.keys(result.metafile.inputs)
      .map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
      .filter(Boolean),
  ),
].sort();
const licences = packages.map((name) => {
  const folder = join("node_modules", name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file`);
  const text = readFileSync(join(folder, file), "utf8").trim();
  return `${name} ${about.version} (${about.license})\n\n${text}\n`;
});
const rule = `\n${"-".repeat(78)}\n\n`;
writeFileSync(
  join(assets, "LICENSES.txt"),
  `The page is part of extract, under the Apache License 2.0. It contains these libraries.\n${rule}${licences.join(rule)}`,
);

// Observable Plot puts a style element into each chart; its text depends on the class name alone.
const plot = readFileSync("node_modules/@observablehq/plot/src/plot.js", "utf8");
const style = plot.match(/`(:where\(\.\$\{className\}\)[^`]*)`/);
if (!style) throw new Error("Observable Plot's style is not where it was; see plot.js");
const chart = style[1].replaceAll("${className}", "chart-plot");
const digest = (text, form) => createHash("sha256").update(text).digest(form);
const parts = ["build.mjs", "package-lock.json", "package.json"];
const sources = [
  ...parts,
  ...readdirSync("src")
    .sort()
    .map((name) => join("src", name)),
].map((path) => `${path}\n${readFileSync(path, "utf8")}`);
writeFileSync(
  join(assets, "build.json"),
  JSON.stringify({
    sources: digest(sources.join(""), "hex"),
    styles: [`'sha256-${digest(chart, "base64")}'`],
  }) + "\n",
);
