import { beforeAll, expect, it } from "vitest";
import type { Catalog } from "../../codegen/catalog.ts";
import type { AiEvent } from "../api/ai-schemas.ts";
import { installedPlugins } from "../plugins/installed-plugins.ts";
import { Draft } from "./draft.ts";
import type { Answer } from "./read-answer.ts";
import { readAnswer } from "./read-answer.ts";

let catalog: Catalog;
beforeAll(async () => {
  ({ catalog } = await installedPlugins());
});

const newDraft = (Kind: typeof Draft = Draft): Draft =>
  new Kind(
    { weft: 1, name: "x", nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }], edges: [] },
    { catalog, connections: new Set() },
  );

async function read(text: string, draft: Draft): Promise<{ events: AiEvent[]; answer: Answer }> {
  const answer: Answer = { text: "", rejected: [], words: "", stopped: false };
  const events: AiEvent[] = [];
  const words = (async function* () {
    yield* text.match(/[^]{1,23}/g) ?? [];
  })();
  for await (const event of readAnswer(words, draft, 0, answer)) events.push(event);
  return { events, answer };
}

it("rejects a line that nests too deep, and reads on", async () => {
  const draft = newDraft();
  const nested = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
  const deep = `{"op":"addNode","id":"a","kind":"http.request","config":{"body":${nested}},"after":"input"}`;
  const { answer } = await read(`${deep}\n{"op":"setWorkflow","name":"y"}`, draft);
  expect(answer.rejected.map(({ reason }) => reason)).toEqual(["It nests deeper than 60 levels."]);
  expect(draft.operations).toEqual([{ op: "setWorkflow", name: "y" }]);
});

it("loses one line and not the answer when the stack runs out over it", async () => {
  class Deep extends Draft {
    override apply(line: string): ReturnType<Draft["apply"]> {
      if (line.includes("deep")) throw new RangeError("Maximum call stack size exceeded");
      return super.apply(line);
    }
  }
  const draft = newDraft(Deep);
  const { events } = await read('{"op":"say","text":"deep"}\n{"op":"say","text":"flat"}', draft);
  expect(events.map(({ event }) => event)).toEqual(["rejected", "operation"]);
});
