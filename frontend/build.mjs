// Builds the front end: hashed bundles, icon sprite, fonts and manifest.json into app/ui/static/dist.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { drawSprite } from "./sprite.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../app/ui/static/dist");
const fonts = {
  "inter.woff2": "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  "inter-ext.woff2": "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
  "vazirmatn.woff2": "vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2",
  "bpmn.woff2": "bpmn-js/dist/assets/bpmn-font/font/bpmn.woff2",
};
// One entry per bundle a page may ask for: asset("app.css"), asset("viewer.js"), ...
// What every page loads is built apart from the bundles of single pages: shared between them it would carry what only those need.
const entries = [["app.css", "app.js", "viewer.css", "viewer.js", "print.css"], own("pages")];
const manifest = {};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [name, file] of Object.entries(fonts)) keep(name, readFileSync(join(here, "node_modules", file)));
keep("logo.svg", readFileSync(join(here, "src/logo.svg")));
keep("icons.svg", drawSprite(here));
const options = {
  absWorkingDir: here,
  outdir: out, outbase: "src", entryNames: "[dir]/[name]-[hash]", assetNames: "[name]-[hash]",
  chunkNames: "part-[name]-[hash]", bundle: true, splitting: true, minify: true, metafile: true, format: "esm", target: ["chrome123", "firefox120", "safari17.5"],
  legalComments: "linked", logLevel: "warning",
  loader: { ".woff2": "file", ".woff": "file", ".ttf": "file", ".eot": "file", ".svg": "file" }, // icon fonts of the editors
  plugins: [{ name: "fonts", setup: (build) => build.onResolve({ filter: /^font:/ }, ({ path, importer }) => (
    { path: (importer.includes("/src/pages/") ? "../" : "./") + manifest[path.slice(5)], external: true })) }],
};
for (const names of entries) {
  const result = await esbuild.build({ ...options, entryPoints: names.map((name) => "src/" + name) });
  for (const [file, made] of Object.entries(result.metafile.outputs)) {
    if (made.entryPoint) manifest[made.entryPoint.replace(/^src\//, "")] = file.slice(file.indexOf("dist/") + 5);
  }
}
for (const name of readdirSync(out, { recursive: true })) {
  if (/\.(css|js|svg)$/.test(name)) writeFileSync(join(out, name + ".gz"), gzipSync(readFileSync(join(out, name)), { level: 9 }));
}
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 1));

/** Writes a file under its hashed name and notes it in the manifest. */
function keep(name, content) {
  const [stem, ending] = name.split(/\.(?=[^.]+$)/);
  manifest[name] = `${stem}-${createHash("sha256").update(content).digest("hex").slice(0, 8)}.${ending}`;
  writeFileSync(join(out, manifest[name]), content);
}

/** Bundles of single pages: every file directly in src/<folder>, if there is one. */
function own(folder) {
  const path = join(here, "src", folder);
  if (!statSync(path, { throwIfNoEntry: false })) return [];
  return readdirSync(path).filter((name) => /\.(css|js)$/.test(name)).map((name) => folder + "/" + basename(name));
}
