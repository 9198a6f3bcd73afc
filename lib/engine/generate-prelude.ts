import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const TARGET = fileURLToPath(new URL("./prelude.generated.ts", import.meta.url));

/** Bundles the VM's side of the engine to one script and returns the module that holds it as a string. */
export async function generatePrelude(): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL("./vm/prelude.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["workflow"],
    target: "es2022",
    minify: true,
    keepNames: true,
    treeShaking: true,
    legalComments: "none",
  });
  const script = result.outputFiles[0]?.text.trim() ?? "";
  return `// Made by \`node lib/engine/generate-prelude.ts\` from lib/engine/vm; a test proves it fresh.\nexport const PRELUDE = ${JSON.stringify(script)};\n`;
}

/** What is committed. */
export function readPrelude(): Promise<string> {
  return readFile(TARGET, "utf8");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TARGET, await generatePrelude());
