import type { TypedAction } from "./print-action-types.ts";
import { printActionTypes } from "./print-action-types.ts";

/** The types of all actions of a service, one after another; a shape that was printed before is named, not repeated. */
export function printPluginTypes(actions: readonly TypedAction[]): string {
  const known = new Map<string, string>();
  return actions
    .flatMap((action) => printActionTypes(action).split(/\n(?=export )/))
    .map((declaration) => {
      const [head = "", name = "", generic = ""] = /^export (?:interface|type) (\w+)(<[^>]*>)?/.exec(declaration) ?? [];
      // What a declaration says, whatever it is called.
      const shape = generic + declaration.slice(head.length).replaceAll(new RegExp(`\\b${name}\\b`, "g"), "#");
      const before = known.get(shape);
      if (before === undefined || declaration.trimEnd().split("\n").length < 4) {
        known.set(shape, name);
        return declaration;
      }
      return `export type ${name}${generic} = ${before}${generic === "" ? "" : "<T>"};\n`;
    })
    .join("\n");
}
