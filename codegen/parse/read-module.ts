import { ts } from "ts-morph";
import { dedentCodeBody, parseCodeBody } from "../emit/code-body.ts";
import { readDocComment } from "../emit/comment.ts";
import { toKebabCase } from "../emit/identifier.ts";
import type { Json } from "../schema/json.ts";
import type { Policy } from "../schema/graph.ts";
import type { JsonSchema } from "../schema/output-schema.ts";
import { isCodeInputName, isIdentifier } from "../schema/identifiers.ts";
import { readLabel } from "./read-label.ts";
import { readOutput, readTypeArgument } from "./read-output.ts";
import { isDeclaredType } from "./read-type.ts";
import type { LocalStep, Reader } from "./reader.ts";
import { unwrap } from "./reader.ts";

/** The parts of a module around the workflow's own statements. */
export interface ModuleParts {
  readonly workflow: ts.FunctionDeclaration & { readonly body: ts.Block };
  readonly statements: readonly ts.Statement[];
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: string;
  readonly trigger: { readonly label: string; readonly config: Record<string, Json> };
}

const sdkHelpers: ReadonlySet<string> = new Set(["sleep", "createHook", "FatalError"]);
const kitHelpers: ReadonlyMap<string, string> = new Map([
  ["stepError", "@/plugins/kit/step-error"],
  ["respond", "@/plugins/kit/respond"],
  ["pick", "@/plugins/kit/pick"],
  ["mapConcurrently", "@/plugins/kit/map-concurrently"],
  ["Approval", "@/plugins/kit/approval"],
  ["env", "@/plugins/kit/env"],
  ["untilDone", "@/plugins/kit/until-done"],
  ["StepOptions", "@/plugins/kit/step-options"],
]);

/** Reads imports, the trigger, local steps and the head of the workflow function. */
export function readModule(reader: Reader): ModuleParts {
  const { file } = reader;
  let trigger: ModuleParts["trigger"] | undefined;
  const workflows: ts.FunctionDeclaration[] = [];
  const policies: ts.ExpressionStatement[] = [];
  for (const statement of file.statements) {
    reader.attempt(() => {
      if (ts.isImportDeclaration(statement)) return readImport(statement, reader);
      if (ts.isVariableStatement(statement)) return void (trigger = readTrigger(statement, reader));
      if (isDeclaredType(statement)) return void reader.types.set(statement.name.text, statement);
      if (ts.isExpressionStatement(statement)) return void policies.push(statement);
      if (ts.isFunctionDeclaration(statement)) {
        if (directiveOf(statement) === "use workflow") workflows.push(statement);
        return;
      }
      if (statement.kind === ts.SyntaxKind.EmptyStatement) return;
      reader.refuse(
        statement,
        "this at the top of its module",
        "Keep imports, `trigger`, the input's interface, local steps and one workflow function there.",
      );
    });
  }
  // Steps use imports, which may come after them.
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && !workflows.includes(statement)) reader.attempt(() => readLocalStep(statement, reader));
  }
  for (const statement of policies) reader.attempt(() => readPolicy(statement, reader));
  const [workflow, second] = workflows;
  if (second)
    reader.fail(second.name ?? second, "source-not-supported", {
      what: "two workflow functions",
      advice: "Put the second one in a module of its own.",
    });
  if (!workflow?.body) {
    return reader.fail(file, "source-missing", {
      what: 'function that starts with "use workflow"',
      advice: 'Write `export async function name(input) { "use workflow"; … }`.',
    });
  }
  if (!trigger) {
    return reader.fail(file, "source-missing", {
      what: "exported `trigger`",
      advice: 'Write `export const trigger = { on: "manual" } as const;`.',
    });
  }
  // The body was checked just above; TypeScript does not narrow through the name.
  const whole = workflow as ts.FunctionDeclaration & { readonly body: ts.Block };
  return { workflow: whole, ...readHead(whole, reader), trigger };
}

function refuseFunction(statement: ts.FunctionDeclaration, reader: Reader): never {
  return reader.refuse(
    statement.name ?? statement,
    "a function without a directive",
    'Start it with "use step" to make it a step of your own, or with "use workflow".',
  );
}

