import { glob, readFile, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join, matchesGlob, relative } from "node:path";
import { nodeFileTrace } from "@vercel/nft";
import { z } from "zod";
import { ROOT } from "./data-folder.ts";

/** What no server loads, though something names it: descriptions, images' tools, what only a build or a browser under development reads. */
const UNUSED = [
  "**/*.d.ts",
  "**/*.d.{c,m}ts",
  "**/*.map",
  "**/*.md",
  "**/node_modules/{@img,sharp}/**",
  // The sandbox loads one of QuickJS's four builds.
  "**/node_modules/@jitl/quickjs-wasmfile-{debug-sync,debug-asyncify,release-asyncify}/dist/{emscripten-module,ffi}*",
  "**/next/dist/compiled/next-devtools/**",
  "**/next/dist/docs/**",
  "**/next/dist/server/capsize-font-metrics.json",
];

/** What the tracer is not to follow besides. Where Next's server needs a part of it, that is in Next's own list. */
const UNTRACED = [
  "**/*.test.ts",
  "**/drizzle/meta/*_snapshot.json",
  "**/kit/contract/**",
  "**/node_modules/{esbuild,typescript,vitest,@workflow/web,@workflow/cli}/**",
  "**/node_modules/react{,-dom}/**/*.development.js",
  "**/next/dist/build/{webpack,swc,babel,turbopack-build,analysis}/**",
  "**/next/dist/compiled/{@next/font,@vercel/og,babel,babel-packages,cssnano-simple,postcss-*,sass-loader,terser,webpack}/**",
  "**/next/dist/compiled/next-server/**/*.dev.js",
  "**/next/dist/server/dev/**",
];

/** What is read by name at run time: migrations, examples, and the sources that exports are made of. */
const READ = [
  "drizzle/**/*.sql",
  "drizzle/meta/_journal.json",
  "examples/**/*.json",
  "plugins/**/*.ts",
  "lib/exports/template/**/*",
  "package.json",
];

/** True for a file that a server does without, whoever lists it. */
export function isUnused(file: string): boolean {
  return UNUSED.some((pattern) => matchesGlob(file, pattern));
}

const traceSchema = z.looseObject({ files: z.array(z.string()) });

/**
 * The files that a server needs which is started with one of these modules, relative to the repository: Next traces what it bundles, and stops at
 * `lib/server.ts`, which Node loads as it is.
 */
export async function traceServer(entries: readonly string[]): Promise<string[]> {
  const { fileList } = await nodeFileTrace(
    ["lib/sandbox/sandbox-worker.ts", ...entries].map((entry) => join(ROOT, entry)),
    { base: ROOT, processCwd: ROOT, mixedModules: true, conditions: ["node"], ignore: [...UNUSED, ...UNTRACED], readFile: readModule },
  );
  const isRead = (path: string): boolean => !path.endsWith(".test.ts") && !path.includes("/contract");
  for await (const path of glob(READ, { cwd: ROOT })) if (isRead(path)) fileList.add(path);
  return [...fileList].sort();
}

/** Adds to the trace of Next's start-up module what `lib/server.ts` needs: platforms that take functions apart read it after the build. */
export async function completeTrace(): Promise<void> {
  const path = join(ROOT, ".next", "server", "instrumentation.js.nft.json");
  const trace = traceSchema.parse(JSON.parse(await readFile(path, "utf8")));
  const files = await traceServer(["lib/server.ts"]);
  const all = new Set([...trace.files, ...files.map((file) => relative(dirname(path), join(ROOT, file)))]);
  await writeFile(path, JSON.stringify({ ...trace, files: [...all] }));
}

/** The tracer reads JavaScript. */
async function readModule(path: string): Promise<Buffer | string | null> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "EISDIR") return null;
    throw error;
  });
  if (bytes === null || !path.endsWith(".ts") || path.includes("node_modules")) return bytes;
  return stripTypeScriptTypes(bytes.toString());
}
