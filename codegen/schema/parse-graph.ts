import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import { escapeUnprintable } from "../diagnostics/quote.ts";
import type { Graph } from "./graph.ts";
import { graphSchema } from "./graph.ts";

export type ParsedGraph = { readonly graph: Graph } | { readonly diagnostics: readonly Diagnostic[] };

/** The document version that this Weft writes. */
const currentVersion = 1;

/** Turns a document of the version it is filed under into one of the next; pure. Version 1 is the first. */
const migrations: ReadonlyMap<number, (document: Record<string, unknown>) => Record<string, unknown>> = new Map();

/** How deep a document may nest: configs are data, not programs. */
const maxDepth = 200;

/** Reads a document of any known version. Never throws, whatever the value. */
export function parseGraph(value: unknown): ParsedGraph {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return refuse("it is not an object");
  if (isTooDeep(value)) return refuse(`it nests deeper than ${maxDepth} levels`);
  let document: Record<string, unknown> = { ...value };
  const version = document["weft"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return refuse('"weft" must be the document\'s version, 1');
  if (version > currentVersion) {
    return { diagnostics: [createDiagnostic("newer-document", { version, known: currentVersion }, { path: ["weft"] })] };
  }
  for (let from = version; from < currentVersion; from++) {
    const migrate = migrations.get(from);
    if (!migrate) return refuse(`version ${from} can no longer be read`);
    document = migrate(document);
  }
  const parsed = graphSchema.safeParse(document);
  if (parsed.success) return { graph: parsed.data };
  const diagnostics = parsed.error.issues.map((issue) => {
    const path = issue.path.filter((step) => typeof step !== "symbol");
    return createDiagnostic("invalid-document", { problem: describe(path, issue.message) }, { path });
  });
  return { diagnostics };
}

function refuse(problem: string): ParsedGraph {
  return { diagnostics: [createDiagnostic("invalid-document", { problem }, {})] };
}

function describe(path: readonly (string | number)[], message: string): string {
  const text = message.replace(/\.$/, "");
  const clause = text.charAt(0).toLowerCase() + text.slice(1);
  return escapeUnprintable(path.length === 0 ? clause : `${path.join(".")}: ${clause}`).slice(0, 300);
}

function isTooDeep(root: object): boolean {
  const stack: { value: object; depth: number }[] = [{ value: root, depth: 1 }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    if (entry.depth > maxDepth) return true;
    for (const child of Object.values(entry.value)) {
      if (child !== null && typeof child === "object") stack.push({ value: child, depth: entry.depth + 1 });
    }
  }
  return false;
}
