import { describe, expect, it } from "vitest";
import { parse } from "../../codegen/index.ts";
import { buildProject } from "./build-project.ts";
import { checkProject } from "./check-project-for-test.ts";
import type { Files } from "./step-sources.ts";
import type { Strictness } from "./strictness.ts";
import { strictnessOf } from "./strictness.ts";
import type { ProjectWorkflow } from "./workflow-facts.ts";
import { fileOf } from "./workflow-facts.ts";
import type { ExportCase } from "./workflows-for-test.ts";
import { exampleCases, exportCatalog, exportSources, fixtureCases, serviceCases } from "./workflows-for-test.ts";

const options = { catalog: exportCatalog, sources: exportSources };
const cases: readonly ExportCase[] = [...fixtureCases(), ...exampleCases(), ...serviceCases()];
const projects = new Map<string, Files>(cases.map(({ name, workflows }) => [name, buildProject(workflows, options)]));

/** Several workflows in one project; of two that would be the same file, one. */
function together(workflows: readonly ProjectWorkflow[]): Files {
  const [first, ...others] = new Map(workflows.map((workflow) => [fileOf(workflow), workflow])).values();
  if (!first) throw new Error("There is no workflow.");
  return buildProject([first, ...others], options);
}

describe("a project of every fixture, every example and every action", () => {
  const all = cases.flatMap(({ workflows }) => workflows);
  const checkedAs = (strictness: Strictness): ProjectWorkflow[] => all.filter((workflow) => strictnessOf([workflow]) === strictness);

  it("has its types right by its own strict settings", () => {
    expect(checkProject(together(checkedAs("strict")))).toEqual([]);
  }, 60_000);

  it("has its types right where somebody wrote code without types", () => {
    expect(checkedAs("untyped parameters").map(({ graph }) => graph.name)).toContain("sendWeeklyReport");
    expect(checkProject(together(checkedAs("untyped parameters")))).toEqual([]);
    expect(checkedAs("unchecked build").map(({ graph }) => graph.name)).toEqual([]);
  }, 60_000);

  it("lacks nothing but types of parameters where it is built unchecked", () => {
    const files = together(all);
    expect(files.get("next.config.ts")).toContain("ignoreBuildErrors: true");
    const problems = checkProject(files).filter(
      (problem) => !/^workflows\/[a-z-]+\.ts: Parameter '\w+' implicitly has an 'any' type\.$/.test(problem),
    );
    expect(problems).toEqual([]);
  }, 60_000);

  it("is the same whether its workflows are exported alone or together, but for the types that are not used", () => {
    const union = together(all);
    const shared = [...projects].flatMap(([, files]) => [...files].filter(([path]) => /^(?:workflows|plugins|server)\//.test(path)));
    const different = shared.filter(([path, text]) => !path.endsWith(".generated.ts") && union.get(path) !== text);
    expect(different.map(([path]) => path).filter((path) => path !== "workflows/order-alert.ts")).toEqual([]);
  });
});

describe("an exported project", () => {
  it("mentions nothing of where it comes from", () => {
    const found = [...projects].flatMap(([name, files]) =>
      [...files].flatMap(([path, text]) => (/weft/i.test(path + text) ? [`${name}: ${path}`] : [])),
    );
    expect(found).toEqual([]);
  });

  it("holds each workflow as the code view shows it, and reads back as the same graph", () => {
    for (const { name, workflows } of cases) {
      for (const workflow of workflows) {
        const text = projects.get(name)?.get(`workflows/${fileOf(workflow)}.ts`) ?? "";
        expect(text).toBe(workflow.source);
        expect(parse(text, exportCatalog, workflow.graph)).toEqual({ ok: true, graph: workflow.graph });
      }
    }
  });
});
