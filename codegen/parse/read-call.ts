import { ts } from "ts-morph";
import { nearestName } from "../check/nearest-name.ts";
import type { ApprovalStatement, EventStatement, NodeRef, SleepStatement, Statement, Value } from "../ir/ir.ts";
import type { Policy } from "../schema/graph.ts";
import { readValue } from "./read-expression.ts";
import { readOptions } from "./read-module.ts";
import { readOutput, readTypeArgument, saidBeside } from "./read-output.ts";
import { promiseList } from "./read-names.ts";
import type { Import, Reader } from "./reader.ts";
import { unwrap } from "./reader.ts";

/** The name a statement gives its result, or none. */
export interface Target {
  readonly name: string | undefined;
  readonly label: string;
  readonly at: ts.Node;
}

type Config = Readonly<Record<string, Value>>;

/** One promise (what stands behind `await`): a step, another workflow, a pause or a wait. */
export function readCall(written: ts.Expression, target: Target, reader: Reader): Statement {
  const { call, ignored } = withoutCatch(unwrap(written), reader);
  const raced = promiseList(call, "race");
  if (raced) return readRace(raced, call, target, reader);
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) {
    return reader.refuse(call, "this after `await`", "Await a step, another workflow, `sleep`, a hook, or `Promise.all([…])`.");
  }
  const helper = reader.helperOf(call.expression);
  if (helper === "sleep") return readSleep(call, target, reader);
  if (helper === "createHook") return readHook(call, undefined, target, reader);
  const called = readCalled(call, helper === "untilDone", reader);
  const { name, input, options } = called;
  const onError = ignored ? ({ onError: "continue" } as const) : {};
  const step = reader.steps.get(name);
  const [type] = called.types ?? [];
  if (type && (step || reader.imports.get(name)?.kind !== "action")) {
    return reader.refuse(type, "a type argument here", "Say what a step of your own gives behind its parameters: `): Promise<…> {`.");
  }
  if (step && step.kind !== "child" && options) {
    return reader.refuse(options, "options beside a step of its own", "Put the connection and the timeout into that step's function.");
  }
  if (step?.kind === "call") {
    const { kind, action, connection } = step;
    checkPolling(called, action, step.passesOn, reader);
    const config = readConfig(called, reader);
    const policy = { ...step.policy, ...onError };
    return {
      kind,
      node: nodeOf(target, "value", shortName(action), reader),
      action,
      config,
      ...optional("connection", connection),
      ...saidBeside(step.output, action, config, reader),
      ...policyOf(policy),
      catches: false,
    };
  }
  const found: Import | undefined = step?.kind === "child" ? { kind: "workflow", name: step.workflow } : reader.imports.get(name);
  if (found?.kind === "action") {
    checkPolling(called, found.action, true, reader);
    const config = readConfig(called, reader);
    const given = options ? readOptions(options, reader) : {};
    const policy = { ...optional("timeout", given.timeout), ...onError };
    return {
      kind: "call",
      node: nodeOf(target, "value", shortName(found.action), reader),
      action: found.action,
      config,
      ...optional("connection", given.connection),
      ...saidBeside(readTypeArgument(called.types, found.action, reader)?.output, found.action, config, reader),
      ...policyOf(policy),
      catches: false,
    };
  }
  if (called.polled && (step || found)) refusePolled(called, reader);
  if (step?.kind === "code") {
    const inputs = input ? readConfig(called, reader) : {};
    const policy = { ...step.policy, ...onError };
    return {
      kind: "code",
      node: nodeOf(target, "value", "code", reader),
      source: step.source,
      inputs,
      ...(step.output === undefined ? {} : { output: step.output }),
      ...policyOf(policy),
      catches: false,
    };
  }
  if (found?.kind === "workflow") {
    return {
      kind: "child",
      node: nodeOf(target, "value", "call", reader),
      workflow: found.name,
      input: input ? readValue(input, reader) : null,
      ...policyOf({ ...step?.policy, ...onError }),
      catches: false,
    };
  }
  return reader.fail(called.callee, "source-unknown-call", {
    name,
    nearest: nearestName(name, [...reader.imports.keys(), ...reader.steps.keys()]),
  });
}

/** What a call calls, and what it is given: of `untilDone(render, { … })`, the step inside. */
interface Called {
  readonly call: ts.CallExpression;
  readonly callee: ts.Identifier;
  readonly name: string;
  readonly input: ts.Expression | undefined;
  readonly options: ts.Expression | undefined;
  readonly types: ts.NodeArray<ts.TypeNode> | undefined;
  readonly polled: boolean;
}

