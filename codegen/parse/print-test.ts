import { invariant } from "../invariant.ts";
import type { Choice } from "../ir/ir.ts";
import type { NodeStatement } from "./raise-node.ts";

/** A bare expression that holds when a decision chose a port. */
export function printTest(statement: NodeStatement, id: string, port: string): string {
  switch (statement.kind) {
    case "decide":
    case "branch":
      return printChoice(statement.choices, port);
    case "approval":
      if (port === "timeout") return `${id} === undefined`;
      return `${id}?.approved === ${port === "approved"}`;
    case "event":
      return `${id} ${port === "out" ? "!==" : "==="} undefined`;
    default:
      return `${id}Error ${port === "error" ? "!==" : "==="} undefined`;
  }
}

/** The first choice that holds wins: those before it don't hold. */
function printChoice(choices: readonly Choice[], port: string): string {
  const earlier: string[] = [];
  const tests: string[] = [];
  for (const choice of choices) {
    if (choice.port === port)
      tests.push([...earlier.map(negate), ...(choice.when === undefined ? [] : [wrap(choice.when)])].join(" && ") || "true");
    if (choice.when !== undefined) earlier.push(choice.when);
  }
  invariant(tests.length > 0, `a decision has the port ${port}`);
  const [only] = choices.length === 2 && choices[0]?.port === port ? [choices[0].when] : [];
  return only ?? tests.join(" || ");
}

function negate(when: string): string {
  return `!(${when})`;
}

function wrap(when: string): string {
  return `(${when})`;
}
