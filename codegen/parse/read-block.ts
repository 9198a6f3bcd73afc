import { ts } from "ts-morph";
import type { BranchStatement, Statement } from "../ir/ir.ts";
import { isIdentifier } from "../schema/identifiers.ts";
import { readIf } from "./read-branch.ts";
import type { Target } from "./read-call.ts";
import { propertiesOf, readCall } from "./read-call.ts";
import { bindReturned, closureOf, isTask, readClosure, readParallel, readTasks } from "./read-concurrent.ts";
import { readConstant } from "./read-constant.ts";
import { readValue } from "./read-expression.ts";
import { readLabel } from "./read-label.ts";
import { readForOf, readMapConcurrently, readRepeat } from "./read-loop.ts";
import { promiseList } from "./read-names.ts";
import type { Reader } from "./reader.ts";
import { unwrap } from "./reader.ts";

/** Reads statements one after the other; one that is refused is reported and left out. */
export function readBlock(statements: readonly ts.Statement[], reader: Reader): Statement[] {
  const out: Statement[] = [];
  for (let index = 0; index < statements.length;) {
    const before = statements[index - 1];
    const next = statements[index];
    if (before && next && (ts.isReturnStatement(before) || ts.isThrowStatement(before))) {
      reader.attempt(() => reader.refuse(next, "what can never run", "Delete it, or move it above the statement that ends the run."));
      break;
    }
    const taken = reader.attempt(() => readNext(statements, index, out, reader));
    index += taken ?? 1;
  }
  return out;
}

/** Reads what starts at an index; gives the number of statements it took. */
function readNext(statements: readonly ts.Statement[], index: number, out: Statement[], reader: Reader): number {
  const statement = statements[index];
  if (!statement) return 1;
  if (isTask(statement, reader)) {
    const { statement: tasks, taken } = readTasks(statements, index, reader);
    out.push(tasks);
    return taken;
  }
  const list = listOf(statement);
  if (list) return readListLoop(statements, index, list, out, reader);
  if (ts.isVariableStatement(statement)) {
    for (const declaration of statement.declarationList.declarations) readDeclaration(declaration, statement, out, reader);
    return 1;
  }
  if (ts.isExpressionStatement(statement)) readExpressionStatement(statement, out, reader);
  else if (ts.isIfStatement(statement)) out.push(...readIf(statement, reader));
  else if (ts.isForOfStatement(statement)) out.push(readForOf(statement, targetOf(undefined, statement, reader), undefined, reader));
  else if (ts.isForStatement(statement)) out.push(readRepeat(statement, readLabel(statement, reader.file), reader));
  else if (ts.isTryStatement(statement)) out.push(...readTry(statement, reader));
  else if (ts.isReturnStatement(statement)) out.push(readReturn(statement, reader));
  else if (ts.isThrowStatement(statement)) out.push(readThrow(statement, reader));
  else if (statement.kind !== ts.SyntaxKind.EmptyStatement) refuseStatement(statement, reader);
  return 1;
}

function targetOf(name: string | undefined, statement: ts.Node, reader: Reader): Target {
  return { name, label: readLabel(statement, reader.file), at: statement };
}

function readDeclaration(declaration: ts.VariableDeclaration, statement: ts.VariableStatement, out: Statement[], reader: Reader): void {
  const { name, initializer } = declaration;
  const isLet = (statement.declarationList.flags & ts.NodeFlags.Let) !== 0;
  if (!isLet && (statement.declarationList.flags & ts.NodeFlags.Const) === 0) {
    reader.refuse(statement, "`var`", "Write `const`.");
  }
  if (!initializer) return;
  if (isLet) reader.refuse(declaration, "a `let` with a value", "Write `const`; a `let` only stands before the branch that sets it.");
  readBinding(name, initializer, statement, out, reader);
}

function readExpressionStatement(statement: ts.ExpressionStatement, out: Statement[], reader: Reader): void {
  const expression = unwrap(statement.expression);
  if (ts.isAwaitExpression(expression)) return readAwaited(undefined, expression.expression, statement, out, reader);
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return readBinding(expression.left, expression.right, statement, out, reader);
  }
  reader.refuse(statement, "this statement", "A step is awaited: `await request({ … });`.");
}

/** `name = value` or a pattern, declared or assigned. */
function readBinding(name: ts.Node, value: ts.Expression, statement: ts.Statement, out: Statement[], reader: Reader): void {
  const awaited = unwrap(value);
  if (ts.isAwaitExpression(awaited)) return readAwaited(name, awaited.expression, statement, out, reader);
  if (ts.isPropertyAccessExpression(name) || ts.isElementAccessExpression(name)) {
    return reader.refuse(name, "a change of a value", "Values stay as they are: write the new value where it is used.");
  }
  if (!ts.isIdentifier(name))
    return reader.refuse(
      name,
      "this pattern",
      "Take results of `Promise.all` apart, nothing else; read properties where they are used: `order.body`.",
    );
  const read = readConstant(name, value, targetOf(name.text, statement, reader), reader);
  if (read) out.push(read);
}

