// Makes what `extract report` puts into its pages: ../src/extract/report/assets. With --check, writes nothing, and
// fails where what stands there is not what it would make.
//
//   page.js, page.css  the sources in src/, with the libraries of package.json
//   LICENSES.txt       the licences of what is in page.js
//   build.json         hashes of styles that a library adds at run time, and of what all this is made of, for the tests
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const assets = "../src/extract/report/assets";
const options = {
  minify: true,
  charset: "utf8",
  target: ["chrome123", "firefox120", "safari17.5"],
  outdir: assets,
  write: false,
};
const script = await build({
  ...options,
  entryPoints: { page: "src/main.tsx" },
  bundle: true,
  format: "iife",
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  metafile: true,
});
const style = await build({ ...options, entryPoints: ["src/page.css"] });

const packages = [
  ...new Set(
    Object.keys(script.metafile.inputs)
      .map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
      .filter(Boolean),
  ),
].toSorted();
const licences = packages.map((name) => {
  const folder = join("node_modules", name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file`);
  const text = readFileSync(join(folder, file), "utf8").trim();
  return `${name} ${about.version} (${about.license})\n\n${text}\n`;
});
const rule = `\n${"-".repeat(78)}\n\n`;

// Observable Plot puts a style element into each chart; its text depends on the class name alone.
const plot = readFileSync("node_modules/@observablehq/plot/src/plot.js", "utf8");
const added = plot.match(/`(:where\(\.\$\{className\}\)[^`]*)`/);
if (!added) throw new Error("Observable Plot's style is not where it was; see plot.js");
const chart = added[1].replaceAll("${className}", "chart-plot");
const digest = (text, form) => createHash("sha256").update(text).digest(form);
const parts = ["build.mjs", "package-lock.json", "package.json"];
const sources = [
  ...parts,
  ...readdirSync("src")
    .toSorted()
    .map((name) => `src/${name}`),
].map((path) => `${path}\n${readFileSync(path, "utf8")}`);

const made = new Map(
  [...script.outputFiles, ...style.outputFiles].map(({ path, contents }) => [
    basename(path),
    Buffer.from(contents),
  ]),
);
made.set(
  "LICENSES.txt",
  Buffer.from(
    `The page is part of extract, under the Apache License 2.0. It contains these libraries.\n${rule}${licences.join(rule)}`,
  ),
);
made.set(
  "build.json",
  Buffer.from(
    JSON.stringify({
      sources: digest(sources.join(""), "hex"),
      styles: [`'sha256-${digest(chart, "base64")}'`],
    }) + "\n",
  ),
);

if (process.argv.includes("--check")) {
  const stale = [...made].filter(([name, bytes]) => {
    const path = join(assets, name);
    return !existsSync(path) || !bytes.equals(readFileSync(path));
  });
  const left = readdirSync(assets).filter((name) => !made.has(name));
  for (const [name] of stale) console.error(`src/extract/report/assets/${name} is not what frontend/ makes`);
  for (const name of left) console.error(`src/extract/report/assets/${name} is made by nothing in frontend/`);
  if (stale.length + left.length > 0) {
    console.error(
      "Run `npm ci && npm run build` in frontend/, and commit src/extract/report/assets with it.",
    );
    process.exitCode = 1;
  }
} else for (const [name, bytes] of made) writeFileSync(join(assets, name), bytes);
