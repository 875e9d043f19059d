// Bundles each face of the hub into one script and one style sheet under wwwroot/dist.
// No code splitting: a chunk imported under a plain name would be revalidated on every page.
import { cp, mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const out = fileURLToPath(new URL("../wwwroot/dist", import.meta.url));
const production = process.env.NODE_ENV === "production";

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await cp(new URL("static", import.meta.url), out, { recursive: true });

const common = {
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  outdir: out,
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

await Promise.all([
  build({
    ...common,
    entryPoints: { portal: "src/portal.ts", hq: "src/hq.ts" },
    format: "esm",
    target: "es2020",
    minify: production,
    sourcemap: !production,
  }),
  // A classic script: module workers are younger than the phones that must receive the alert.
  build({
    ...common,
    entryPoints: { "service-worker": "src/service-worker.ts" },
    format: "iife",
    target: "es2020",
    minify: production,
  }),
  // Always small: the first packets of an alert carry the page and its style together.
  build({
    ...common,
    entryPoints: { portal: "styles/portal.css", hazards: "styles/hazards.css", hq: "styles/hq.css" },
    target: ["chrome100", "firefox100", "safari15"],
    minify: true,
  }),
]);