function directiveOf(statement: ts.FunctionDeclaration): string | undefined {
  const [first] = statement.body?.statements ?? [];
  return first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression) ? first.expression.text : undefined;
}

function readHead(
  workflow: ts.FunctionDeclaration & { readonly body: ts.Block },
  reader: Reader,
): Omit<ModuleParts, "workflow" | "trigger"> {
  const modifiers = (workflow.modifiers ?? []).map((modifier) => modifier.kind);
  if (!modifiers.includes(ts.SyntaxKind.ExportKeyword) || !modifiers.includes(ts.SyntaxKind.AsyncKeyword) || workflow.asteriskToken) {
    reader.refuse(workflow.name ?? workflow, "a workflow function that is not exported and async", "Write `export async function …`.");
  }
  const name = workflow.name?.text ?? "";
  if (!isIdentifier(name)) reader.fail(workflow.name ?? workflow, "source-name", { name, problem: "cannot be the name of a workflow" });
  const [parameter, second] = workflow.parameters;
  if (second) reader.refuse(second, "a second parameter", "A workflow takes one input.");
  if (parameter && (!ts.isIdentifier(parameter.name) || parameter.initializer || parameter.dotDotDotToken)) {
    reader.refuse(parameter, "a pattern or a default as its input", "Give the input one name and read its properties.");
  }
  const input = parameter && ts.isIdentifier(parameter.name) ? parameter.name.text : "input";
  if (!isIdentifier(input)) reader.fail(parameter ?? workflow, "source-name", { name: input, problem: "cannot be the name of the input" });
  const comment = (ts.getLeadingCommentRanges(reader.file.text, workflow.pos) ?? [])
    .map((range) => reader.file.text.slice(range.pos, range.end))
    .findLast((text) => text.startsWith("/**") && text.length > 4);
  const { title, description } = comment === undefined ? { title: "", description: "" } : readDocComment(comment);
  return { statements: workflow.body.statements.slice(1), name, title, description, input };
}

function readImport(statement: ts.ImportDeclaration, reader: Reader): void {
  const specifier = ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : "";
  const bindings = statement.importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings) || statement.importClause.name) {
    reader.refuse(statement, "an import without names in braces", 'Write `import { name } from "…";`.');
  }
  for (const element of bindings.elements) {
    const name = (element.propertyName ?? element.name).text;
    reader.imports.set(element.name.text, findImport(element, name, specifier, reader));
  }
}

function findImport(element: ts.ImportSpecifier, name: string, specifier: string, reader: Reader) {
  if (specifier === "workflow" && sdkHelpers.has(name)) return { kind: "helper", name } as const;
  if (kitHelpers.get(name) === specifier) return { kind: "helper", name } as const;
  for (const [kind, action] of reader.catalog.actions) {
    if (action.step.module === specifier && action.step.name === name) return { kind: "action", action: kind } as const;
  }
  if (specifier === `@/workflows/${toKebabCase(name)}` && isIdentifier(name)) return { kind: "workflow", name } as const;
  return reader.fail(element, "source-unknown-import", { name, module: specifier });
}

function readTrigger(statement: ts.VariableStatement, reader: Reader): ModuleParts["trigger"] {
  const [declaration, second] = statement.declarationList.declarations;
  const isTrigger = declaration && ts.isIdentifier(declaration.name) && declaration.name.text === "trigger" && !second;
  if (!isTrigger || !declaration.initializer) {
    reader.refuse(
      statement,
      "a variable outside the workflow function",
      "Only `export const trigger = { … } as const;` stands there; move this into the function.",
    );
  }
  const literal = withoutConst(declaration.initializer);
  const config = readJson(literal, reader);
  if (config === null || typeof config !== "object" || Array.isArray(config)) {
    reader.refuse(literal, "a trigger that is not an object", 'Write `{ on: "manual" }`, for example.');
  }
  return { label: readLabel(statement, reader.file), config };
}

