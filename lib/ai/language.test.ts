import { beforeAll, describe, expect, it } from "vitest";
import { builtInKinds } from "../../codegen/schema/kind-facts.ts";
import { installedPlugins } from "../plugins/installed-plugins.ts";
import { addServices } from "../plugins/load-catalog.ts";
import type { WorkspaceCatalog } from "../plugins/load-catalog.ts";
import { createCompiler } from "../workflows/create-compiler.ts";
import type { Compiler } from "../running-server.ts";
import { checkProposal } from "./check-proposal.ts";
import { Draft } from "./draft.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { LANGUAGE, LANGUAGE_EXAMPLES } from "./language.ts";
import { operationSchema } from "./operation.ts";

let catalog: WorkspaceCatalog;
let compiler: Compiler;
beforeAll(async () => {
  const { catalog: installed } = await installedPlugins();
  catalog = addServices(installed, []);
  compiler = createCompiler({ catalog: installed, hasConnection: () => false });
});

describe.each(LANGUAGE_EXAMPLES)("the example “$request”", ({ lines }) => {
  it("compiles without a word of the compiler", () => {
    const input = { id: "input", kind: "trigger", config: { on: "manual" } };
    const draft = new Draft({ weft: 1, name: "newWorkflow", nodes: [input], edges: [] }, { catalog, connections: new Set() });
    for (const line of lines) draft.apply(line);
    expect(checkProposal({ compiler }, draft.graph, { catalog })).toEqual({
      diagnostics: [],
      code: expect.stringContaining('"use workflow"'),
    });
  });
});

it("names every kind and every operation", () => {
  const kinds = [...builtInKinds.keys()].filter((kind) => !LANGUAGE.includes(`- ${kind}:`));
  const operations = operationSchema.options.map(({ shape }) => shape.op.value).filter((op) => !LANGUAGE.includes(`{"op":"${op}"`));
  expect({ kinds, operations }).toEqual({ kinds: [], operations: [] });
});

it("is short enough for a small model", () => {
  expect(estimateTokens(LANGUAGE)).toBeLessThan(3_000);
});