function readAwaited(name: ts.Node | undefined, promise: ts.Expression, statement: ts.Statement, out: Statement[], reader: Reader): void {
  const call = unwrap(promise);
  const all = promiseList(call, "all");
  if (all) return void out.push(readParallel(all, name, reader));
  const closure = closureOf(call);
  if (closure) {
    const { body, returned } = readClosure(closure.statements, reader);
    if (name && (ts.isIdentifier(name) || ts.isObjectBindingPattern(name))) bindReturned(name, returned, reader);
    return void out.push(...body);
  }
  if (name && !ts.isIdentifier(name))
    return reader.refuse(name, "a pattern for the result of one call", "Give it one name and read its properties.");
  const target = targetOf(name?.text, statement, reader);
  const isMap = ts.isCallExpression(call) && reader.helperOf(call.expression) === "mapConcurrently";
  out.push(isMap ? readMapConcurrently(call, target, reader) : readCall(promise, target, reader));
}

/** `const ids = [];` */
function listOf(statement: ts.Statement): ts.Identifier | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const [declaration, second] = statement.declarationList.declarations;
  const value = declaration?.initializer;
  if (second || !declaration || !value || !ts.isArrayLiteralExpression(value) || value.elements.length > 0) return undefined;
  return ts.isIdentifier(declaration.name) ? declaration.name : undefined;
}

/** A list, the loop that fills it, and the name it may be copied to. */
function readListLoop(statements: readonly ts.Statement[], index: number, list: ts.Identifier, out: Statement[], reader: Reader): number {
  const loop = statements[index + 1];
  const first = statements[index];
  if (!loop || !first || !ts.isForOfStatement(loop)) {
    return reader.refuse(
      list,
      "an empty list that no loop fills",
      "Put a `for (const x of items)` right below it that ends with `push`, or leave it out.",
    );
  }
  const copy = statements[index + 2];
  const copied = copy ? copyOf(copy, list.text) : undefined;
  const name = copied ?? list;
  reader.meanings.set(list.text, { kind: "list" });
  const label = readLabel(first, reader.file) || readLabel(loop, reader.file);
  const read = readForOf(loop, { name: name.text, label, at: name }, list.text, reader);
  if (read.collect === undefined) reader.refuse(list, "a list that its loop does not fill", "End the loop's body with `push`.");
  if (copied) reader.meanings.set(list.text, { kind: "node", id: name.text, type: "value" });
  out.push(read);
  return copied ? 3 : 2;
}

function copyOf(statement: ts.Statement, list: string): ts.Identifier | undefined {
  if (ts.isVariableStatement(statement)) {
    const [declaration] = statement.declarationList.declarations;
    const value = declaration?.initializer;
    return declaration && ts.isIdentifier(declaration.name) && value && ts.isIdentifier(value) && value.text === list
      ? declaration.name
      : undefined;
  }
  const expression = ts.isExpressionStatement(statement) ? statement.expression : undefined;
  if (!expression || !ts.isBinaryExpression(expression) || !ts.isIdentifier(expression.left) || !ts.isIdentifier(expression.right))
    return undefined;
  return expression.operatorToken.kind === ts.SyntaxKind.EqualsToken && expression.right.text === list ? expression.left : undefined;
}

const tryAdvice = "Put one step or one loop into `try`, and what comes after it behind the `catch`.";

function readTry(statement: ts.TryStatement, reader: Reader): Statement[] {
  const { tryBlock, catchClause, finallyBlock } = statement;
  if (finallyBlock || !catchClause) reader.refuse(finallyBlock ?? statement, "`finally`", tryAdvice);
  const [tried, more] = reader.readBlock(tryBlock.statements, reader);
  if (!tried || more || !("catches" in tried)) return reader.refuse(statement, "this in a `try`", tryAdvice);
  const label = tried.node.label || readLabel(statement, reader.file);
  const caught = catchClause.variableDeclaration?.name;
  const handler = [...catchClause.block.statements];
  const id = idOfLoop(tried, handler[0], caught, reader) ?? tried.node.id;
  reader.decisions.set(id, ["out", "error"]);
  for (let first = handler[0]; first; first = handler[0]) {
    const name = errorName(first, caught, reader);
    if (name === undefined) break;
    reader.meanings.set(name, { kind: "error", of: id });
    handler.shift();
  }
  if (caught) refuseCaught(handler, caught, id, reader);
  const step: Statement = { ...tried, node: { id, label }, catches: true };
  const body = reader.readBlock(handler, reader);
  if (body.length === 0) return [step];
  const branch: BranchStatement = {
    kind: "branch",
    decision: id,
    arms: [
      { port: "out", body: [] },
      { port: "error", body },
    ],
  };
  return [step, branch];
}

