import { expect, it } from "vitest";
import { exampleCases, exportCatalog, exportSources, fixtureCases } from "../exports/workflows-for-test.ts";
import { exampleRun } from "./example-run.ts";
import { createPlayer } from "./play-module.ts";

const play = createPlayer(exportSources);

it("finds examples that lead every fixture and template to an end, and plays them again with the same calls and result", async () => {
  const unfinished: string[] = [];
  for (const { name, workflows } of [...fixtureCases(), ...exampleCases()]) {
    const [workflow] = workflows;
    const run = await exampleRun(workflow, { catalog: exportCatalog, play });
    if (!run) {
      unfinished.push(name);
      continue;
    }
    const { input, recording, variables } = run;
    const { ended } = await play(workflow, { variables, answers: { input, recording } }, exportCatalog);
    expect([name, ended.problems, "result" in ended]).toEqual([name, [], "result" in recording.outcome]);
  }
  // It parses an address, which no sandbox of the language alone can.
  expect(unfinished).toEqual(["expressions"]);
});
