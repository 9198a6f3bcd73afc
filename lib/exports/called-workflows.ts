import { printIdentifier } from "../../codegen/emit/identifier.ts";
import { calledBy } from "./gather-workflows.ts";
import type { Files } from "./step-sources.ts";
import type { ProjectWorkflow } from "./workflow-facts.ts";
import { fileOf } from "./workflow-facts.ts";

/**
 * What workflows import that call another one: of what it responds with they get the body, and since workflows are checked one by one, what it
 * takes and gives is of no type. `aliases` says where these imports lead.
 */
export function printCalls(workflows: readonly ProjectWorkflow[]): {
  readonly files: Files;
  readonly aliases: ReadonlyMap<string, string>;
} {
  const names = new Set(workflows.flatMap(({ graph }) => calledBy(graph)));
  const called = workflows.filter(({ graph }) => names.has(graph.name));
  return {
    files: new Map(called.map((workflow) => [`calls/${fileOf(workflow)}.ts`, printCall(workflow)])),
    aliases: new Map(called.map((workflow) => [`@/workflows/${fileOf(workflow)}`, `calls/${fileOf(workflow)}`])),
  };
}

function printCall(workflow: ProjectWorkflow): string {
  const name = printIdentifier(workflow.graph.name);
  const file = fileOf(workflow);
  return `import type { Loose } from "@/plugins/kit/loose";
import { splitResponse } from "@/server/split-response";
import { ${name === "workflow" ? name : `${name} as workflow`} } from "../workflows/${file}.ts";

/** What workflows that call this one import as \`@/workflows/${file}\` (\`paths\` in tsconfig.json): of a response they get the body. */
async function call(input: Loose): Promise<Loose> {
  return splitResponse(await workflow(input)).body;
}
export { ${name === "call" ? name : `call as ${name}`} };
`;
}