function withoutConst(node: ts.Expression): ts.Expression {
  const inner = unwrap(node);
  return ts.isAsExpression(inner) || ts.isSatisfiesExpression(inner) ? withoutConst(inner.expression) : inner;
}

/** A literal of plain JSON. */
function readJson(written: ts.Expression, reader: Reader): Json {
  const node = unwrap(written);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand)) {
    return -Number(node.operand.text);
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map((element) => readJson(element, reader));
  if (ts.isObjectLiteralExpression(node)) {
    return Object.fromEntries(
      node.properties.map((property): [string, Json] => {
        if (!ts.isPropertyAssignment(property))
          return reader.refuse(property, "anything but plain data in its trigger", "Write `name: value`.");
        return [readKey(property.name, reader), readJson(property.initializer, reader)];
      }),
    );
  }
  return reader.refuse(node, "anything but plain data in its trigger", "Write strings, numbers, booleans, null, arrays and objects.");
}

function readKey(name: ts.PropertyName, reader: Reader): string {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)) return name.text;
  if (ts.isComputedPropertyName(name) && ts.isStringLiteral(name.expression)) return name.expression.text;
  return reader.refuse(name, "a computed property name in its trigger", "Write the name itself.");
}

function readLocalStep(statement: ts.FunctionDeclaration, reader: Reader): void {
  const name = statement.name;
  const body = statement.body;
  if (!name || !body || !statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword)) {
    reader.refuse(statement, "a step that is not an async function with a name", 'Write `async function name(…) { "use step"; … }`.');
  }
  const isStep = directiveOf(statement) === "use step";
  const wrapped = readWrapped(statement, isStep ? body.statements.slice(1) : body.statements, reader);
  if (wrapped) reader.steps.set(name.text, wrapped);
  else if (isStep) reader.steps.set(name.text, readCode(statement, body, reader));
  else refuseFunction(statement, reader);
}

/** `return request(input, { timeout: "30s" });` or `return otherWorkflow(input);`: a step or a child with a policy of its own. */
function readWrapped(statement: ts.FunctionDeclaration, statements: readonly ts.Statement[], reader: Reader): LocalStep | undefined {
  const [parameter, second] = statement.parameters;
  const [only, more] = statements;
  if (!parameter || !ts.isIdentifier(parameter.name) || more || !only || !ts.isReturnStatement(only) || !only.expression) return undefined;
  const call = unwrap(ts.isAwaitExpression(only.expression) ? only.expression.expression : only.expression);
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return undefined;
  const found = reader.imports.get(call.expression.text);
  const [input, options] = call.arguments;
  if (!input || !ts.isIdentifier(input) || input.text !== parameter.name.text) return undefined;
  if (found?.kind === "workflow") return { kind: "child", workflow: found.name, policy: {} };
  if (found?.kind !== "action") return undefined;
  const { connection, timeout } = options ? readOptions(options, reader, second?.name) : {};
  return {
    kind: "call",
    action: found.action,
    passesOn: second !== undefined && passesOn(second, options),
    ...(connection === undefined ? {} : { connection }),
    ...readTypeArgument(call.typeArguments, found.action, reader),
    policy: timeout === undefined ? {} : { timeout },
  };
}

/** Whether a local step hands the options it is called with on: as they are, or spread first. */
function passesOn({ name }: ts.ParameterDeclaration, options: ts.Expression | undefined): boolean {
  const given = options && unwrap(options);
  const [first] = given && ts.isObjectLiteralExpression(given) ? given.properties : [];
  const passed = first && ts.isSpreadAssignment(first) ? first.expression : given;
  return passed !== undefined && ts.isIdentifier(passed) && ts.isIdentifier(name) && passed.text === name.text;
}

