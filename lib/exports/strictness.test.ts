import { expect, it } from "vitest";
import type { Graph } from "../../codegen/schema/graph.ts";
import { buildProject } from "./build-project.ts";
import { checkProject } from "./check-project-for-test.ts";
import { strictnessOf } from "./strictness.ts";
import { compiled, exportCatalog, exportSources } from "./workflows-for-test.ts";

function withCode(source: string): Graph {
  const nodes = [
    { id: "input", kind: "trigger", config: { on: "http" } },
    { id: "made", kind: "code", config: { source, inputs: { rows: "{{ input.body.rows }}" } } },
  ];
  return { weft: 1, name: "coded", nodes, edges: [{ id: "e", source: "input", target: "made" }] };
}

it.each([
  "const out = []; for (const row of rows) out.push(row); return out.filter((row) => row.n);",
  "let out = []; for (const row of rows) out.push(row); return out.filter((row) => row.n);",
  "const out=[], seen = ([]); for (const row of rows) { out.push(row); seen.push(row.n); } return out.filter((row) => seen.includes(row.n));",
  "let best = null; for (const row of rows.filter((row) => row.n)) best = String(row.n); return best;",
  "let last = undefined; for (const row of rows.filter((row) => row.n)) last = String(row.n); return last;",
])("builds unchecked what allows neither way: %s", (source) => {
  const workflow = compiled(withCode(source));
  expect(strictnessOf([workflow])).toBe("unchecked build");
  const files = buildProject([workflow], { catalog: exportCatalog, sources: exportSources });
  expect(files.get("next.config.ts")).toContain("ignoreBuildErrors: true");
  // By the settings between the two, which would have been taken: what is found shows that they do not do.
  const between = (files.get("tsconfig.json") ?? "").replace('"strict": true,', '"strict": true, "noImplicitAny": false,');
  expect(checkProject(new Map([...files, ["tsconfig.json", between]]))).not.toEqual([]);
});

it.each([
  ["strict", "const out = []; let best = null; for (const row of rows) { out.push(row); best = row; } return { out, best };"],
  ["untyped parameters", "const out: unknown[] = []; for (const row of rows) out.push(row); return out.filter((row) => row);"],
  ["untyped parameters", "const none = [0]; return rows.map((row) => row.n ?? none);"],
])("checks %s: %s", (strictness, source) => {
  const workflow = compiled(withCode(source));
  expect(strictnessOf([workflow])).toBe(strictness);
  expect(checkProject(buildProject([workflow], { catalog: exportCatalog, sources: exportSources }))).toEqual([]);
});
