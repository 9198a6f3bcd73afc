import { expect, it } from "vitest";
import type { Graph } from "../../codegen/schema/graph.ts";
import { buildProject } from "./build-project.ts";
import { compiled, exportCatalog, exportSources } from "./workflows-for-test.ts";

const withTest = (name: string, trigger: object) => ({ ...withoutTest(name, trigger), tests: new Map([[`tests/${name}.test.ts`, ""]]) });

function withoutTest(name: string, trigger: object) {
  return compiled({ weft: 1, name, nodes: [{ id: "input", kind: "trigger", config: trigger }], edges: [] } as Graph);
}

function readmeOf(...[first, ...others]: [ReturnType<typeof withoutTest>, ...ReturnType<typeof withoutTest>[]]): string {
  return buildProject([first, ...others], { catalog: exportCatalog, sources: exportSources }).get("README.md") ?? "";
}

const SCHEDULE = { on: "schedule", cron: "0 7 * * *" };

it("sets each variable of a shell before a line uses it", () => {
  const blocks = [...readmeOf(withTest("report", SCHEDULE)).matchAll(/```sh\n(.*?)```/gs)].map(([, lines = ""]) => lines);
  for (const lines of blocks) {
    for (const { 1: name, index } of lines.matchAll(/\$([A-Z_]+)/g)) {
      expect(lines.slice(0, index)).toContain(`export ${name}=$(cat .workflow-data/secrets/${name})\n`);
    }
  }
  expect(blocks.join("")).toContain("$WORKFLOWS_API_KEY");
  expect(blocks.join("")).toContain("$CRON_SECRET");
});

it("starts a scheduled workflow with a moment", () => {
  expect(readmeOf(withTest("report", SCHEDULE))).toContain(`-d '{"scheduledAt":"2026-01-01T07:00:00.000Z"}'`);
});

it("says of tests what there is", () => {
  const [tested, untested] = [withTest("tested", { on: "http" }), withoutTest("untestedOne", { on: "http" })];
  expect(readmeOf(tested)).toContain("| `tests/` | each workflow run in-process with given answers |");
  expect(readmeOf(tested, untested)).toContain("| `tests/` | workflows run in-process with given answers; none for `untested-one` |");
  expect(readmeOf(untested)).toContain("there is no test yet |");
});

it("says which wishes of a workflow the SDK does not heed, where there are any", () => {
  const code = (policy: object) =>
    compiled({
      weft: 1,
      name: "adding",
      nodes: [
        { id: "input", kind: "trigger", config: { on: "manual" } },
        { id: "sum", kind: "code", config: { source: "return 1;", inputs: {} }, policy },
      ],
      edges: [{ id: "e1", source: "input", target: "sum" }],
    } as Graph);
  expect(readmeOf(code({ timeout: "1s" }))).toContain("the SDK heeds neither.");
  expect(readmeOf(code({ retries: 2 }))).not.toContain("heeds");
});