/** `{ connection: "team-slack", timeout: "30s" }`, the second argument of a plugin's step; `passed` names options that are passed on with them. */
export function readOptions(node: ts.Expression, reader: Reader, passed?: ts.BindingName): { connection?: string; timeout?: string } {
  const options: { connection?: string; timeout?: string } = {};
  const literal = unwrap(node);
  const advice = 'Write `{ connection: "…" }`, with plain text.';
  if (passed && ts.isIdentifier(literal)) return options;
  if (!ts.isObjectLiteralExpression(literal)) return reader.refuse(node, "these options of a step", advice);
  for (const property of passed ? literal.properties.filter((item) => !ts.isSpreadAssignment(item)) : literal.properties) {
    const key = property.name && ts.isIdentifier(property.name) ? property.name.text : "";
    if (!ts.isPropertyAssignment(property) || !ts.isStringLiteralLike(property.initializer))
      return reader.refuse(property, "this option of a step", advice);
    if (key !== "connection" && key !== "timeout") return reader.refuse(property, "this option of a step", advice);
    options[key] = property.initializer.text;
  }
  return options;
}

function readCode(statement: ts.FunctionDeclaration, body: ts.Block, reader: Reader): LocalStep {
  const [parameter, second] = statement.parameters;
  if (second) reader.refuse(second, "a step with several parameters", "Take one object: `({ a, b }: { a: any; b: any })`.");
  const inputs: string[] = [];
  if (parameter) {
    if (!ts.isObjectBindingPattern(parameter.name)) {
      reader.refuse(parameter, "a step whose parameter is no pattern of names", "Take one object: `({ a, b }: { a: any; b: any })`.");
    }
    for (const element of parameter.name.elements) {
      if (
        !ts.isIdentifier(element.name) ||
        element.propertyName ||
        element.initializer ||
        element.dotDotDotToken ||
        !isCodeInputName(element.name.text)
      ) {
        reader.refuse(element, "this in a step's parameter", "Write plain names: `({ a, b })`.");
      }
      inputs.push(element.name.text);
    }
  }
  const directive = body.statements[0];
  const text = reader.file.text.slice(directive?.end ?? body.pos + 1, body.end - 1);
  const inner = /^[ \t]*\r?\n/.test(text) ? text.replace(/^[ \t]*\r?\n/, "") : text.trimStart();
  const source = dedentCodeBody(inner.replace(/\r?\n[ \t]*$/, ""));
  const problem = parseCodeBody(source);
  if (problem)
    reader.refuse(
      statement.name ?? statement,
      `this step's code: ${problem.message}`,
      "A step's body is plain TypeScript without imports.",
    );
  return { kind: "code", source, inputs, ...readResult(statement.type, reader), policy: {} };
}

/** What `Promise<TotalData>` behind a step of the user's own says of its result; nothing where anything may come. */
function readResult(type: ts.TypeNode | undefined, reader: Reader): { output: JsonSchema } | undefined {
  if (!type) return undefined;
  const [inside] = ts.isTypeReferenceNode(type) && type.typeName.getText(reader.file) === "Promise" ? (type.typeArguments ?? []) : [];
  if (!inside) return reader.refuse(type, "this as what a step gives", "Write `Promise<…>`, or leave the type out.");
  return inside.kind === ts.SyntaxKind.VoidKeyword ? undefined : readOutput(inside, reader);
}

/** `orderStep.maxRetries = 3;` and `orderStep.timeout = "30s";` */
function readPolicy(statement: ts.ExpressionStatement, reader: Reader): void {
  const { expression } = statement;
  const advice = 'Only `name.maxRetries = 3;` and `name.timeout = "30s";` of a local step stand there.';
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) {
    return reader.refuse(statement, "a statement outside its function", advice);
  }
  const { left, right } = expression;
  const name = ts.isPropertyAccessExpression(left) && ts.isIdentifier(left.expression) ? left.expression.text : "";
  const step = reader.steps.get(name);
  if (!step || !ts.isPropertyAccessExpression(left)) return reader.refuse(statement, "a statement outside its function", advice);
  let policy: Policy | undefined;
  if (left.name.text === "maxRetries" && ts.isNumericLiteral(right)) policy = { ...step.policy, retries: Number(right.text) };
  if (left.name.text === "timeout" && ts.isStringLiteralLike(right)) policy = { ...step.policy, timeout: right.text };
  if (!policy) return reader.refuse(statement, "this setting of a step", advice);
  reader.steps.set(name, { ...step, policy });
}
