import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalog, Diagnostic, Graph } from "../index.ts";
import { check, compile, parse, parseCodeBody } from "../index.ts";
import { parseGraph } from "../schema/parse-graph.ts";
import type { PlayedRun, Scenario } from "./play-fixture.ts";
import type { TypeChecker } from "../types/type-checker.ts";

export const FIXTURES = join(import.meta.dirname, "..", "fixtures");

/** A folder of `codegen/fixtures`: a graph (`graph.json`) or an edited module (`edited.ts`), and what must become of it. */
export interface Fixture {
  readonly name: string;
  readonly document: unknown;
  readonly edited: string | undefined;
  readonly options: {
    readonly connections?: readonly string[];
    readonly workflows?: readonly string[];
    readonly variables?: Readonly<Record<string, "plain" | "secret">>;
  };
  readonly scenario: Scenario;
  /** Golden text by file name, `undefined` where there is none yet. */
  golden(file: "workflow.ts" | "diagnostics.json" | "trace.json"): string | undefined;
}

export function readFixtures(): Fixture[] {
  return readdirSync(FIXTURES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const read = (file: string): string | undefined => {
        const path = join(FIXTURES, name, file);
        return existsSync(path) ? readFileSync(path, "utf8") : undefined;
      };
      const json = (file: string): unknown => JSON.parse(read(file) ?? "null");
      return {
        name,
        document: json("graph.json"),
        edited: read("edited.ts"),
        // Written by hand beside the graph.
        options: (json("options.json") ?? {}) as Fixture["options"],
        scenario: (json("scenario.json") ?? { input: {} }) as Scenario,
        golden: read,
      };
    });
}

/** Everything the compiler says of a fixture: of its edited module, or of its document, types included when nothing else is wrong. */
export function diagnose(fixture: Fixture, catalog: Catalog, types: TypeChecker): readonly Diagnostic[] {
  if (fixture.edited !== undefined) {
    const parsed = parse(fixture.edited, catalog);
    return parsed.ok ? [] : parsed.diagnostics;
  }
  const parsed = parseGraph(fixture.document);
  if (!("graph" in parsed)) return parsed.diagnostics;
  const { connections, workflows, variables } = fixture.options;
  const diagnostics = check(parsed.graph, catalog, {
    parseCode: parseCodeBody,
    ...(connections ? { connections: new Set(connections) } : {}),
    ...(workflows ? { workflows: new Set(workflows) } : {}),
    ...(variables ? { variables: new Map(Object.entries(variables)) } : {}),
  });
  if (diagnostics.some(({ severity }) => severity === "error")) return diagnostics;
  const compiled = compile(parsed.graph, catalog);
  return compiled.ok ? [...diagnostics, ...types.check(compiled.source, compiled.map, { graph: parsed.graph })] : compiled.diagnostics;
}

/** The document of a fixture that is not about being wrong. */
export function graphOf(fixture: Fixture): Graph {
  const parsed = parseGraph(fixture.document);
  if (!("graph" in parsed)) throw new Error(`${fixture.name}: ${parsed.diagnostics[0]?.message}`);
  return parsed.graph;
}

/** A played run as a golden file holds it. */
export function printTraceFile(run: PlayedRun): string {
  return `${JSON.stringify(run, null, 2)}\n`;
}

/** Diagnostics as a golden file holds them. */
export function printDiagnosticsFile(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify(diagnostics, null, 2)}\n`;
}
