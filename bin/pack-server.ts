/** Packs what a server needs, and nothing else, into a folder that can be moved: `node pack-server.ts [folder]`, then `node server.js` in it. */
import { copyFile, cp, glob, lstat, mkdir, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { z } from "zod";
import { buildServer } from "./build-server.ts";
import { ROOT } from "./data-folder.ts";
import { isUnused, traceServer } from "./trace-server.ts";

const traceSchema = z.object({ files: z.array(z.string()) });
const builtSchema = z.object({ files: z.array(z.string()) });

/** Builds if need be, then fills `folder`, which is made anew. */
export async function packServer(folder: string): Promise<void> {
  await buildServer();
  await rm(folder, { recursive: true, force: true });
  const files = [...(await traceServer(["bin/serve.ts", "node_modules/next/dist/server/next.js"])), ...(await builtFiles())];
  for (const parent of new Set(files.map((file) => dirname(file)))) await mkdir(join(folder, parent), { recursive: true });
  await Promise.all([...new Set(files)].map((file) => copy(file, folder)));
  await cp(join(ROOT, ".next", "static"), join(folder, ".next", "static"), { recursive: true });
  await writeFile(join(folder, "server.js"), 'import "./bin/serve.ts";\n');
}

/** What Next made and what that loads, by Next's own lists of it. */
async function builtFiles(): Promise<string[]> {
  const built = builtSchema.parse(JSON.parse(await readFile(join(ROOT, ".next", "required-server-files.json"), "utf8")));
  const files = new Set(built.files);
  for await (const trace of glob(".next/**/*.nft.json", { cwd: ROOT })) {
    if (trace.endsWith("minimal-server.js.nft.json")) continue;
    const folder = dirname(join(ROOT, trace));
    const listed = traceSchema.parse(JSON.parse(await readFile(join(ROOT, trace), "utf8")));
    for (const file of [join(ROOT, trace.replace(/\.nft\.json$/, "")), ...listed.files.map((file) => join(folder, file))])
      files.add(relative(ROOT, file));
  }
  // The trace of Next's server is named after a module that there is not.
  return [...files].filter((file) => !isUnused(file) && file !== ".next/next-server.js");
}

/** Links stay links: Next names some packages by one. */
async function copy(file: string, folder: string): Promise<void> {
  const [from, to] = [join(ROOT, file), join(folder, file)];
  const found = await lstat(from);
  if (found.isSymbolicLink()) await symlink(await readlink(from), to);
  else if (found.isFile()) await copyFile(from, to);
}

if (import.meta.main) await packServer(resolve(process.argv[2] ?? join(ROOT, "dist", "server")));