function readCalled(call: ts.CallExpression, polled: boolean, reader: Reader): Called {
  const [written, input, options, more] = polled ? call.arguments : [call.expression, ...call.arguments];
  const callee = written && ts.isExpressionWithTypeArguments(written) ? written.expression : written;
  const types = written && ts.isExpressionWithTypeArguments(written) ? written.typeArguments : polled ? undefined : call.typeArguments;
  if (!callee || !ts.isIdentifier(callee)) {
    return reader.refuse(callee ?? call, "`untilDone` without the name of a step", "Write `untilDone(step, { … })`.");
  }
  if (more) reader.refuse(more, "this many arguments of a step", "A step takes its input and, in an object, its options.");
  return { call, callee, name: callee.text, input, options, types, polled };
}

/** A step that polls is called through `untilDone`, and no other one is. */
function checkPolling(called: Called, kind: string, passesOn: boolean, reader: Reader): void {
  const polls = reader.catalog.actions.get(kind)?.polls === true;
  const { name, polled } = called;
  if (polled && !polls) refusePolled(called, reader);
  if (polls && !polled) {
    const advice = `Write \`untilDone(${name}, { … })\`, with \`untilDone\` from "@/plugins/kit/until-done".`;
    reader.refuse(called.call, `the call of \`${name}\` without \`untilDone\`: its first answer may be that its job is not done`, advice);
  }
  if (polls && !passesOn) {
    const advice =
      "Write `async function name(input: …, options?: StepOptions)` and pass `options`, or `{ ...options, … }`, on to the step.";
    reader.refuse(called.callee, `\`${name}\`, which is not given the job it waits for`, advice);
  }
}

function refusePolled({ call, name }: Called, reader: Reader): never {
  return reader.refuse(call, `\`untilDone\` around \`${name}\`, which is done when it answers`, `Call it itself: \`${name}({ … })\`.`);
}

/** The node of a statement, its name taken and known to mean it. */
export function nodeOf(target: Target, type: "value" | "approval" | "event", kind: string, reader: Reader): NodeRef {
  const id = target.name === undefined ? reader.invent(kind) : reader.claim(target.name, target.at);
  reader.meanings.set(id, { kind: "node", id, type });
  return { id, label: target.label };
}

function withoutCatch(call: ts.Expression, reader: Reader): { call: ts.Expression; ignored: boolean } {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== "catch") {
    return { call, ignored: false };
  }
  const [handler] = call.arguments;
  const value = handler && ts.isArrowFunction(handler) ? unwrap(bodyOf(handler)) : undefined;
  if (!value || !ts.isIdentifier(value) || value.text !== "undefined") {
    reader.refuse(
      call.expression.name,
      "this `.catch`",
      "Write `.catch(() => undefined)` to go on without a result, or `try { … } catch (error) { … }`.",
    );
  }
  return { call: unwrap(call.expression.expression), ignored: true };
}

function bodyOf(arrow: ts.ArrowFunction): ts.Expression {
  // A block is no expression, and is refused as one.
  return ts.isBlock(arrow.body) ? (arrow as ts.Expression) : arrow.body;
}

function readConfig({ call, name, input }: Called, reader: Reader): Config {
  if (!input) return reader.fail(call, "source-config", { step: name, problem: "is called without its input" });
  const value = ts.isObjectLiteralExpression(unwrap(input)) ? readValue(input, reader) : undefined;
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    return reader.fail(input, "source-config", { step: name, problem: "is given something that is no plain object literal" });
  }
  return value;
}

function readSleep(call: ts.CallExpression, target: Target, reader: Reader): SleepStatement {
  const [argument] = call.arguments;
  if (!argument) return reader.refuse(call, "a `sleep` without a duration", 'Write `sleep("10m")`.');
  if (target.name !== undefined) reader.refuse(target.at, "a name for the result of `sleep`", "It has none; write `await sleep(…);`.");
  const node = { id: reader.invent("sleep"), label: target.label };
  const inner = unwrap(argument);
  const [instant] =
    ts.isNewExpression(inner) && ts.isIdentifier(inner.expression) && inner.expression.text === "Date" ? (inner.arguments ?? []) : [];
  if (instant) return { kind: "sleep", node, mode: "until", value: readValue(instant, reader) };
  return { kind: "sleep", node, mode: "for", value: readDuration(argument, reader) };
}

