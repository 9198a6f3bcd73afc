import type { Block, Choice, Statement, Value } from "../ir/ir.ts";
import { invariant } from "../invariant.ts";
import type { GraphNode, Policy } from "../schema/graph.ts";
import { configOf } from "../schema/node-facts.ts";

/** The statement that stands for a node; an `if` or a `switch` is a `decide`, to be joined with its branch later. */
export function makeStatement(node: GraphNode, catches: boolean, body: Block): Statement {
  const config = configOf(node);
  const base = { node: { id: node.id, label: node.label ?? "" } };
  const output = node.output === undefined ? {} : { output: node.output };
  switch (node.kind) {
    case "code":
      return {
        kind: "code",
        ...base,
        source: text(node, "source"),
        inputs: record(config["inputs"]),
        ...output,
        ...policyOf(node, catches),
        catches,
      };
    case "control.call":
      return {
        kind: "child",
        ...base,
        workflow: text(node, "workflow"),
        input: config["input"] ?? null,
        ...policyOf(node, catches),
        catches,
      };
    case "control.set":
      return { kind: "set", ...base, fields: record(config["fields"]) };
    case "control.sleep": {
      const mode = config["for"] === undefined ? "until" : "for";
      return { kind: "sleep", ...base, mode, value: need(node, mode) };
    }
    case "control.approval":
      return { kind: "approval", ...base, message: need(node, "message"), ...pick(node, "timeout"), ...pick(node, "notify") };
    case "control.waitForEvent":
      return { kind: "event", ...base, ...output, ...pick(node, "timeout") };
    case "control.if": {
      const choices = [{ port: "true", when: text(node, "when") }, { port: "false" }];
      return { kind: "decide", ...base, type: "if", choices };
    }
    case "control.switch":
      return { kind: "decide", ...base, type: "switch", choices: [...readCases(node), { port: "default" }] };
    case "control.forEach": {
      const loop = { items: need(node, "items"), as: text(node, "as"), concurrency: config["concurrency"] ?? 1, ...pick(node, "collect") };
      return { kind: "forEach", ...base, ...loop, body, catches };
    }
    case "control.repeat":
      return { kind: "repeat", ...base, until: text(node, "until"), max: need(node, "max"), ...pick(node, "every"), body, catches };
    case "control.return":
      return { kind: "return", ...base, ...pick(node, "value"), ...pick(node, "status"), ...pick(node, "headers") };
    case "control.fail":
      return { kind: "fail", ...base, message: need(node, "message") };
    default: {
      const connection = node.connection === undefined ? {} : { connection: node.connection };
      return { kind: "call", ...base, action: node.kind, config, ...connection, ...output, ...policyOf(node, catches), catches };
    }
  }
}

function policyOf(node: GraphNode, catches: boolean): { policy: Policy } | undefined {
  const { retries, timeout, onError } = node.policy ?? {};
  const policy: Policy = {
    ...(retries === undefined ? {} : { retries }),
    ...(timeout === undefined ? {} : { timeout }),
    // `fail` is what happens anyway, and a step that catches never ignores its failure, so the code doesn't say it.
    ...(onError === undefined || onError === "fail" || catches ? {} : { onError }),
  };
  return Object.keys(policy).length === 0 ? undefined : { policy };
}

function readCases(node: GraphNode): Choice[] {
  const cases = configOf(node)["cases"];
  invariant(Array.isArray(cases), `the switch ${node.id} has cases`);
  return cases.map((item) => {
    const { port, when } = record(item);
    invariant(typeof port === "string" && typeof when === "string", `a case of ${node.id} has a port and a condition`);
    return { port, when };
  });
}

function need(node: GraphNode, field: string): Value {
  const value = configOf(node)[field];
  invariant(value !== undefined, `${node.id} has ${field}`);
  return value;
}

function text(node: GraphNode, field: string): string {
  const value = need(node, field);
  invariant(typeof value === "string", `${field} of ${node.id} is a text`);
  return value;
}

/** A field that may be missing, as an object with it or without. */
function pick<Field extends string>(node: GraphNode, field: Field): { [Key in Field]?: Value } {
  const value = configOf(node)[field];
  // A computed key is typed as an index; it is exactly `Field`.
  return value === undefined ? {} : ({ [field]: value } as { [Key in Field]?: Value });
}

function record(value: Value | undefined): Record<string, Value> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}