/** What a step threw is read by `stepError` only, which makes the same of it everywhere. */
function refuseCaught(nodes: readonly ts.Node[], caught: ts.BindingName, id: string, reader: Reader): void {
  const visit = (node: ts.Node): void => {
    const isName = ts.isIdentifier(node) && caught.getText(reader.file) === node.text;
    const isKey =
      isName && (ts.isPropertyAccessExpression(node.parent) || ts.isPropertyAssignment(node.parent)) && node.parent.name === node;
    if (isName && !isKey) {
      const advice = `Start the \`catch\` with \`const ${id}Error = stepError(${node.text});\` and read \`${id}Error\`.`;
      reader.refuse(node, "a caught error as it is", advice);
    }
    if (!ts.isTryStatement(node)) ts.forEachChild(node, visit);
  };
  nodes.forEach(visit);
}

/** A loop that collects nothing is known by the name of its error: `eachError`. */
function idOfLoop(
  tried: Statement,
  first: ts.Statement | undefined,
  caught: ts.BindingName | undefined,
  reader: Reader,
): string | undefined {
  if (tried.kind !== "forEach" || tried.collect !== undefined || !first) return undefined;
  const id = /^(.+)Error$/.exec(errorName(first, caught, reader) ?? "")?.[1];
  return id !== undefined && isIdentifier(id) && !reader.ids.has(id) ? reader.claim(id, first) : undefined;
}

/** The name in `const orderError = stepError(error);`, `orderError = stepError(error);` or a copy of such a name. */
function errorName(statement: ts.Statement, caught: ts.BindingName | undefined, reader: Reader): string | undefined {
  let name: ts.Node | undefined;
  let value: ts.Expression | undefined;
  if (ts.isVariableStatement(statement)) {
    const [declaration] = statement.declarationList.declarations;
    name = declaration?.name;
    value = declaration?.initializer;
  } else if (ts.isExpressionStatement(statement) && ts.isBinaryExpression(statement.expression)) {
    name = statement.expression.left;
    value = statement.expression.right;
  }
  if (!name || !value || !ts.isIdentifier(name)) return undefined;
  if (ts.isIdentifier(value) && reader.meaningOf(value)?.kind === "error") return name.text;
  if (!ts.isCallExpression(value) || reader.helperOf(value.expression) !== "stepError") return undefined;
  const [argument] = value.arguments;
  const isCaught = argument && caught && ts.isIdentifier(argument) && ts.isIdentifier(caught) && argument.text === caught.text;
  return isCaught ? name.text : undefined;
}

function readReturn(statement: ts.ReturnStatement, reader: Reader): Statement {
  const node = { id: reader.invent("return"), label: readLabel(statement, reader.file) };
  const value = statement.expression ? unwrap(statement.expression) : undefined;
  if (!value || isUndefined(value)) return { kind: "return", node };
  if (!ts.isCallExpression(value) || reader.helperOf(value.expression) !== "respond")
    return { kind: "return", node, value: readValue(value, reader) };
  const [body, options] = value.arguments;
  const properties = propertiesOf(options, reader);
  const [status, headers] = [properties.get("status"), properties.get("headers")];
  return {
    kind: "return",
    node,
    ...(body && !isUndefined(body) ? { value: readValue(body, reader) } : {}),
    ...(status ? { status: readValue(status, reader) } : {}),
    ...(headers ? { headers: readValue(headers, reader) } : {}),
  };
}

function isUndefined(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && node.text === "undefined";
}

function readThrow(statement: ts.ThrowStatement, reader: Reader): Statement {
  const thrown = unwrap(statement.expression);
  const [message] = ts.isNewExpression(thrown) ? (thrown.arguments ?? []) : [];
  if (!ts.isNewExpression(thrown) || !message || reader.helperOf(thrown.expression) !== "FatalError") {
    return reader.refuse(statement, "this `throw`", 'Write `throw new FatalError("…");`, with `FatalError` from "workflow".');
  }
  return {
    kind: "fail",
    node: { id: reader.invent("fail"), label: readLabel(statement, reader.file) },
    message: readValue(message, reader),
  };
}

function refuseStatement(statement: ts.Statement, reader: Reader): never {
  if (ts.isWhileStatement(statement) || ts.isDoStatement(statement)) {
    return reader.refuse(
      statement,
      "`while`",
      "Write `for (const x of items)`, or a loop with a limit: `for (let round = 1; ; round++) { … }`.",
    );
  }
  if (ts.isSwitchStatement(statement)) return reader.refuse(statement, "a `switch` statement", "Write `if … else if … else`.");
  if (ts.isFunctionDeclaration(statement))
    return reader.refuse(statement, "a function inside the workflow", 'Move it out and start it with "use step".');
  if (ts.isClassDeclaration(statement)) return reader.refuse(statement, "a class", "Write steps and plain values.");
  if (ts.isForInStatement(statement)) return reader.refuse(statement, "`for … in`", "Write `for (const key of Object.keys(value))`.");
  if (ts.isBreakStatement(statement) || ts.isContinueStatement(statement)) {
    return reader.refuse(statement, "`break` or `continue` here", "Put what must not run into an `if`.");
  }
  return reader.refuse(statement, "this statement", "Write steps, conditions, loops, `return` and `throw`.");
}
