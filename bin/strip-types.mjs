// Node takes the types out of no file in node_modules. Where Weft is installed there this does, for Weft's own files and no others.
import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";

const ROOT = new URL("..", import.meta.url).href;

registerHooks({
  load(url, context, next) {
    const own = url.startsWith(ROOT) && url.endsWith(".ts") && !url.slice(ROOT.length).includes("node_modules/");
    if (!own) return next(url, context);
    return { format: "module", source: stripTypeScriptTypes(readFileSync(fileURLToPath(url), "utf8")), shortCircuit: true };
  },
});

// It is announced as experimental when it is first called.
const { emitWarning } = process;
process.emitWarning = () => {};
stripTypeScriptTypes("");
process.emitWarning = emitWarning;
