import type { Catalog } from "../../codegen/catalog.ts";
import type { Doc } from "../../codegen/emit/doc.ts";
import { printDoc } from "../../codegen/emit/doc.ts";
import { printIdentifier, toKebabCase } from "../../codegen/emit/identifier.ts";
import { printKey, printString } from "../../codegen/emit/literal.ts";
import { printJson } from "../../codegen/emit/print-value.ts";
import { invariant } from "../../codegen/invariant.ts";
import type { Json } from "../../codegen/schema/json.ts";
import { jsonSchema } from "../../codegen/schema/json.ts";
import type { RuntimeStep } from "../engine/contract.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { stepNameOf } from "./recorded-run.ts";

const WIDTH = 100;

/** A Vitest file that replays a run in an exported project: it fails when a step is called with another input, or the workflow ends otherwise. */
export function printTest(name: string, steps: readonly RuntimeStep[], run: RecordedRun, catalog: Catalog): string {
  const exported = printIdentifier(name);
  const constant = (left: string, value: unknown): string => printDoc([`const ${left} = `, printAny(value), ";"], WIDTH).text;
  const variables = Object.keys(run.variables).length > 0;
  return `import { expect, it, vi } from "vitest";
import { ${printImport(exported)} } from "../workflows/${toKebabCase(exported)}.ts";
import type { Recording } from "./recording.ts";

const replay = await vi.hoisted(async () => {
  const { createReplay } = await import("./replay.ts");
${indent(constant("recording: Recording", run.recording))}
  return createReplay(recording, (milliseconds) => vi.setSystemTime(milliseconds));
});

vi.mock("workflow", async (original) => ({ ...(await original<object>()), ...replay.workflow }));
${mocks(steps, catalog).join("")}
${constant("input", run.input)}
${variables ? `${constant("variables", run.variables)}\n` : ""}
it(${printString(`${name} ${run.title}`)}, async () => {
${variables ? "  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);\n" : ""}  expect((await replay.run(workflow, input)).problems).toEqual([]);
});
`;
}

/** By the same name in each test, whatever the workflow is called. */
function printImport(name: string): string {
  return name === "workflow" ? name : `${name} as workflow`;
}

/** One `vi.mock` for each module of a step; also those that the run did not reach, so that nothing is ever called for real. */
function mocks(steps: readonly RuntimeStep[], catalog: Catalog): string[] {
  const mocked = new Map<string, { readonly name: string; readonly step: string }>();
  for (const step of steps) {
    if (step.kind === "child") {
      const name = printIdentifier(step.workflow ?? "");
      mocked.set(`@/workflows/${toKebabCase(name)}`, { name, step: stepNameOf(step) });
    }
    const action = step.action === undefined ? undefined : catalog.actions.get(step.action);
    if (step.kind !== "action") continue;
    invariant(action, `${step.action} is in the catalog`);
    mocked.set(action.step.module, { name: action.step.name, step: stepNameOf(step) });
  }
  return [...mocked]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([module, { name, step }]) =>
        `vi.mock(${printString(module)}, () => ({\n  ${printKey(name)}: replay.step(${printString(step)}),\n}));\n`,
    );
}

/** JSON, which every recorded value is. */
function printAny(value: unknown): Doc {
  const json: Json = jsonSchema.parse(JSON.parse(JSON.stringify(value ?? null)));
  return printJson(json);
}

/** Texts are on one line each, so every line may be moved. */
function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
