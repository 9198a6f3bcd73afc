import type { Json } from "../../../codegen/schema/json.ts";
import { configOf, fieldForm, nodeKind } from "../../../codegen/schema/node-facts.ts";
import { AppError } from "../../errors.ts";
import { writeShapes } from "./write-shapes.ts";
import { writeProblems } from "../write-problems.ts";
import { requireNode } from "./require-node.ts";
import { stripFence } from "./strip-fence.ts";
import type { MakeTask } from "./task.ts";

/** The value of one field: a bare expression where the field holds one, else a text with expressions in it. */
export const writeExpression: MakeTask<"expression"> = ({ graph, fence, context, check }, { node: id, path, prompt }) => {
  const node = requireNode(graph, id);
  const facts = nodeKind(node.kind, context.catalog);
  const form = facts && fieldForm(facts, path);
  if (form === undefined || form === "verbatim") {
    throw new AppError("invalid_input", `${[id, ...path].join(".")} holds no expression.`, { hint: "Ask for a field that takes one." });
  }
  const shape =
    form === "expression"
      ? "one bare expression, without {{ }}"
      : "the field's text, with each expression between {{ and }}; a text that is only one {{ expression }} keeps the value's type";
  return {
    instructions: `You write one field of a workflow's step: ${shape}. An expression is TypeScript: names of the trigger and of nodes that run before this one, the variables of the loops around it, property access, ?., ??, arithmetic, ===, logic, ?:, literals, and pure methods of arrays, texts, numbers and dates. No ==, assignment, await, function. A node that may have been skipped is possibly undefined: use ?. and ??. Answer with the field's value only, on one line, no quotes around it, no prose.\n${fence.rule}`,
    message: [
      writeShapes(fence, graph, context.catalog),
      fence.graph(graph, new Set([id]), 12_000),
      fence.data("the node's id and the field", `${id}\n${path.join(".")}`),
      fence.request(prompt),
    ].join("\n\n"),
    streams: false,
    takesParts: false,
    maxOutputTokens: 1_000,
    read: (answer) => {
      const value = stripFence(answer)
        .replace(/^`([^`]*)`$/, "$1")
        .trim();
      if (value === "") return { missing: "There is no expression in the model's answer." };
      const config = setAt(configOf(node), path, value);
      const changed = { ...graph, nodes: graph.nodes.map((other) => (other === node ? { ...node, config } : other)) };
      const diagnostics = check(changed).filter(({ location }) => isAt(location, id, path));
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      return {
        result: { task: "expression", value, diagnostics: diagnostics.map((one) => ({ ...one })) },
        problems: errors.length === 0 ? [] : [writeProblems({ fence, check }, changed, errors)],
      };
    },
  };
};

type Path = readonly (string | number)[];

function isAt(location: { readonly node?: string; readonly path?: Path }, id: string, path: Path): boolean {
  return location.node === id && path.every((step, at) => String(location.path?.[at]) === String(step));
}

/** The config with a value at a path, whose objects are made where they lack. */
function setAt(config: Readonly<Record<string, Json>>, path: Path, value: string): Record<string, Json> {
  const put = (before: Json | undefined, [step, ...rest]: Path): Json => {
    if (step === undefined) return value;
    if (Array.isArray(before)) return before.map((item, at) => (at === Number(step) ? put(item, rest) : item));
    const fields = before !== null && typeof before === "object" ? before : {};
    return { ...fields, [String(step)]: put(Object.hasOwn(fields, step) ? fields[step] : undefined, rest) };
  };
  const [first = "", ...rest] = path;
  return { ...config, [String(first)]: put(config[String(first)], rest) };
}
