import { describe, expect, it } from "vitest";
import { parse } from "../../codegen/index.ts";
import { buildProject } from "./build-project.ts";
import { checkProject } from "./check-project-for-test.ts";
import type { ExportCase } from "./workflows-for-test.ts";
import { compiled, exampleCases, exportCatalog, exportSources, fixtureCases, serviceCases } from "./workflows-for-test.ts";
import type { Files } from "./step-sources.ts";
import { fileOf } from "./workflow-facts.ts";

const options = { catalog: exportCatalog, sources: exportSources };
const cases: readonly ExportCase[] = [...fixtureCases(), ...exampleCases(), ...serviceCases()];
const projects = new Map<string, Files>(cases.map(({ name, workflows }) => [name, buildProject(workflows, options)]));

describe("an exported project", () => {
  it("mentions nothing of where it comes from", () => {
    const found = [...projects].flatMap(([name, files]) =>
      [...files].flatMap(([path, text]) => (/weft/i.test(path + text) ? [`${name}: ${path}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

it("all together have the types right", () => {
  const all = new Map<string, ExportCase["workflows"][number]>();
  for (const { workflows } of cases) for (const workflow of workflows) all.set(fileOf(workflow), workflow);
  const [first, ...others] = all.values();
  const union = buildProject([first as never, ...others], options);
  console.time("check");
  expect(checkProject(union)).toEqual([]);
  console.timeEnd("check");
}, 120_000);
