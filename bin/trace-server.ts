import { glob, readFile, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join, matchesGlob, relative } from "node:path";
import { nodeFileTrace } from "@vercel/nft";
import { z } from "zod";
import { ROOT } from "./data-folder.ts";

/** What is never loaded where a server only answers: other builds of the same, tools of the build, what describes code. */
const IGNORED = [
  "**/*.d.ts",
  "**/*.d.{c,m}ts",
  "**/*.map",
  "**/*.test.ts",
  "**/drizzle/meta/*_snapshot.json",
  "**/*.md",
  "**/kit/contract/**",
  "**/node_modules/@img/**",
  "**/node_modules/{esbuild,sharp,typescript,vitest,@workflow/web,@workflow/cli}/**",
  "**/node_modules/react{,-dom}/**/*.development.js",
  "**/next/dist/build/{webpack,swc,babel,turbopack-build,analysis}/**",
  "**/next/dist/compiled/{@next/font,@vercel/og,babel,babel-packages,cssnano-simple,postcss-*,sass-loader,terser,webpack}/**",
  "**/next/dist/compiled/next-server/**/*.dev.js",
  "**/next/dist/compiled/next-devtools/**",
  "**/next/dist/docs/**",
  "**/next/dist/server/capsize-font-metrics.json",
  "**/next/dist/server/dev/**",
];

/** What is read by name at run time: migrations, examples, and the actions' sources, of which exports are made. */
const READ = ["drizzle/**/*.sql", "drizzle/meta/_journal.json", "examples/**/*.json", "plugins/**/*.ts", "package.json"];

/** True for a file that a server does without, though something names it. */
export function isIgnored(file: string): boolean {
  return IGNORED.some((pattern) => matchesGlob(file, pattern));
}

const traceSchema = z.looseObject({ files: z.array(z.string()) });

/**
 * The files that a server needs which is started with one of these modules, relative to the repository: Next traces what it bundles, and stops at
 * `lib/server.ts`, which Node loads as it is.
 */
export async function traceServer(entries: readonly string[]): Promise<string[]> {
  const { fileList } = await nodeFileTrace(
    ["lib/sandbox/sandbox-worker.ts", ...entries].map((entry) => join(ROOT, entry)),
    { base: ROOT, processCwd: ROOT, mixedModules: true, conditions: ["node"], ignore: IGNORED, readFile: readModule },
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
