import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

const calling = (workflow: string): ReturnType<typeof graph> => graph([node("a", "control.call", { workflow })], "input > a");

it("asks for a workflow that exists, when the caller knows them", () => {
  expect(findings(calling("shipOrder"))).toEqual([]);
  expect(findings(calling("shipOrder"), { workflows: new Set(["shipOrder"]) })).toEqual([]);
  expect(findings(calling("shipOrdr"), { workflows: new Set(["shipOrder"]) })).toEqual([
    "unknown-workflow at a.workflow: `a` calls the workflow `shipOrdr`, which does not exist.",
  ]);
});

it("refuses what cannot be the name of a workflow", () => {
  expect(findings(calling("../x"))).toEqual(["invalid-identifier at a.workflow: `../x` cannot be the name of a workflow."]);
  expect(findings(calling("delete"))).toEqual([
    "reserved-identifier at a.workflow: `delete` cannot be the name of a workflow: the generated code needs that word.",
  ]);
});