/** A duration as the document writes it; a number is one of milliseconds. */
export function readDuration(node: ts.Expression, reader: Reader): Value {
  const value = readValue(node, reader);
  return typeof value === "number" ? `${value}ms` : value;
}

function readRace(items: readonly ts.Expression[], race: ts.Expression, target: Target, reader: Reader): Statement {
  const [hook, pause, more] = items.map((item) => unwrap(item));
  const isHook = hook && ts.isCallExpression(hook) && reader.helperOf(hook.expression) === "createHook";
  const isPause = pause && ts.isCallExpression(pause) && reader.helperOf(pause.expression) === "sleep";
  if (!isHook || !isPause || more || !pause.arguments[0]) {
    return reader.refuse(
      race,
      "this `Promise.race`",
      "Race one `createHook` against one `sleep`: `Promise.race([createHook(…), sleep(…)])`.",
    );
  }
  return readHook(hook, pause.arguments[0], target, reader);
}

function readHook(
  call: ts.CallExpression,
  pause: ts.Expression | undefined,
  target: Target,
  reader: Reader,
): ApprovalStatement | EventStatement {
  const [type] = call.typeArguments ?? [];
  const isApproval = type !== undefined && ts.isTypeReferenceNode(type) && reader.helperOf(type.typeName) === "Approval";
  const timeout = pause ? { timeout: readDuration(pause, reader) } : {};
  const metadata = readMetadata(call, reader);
  if (!isApproval) {
    const node = nodeOf(target, "event", "event", reader);
    reader.decisions.set(node.id, pause ? ["out", "timeout"] : ["out"]);
    return { kind: "event", node, ...(type ? readOutput(type, reader) : {}), ...timeout };
  }
  const message = metadata.get("message");
  if (!message)
    return reader.refuse(call, "an approval without a message", 'Write `createHook<Approval>({ metadata: { node: "…", message: "…" } })`.');
  const notify = metadata.get("notify");
  const read = { message: readValue(message, reader), ...timeout, ...(notify ? { notify: readValue(notify, reader) } : {}) };
  const node = nodeOf(target, "approval", "approval", reader);
  reader.decisions.set(node.id, pause ? ["approved", "rejected", "timeout"] : ["approved", "rejected"]);
  return { kind: "approval", node, ...read };
}

function readMetadata(call: ts.CallExpression, reader: Reader): ReadonlyMap<string, ts.Expression> {
  const options = propertiesOf(call.arguments[0], reader);
  const metadata = options.get("metadata");
  for (const key of options.keys()) if (key !== "metadata") reader.refuse(call, `\`${key}\` in a hook`, "A hook holds `metadata` only.");
  return metadata ? propertiesOf(metadata, reader) : new Map();
}

/** The properties of an object literal, by name. */
export function propertiesOf(node: ts.Expression | undefined, reader: Reader): ReadonlyMap<string, ts.Expression> {
  const found = new Map<string, ts.Expression>();
  if (!node) return found;
  const literal = unwrap(node);
  if (!ts.isObjectLiteralExpression(literal)) return reader.refuse(node, "anything but an object literal here", "Write `{ name: value }`.");
  for (const property of literal.properties) {
    const key = property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) ? property.name.text : undefined;
    if (key !== undefined && ts.isPropertyAssignment(property)) found.set(key, property.initializer);
    else if (key !== undefined && ts.isShorthandPropertyAssignment(property)) found.set(key, property.name);
    else reader.refuse(property, "this property here", "Write `name: value`.");
  }
  return found;
}

/** `http.request` → `request`. */
function shortName(action: string): string {
  const name = action.split(".").at(-1) ?? "step";
  return /^[a-z][A-Za-z0-9]*$/.test(name) ? name : "step";
}

function policyOf({ retries, timeout, onError }: Policy): { policy: Policy } | undefined {
  const policy: Policy = {
    ...(retries === undefined ? {} : { retries }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(onError === undefined ? {} : { onError }),
  };
  return Object.keys(policy).length > 0 ? { policy } : undefined;
}

function optional<Key extends string>(key: Key, value: string | undefined): { [Name in Key]?: string } {
  // A computed key is typed as an index; it is exactly `Key`.
  return value === undefined ? {} : ({ [key]: value } as { [Name in Key]?: string });
}
