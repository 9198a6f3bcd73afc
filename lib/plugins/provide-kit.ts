import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../data-folder.ts";

let provided = false;

/** Lets a plugin import `weftwork/kit` wherever it lies: it gets the kit of the Weft that loads it, never of another one beside it. */
export function provideKit(): void {
  if (provided) return;
  provided = true;
  const url = pathToFileURL(join(ROOT, "plugins/kit/index.ts")).href;
  registerHooks({
    resolve: (specifier, context, next) => (specifier === "weftwork/kit" ? { url, shortCircuit: true } : next(specifier, context)),
  });
}
