import type { Doc } from "./doc.ts";
import { hardline } from "./doc.ts";
import { invariant } from "../invariant.ts";
import type { PlanBlock } from "./plan.ts";

/** `const name = value;`, or the assignment that the name's place asks for. */
export function printBinding(name: string, value: Doc, block: PlanBlock): Doc {
  const mode = block.modes.get(name);
  invariant(mode, `${name} has a place`);
  if (mode.how === "assign") return [name, " = ", value, ";"];
  const declared: Doc = ["const ", name, " = ", value, ";"];
  return mode.how === "declare" ? declared : [declared, hardline, mode.to, " = ", name, ";"];
}

/** Binds several names by one destructuring pattern, which is given for the names as they are called there. */
export function printPattern(pattern: Doc, names: readonly string[], value: Doc, block: PlanBlock): Doc {
  const modes = names.map((name) => block.modes.get(name));
  const assigned = modes.length > 0 && modes.every((mode) => mode?.how === "assign");
  const copies = modes.flatMap((mode) => (mode?.how === "copy" ? [[hardline, mode.to, " = ", mode.name, ";"]] : []));
  if (!assigned) return ["const ", pattern, " = ", value, ";", copies];
  const bracketed = typeof pattern === "string" || !startsWithBrace(pattern);
  return bracketed ? [pattern, " = ", value, ";"] : ["(", pattern, " = ", value, ");"];
}

function startsWithBrace(pattern: Doc): boolean {
  if (typeof pattern === "string") return pattern.startsWith("{");
  if (Array.isArray(pattern)) return pattern[0] !== undefined && startsWithBrace(pattern[0]);
  // Only groups of text make patterns.
  return "content" in pattern && startsWithBrace(pattern.content);
}
