import { ts } from "ts-morph";
import type { Block, Statement, Task, TasksStatement } from "../ir/ir.ts";
import { readCall } from "./read-call.ts";
import { readLabel } from "./read-label.ts";
import { awaitedTasks, returnedNames } from "./read-names.ts";
import type { Reader } from "./reader.ts";
import { unwrap } from "./reader.ts";

/** `await Promise.all([ … ])`, bound to a pattern or to nothing. */
export function readParallel(items: readonly ts.Expression[], pattern: ts.Node | undefined, reader: Reader): Statement {
  const parts = patternParts(pattern, items.length, reader);
  const arms = items.map((item, index): Block => {
    const part = parts[index];
    const closure = closureOf(item);
    if (closure) {
      const { body, returned } = readClosure(closure.statements, reader);
      if (part) bindReturned(part, returned, reader);
      return body;
    }
    if (ts.isSpreadElement(item) || ts.isOmittedExpression(item))
      reader.refuse(item, "this inside `Promise.all`", "List the calls one by one, or use `mapConcurrently`.");
    if (part && !ts.isIdentifier(part))
      reader.refuse(part, "a pattern for the result of one call", "Give it one name and read its properties.");
    return [readCall(item, { name: part?.text, label: readLabel(item, reader.file), at: part ?? item }, reader)];
  });
  return { kind: "parallel", arms };
}

/** The body of `(async () => { … })()`. */
export function closureOf(node: ts.Expression): ts.Block | undefined {
  const call = unwrap(node);
  if (!ts.isCallExpression(call) || call.arguments.length > 0) return undefined;
  const callee = unwrap(call.expression);
  if (!ts.isArrowFunction(callee) && !ts.isFunctionExpression(callee)) return undefined;
  return callee.parameters.length === 0 && ts.isBlock(callee.body) ? callee.body : undefined;
}

/** A closure's statements and the names it hands out. */
export function readClosure(
  statements: readonly ts.Statement[],
  reader: Reader,
): { body: Statement[]; returned: readonly ts.Identifier[] } {
  const last = statements.at(-1);
  if (!last || !ts.isReturnStatement(last) || !last.expression) return { body: reader.readBlock(statements, reader), returned: [] };
  const returned = returnedNames(last.expression);
  if (!returned) reader.refuse(last, "this as what a concurrent part hands out", "Return names only: `return a;` or `return { a, b };`.");
  return { body: reader.readBlock(statements.slice(0, -1), reader), returned };
}

/** Makes the names of a pattern mean what the closure returned under them. */
export function bindReturned(part: ts.Identifier | ts.ObjectBindingPattern, returned: readonly ts.Identifier[], reader: Reader): void {
  const [only, ...more] = returned;
  if (ts.isIdentifier(part)) {
    const bound = more.length === 0 ? reader.meaningOf(only) : undefined;
    if (!bound) reader.refuse(part, "this name for what a concurrent part hands out", "Take its names apart: `{ a, b }`.");
    if (only && part.text !== only.text) reader.meanings.set(part.text, bound);
    return;
  }
  for (const element of part.elements) {
    const key = element.propertyName ?? element.name;
    const source = returned.find((name) => ts.isIdentifier(key) && name.text === key.text);
    const bound = reader.meaningOf(source);
    if (!bound || !ts.isIdentifier(element.name) || element.initializer || element.dotDotDotToken) {
      reader.refuse(element, "this name for what a concurrent part hands out", "Take only names that it returns.");
    }
    if (element.name.text !== source?.text) reader.meanings.set(element.name.text, bound);
  }
}

/** The parts of an array pattern, declared or assigned; holes and missing ends are undefined. */
function patternParts(
  pattern: ts.Node | undefined,
  length: number,
  reader: Reader,
): readonly (ts.Identifier | ts.ObjectBindingPattern | undefined)[] {
  if (!pattern) return [];
  const refuse = (node: ts.Node): never =>
    reader.refuse(node, "this as the result of `Promise.all`", "Take the results apart: `const [a, b] = await Promise.all([ … ]);`.");
  if (ts.isArrayBindingPattern(pattern)) {
    if (pattern.elements.length > length) refuse(pattern);
    return pattern.elements.map((element) => {
      if (ts.isOmittedExpression(element)) return undefined;
      if (element.initializer || element.dotDotDotToken || ts.isArrayBindingPattern(element.name)) return refuse(element);
      return element.name;
    });
  }
  if (!ts.isArrayLiteralExpression(pattern)) return refuse(pattern);
  return pattern.elements.map((element) => {
    if (ts.isOmittedExpression(element)) return undefined;
    if (ts.isIdentifier(element)) return element;
    // Assigned object patterns only ever take names as they are.
    if (ts.isObjectLiteralExpression(element) && element.properties.every(ts.isShorthandPropertyAssignment)) return undefined;
    return refuse(element);
  });
}

/** `const aTask = request(…);`: a promise that is kept under a name. */
export function isTask(statement: ts.Statement, reader: Reader): boolean {
  return taskParts(statement, reader) !== undefined;
}

function taskParts(statement: ts.Statement, reader: Reader): { name: ts.Identifier; promise: ts.Expression } | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const [declaration, second] = statement.declarationList.declarations;
  if (!declaration || second || !ts.isIdentifier(declaration.name) || !declaration.initializer) return undefined;
  const promise = unwrap(declaration.initializer);
  if (closureOf(promise)) return { name: declaration.name, promise };
  let call: ts.Expression = promise;
  if (ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === "catch")
    call = unwrap(call.expression.expression);
  if (!ts.isCallExpression(call)) return undefined;
  const { expression } = call;
  const isRace =
    ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression) && expression.expression.text === "Promise";
  const isStep = ts.isIdentifier(expression) && (reader.steps.has(expression.text) || reader.imports.has(expression.text));
  return isRace || (isStep && reader.helperOf(expression) !== "pick") ? { name: declaration.name, promise } : undefined;
}

interface Handed {
  readonly name: string;
  readonly returned: readonly ts.Identifier[];
}

/** Tasks one below the other, and the statement that awaits them all. Says how many statements it took. */
export function readTasks(statements: readonly ts.Statement[], from: number, reader: Reader): { statement: TasksStatement; taken: number } {
  const handed = new Map<string, Handed>();
  const tasks: Task[] = [];
  let index = from;
  for (let statement = statements[index]; statement; statement = statements[++index]) {
    const parts = taskParts(statement, reader);
    if (!parts) break;
    const task = readTask(parts, readLabel(statement, reader.file), handed, reader);
    tasks.push(task);
  }
  let taken = index - from;
  for (let statement = statements[index]; statement && readAwait(statement, handed, reader); statement = statements[++index]) taken += 1;
  return { statement: { kind: "tasks", tasks }, taken };
}

function readTask(
  { name, promise }: { name: ts.Identifier; promise: ts.Expression },
  label: string,
  handed: Map<string, Handed>,
  reader: Reader,
): Task {
  const taskName = name.text.replace(/(?<=.)Task\d*$/, "");
  reader.meanings.set(name.text, { kind: "task", task: taskName });
  const closure = closureOf(promise);
  if (!closure) {
    const result = reader.taskResults.get(name.text) ?? (reader.ids.has(taskName) ? undefined : taskName);
    const isSleep = ts.isCallExpression(promise) && reader.helperOf(promise.expression) === "sleep";
    const call = readCall(promise, { name: isSleep ? undefined : result, label, at: name }, reader);
    // A task that is one call is called after its result.
    const named = result ?? taskName;
    handed.set(name.text, { name: named, returned: result === undefined ? [] : [name] });
    return { name: named, after: [], body: [call] };
  }
  const after: string[] = [];
  let start = 0;
  for (let first = closure.statements[start]; first; first = closure.statements[++start]) {
    const awaited = readAwait(first, handed, reader);
    if (!awaited) break;
    after.push(...awaited.filter((other) => !after.includes(other)));
  }
  const { body, returned } = readClosure(closure.statements.slice(start), reader);
  handed.set(name.text, { name: taskName, returned });
  return { name: taskName, after, body };
}

/** `const a = await aTask;` or `const [a, b] = await Promise.all([aTask, bTask]);`: the tasks it waits for; undefined for anything else. */
function readAwait(statement: ts.Statement, handed: ReadonlyMap<string, Handed>, reader: Reader): readonly string[] | undefined {
  const { awaited, pattern } = awaitParts(statement);
  if (!awaited) return undefined;
  const single = ts.isIdentifier(awaited) ? [awaited] : undefined;
  const names = single ?? awaitedTasks(awaited);
  if (!names || names.length === 0 || !names.every((name) => handed.has(name.text))) return undefined;
  const parts = single
    ? [pattern && (ts.isIdentifier(pattern) || ts.isObjectBindingPattern(pattern)) ? pattern : undefined]
    : patternParts(pattern, names.length, reader);
  names.forEach((name, index) => {
    const part = parts[index];
    const task = handed.get(name.text);
    if (!part || !task) return;
    // A bare call's node already has the name of its result.
    if (task.returned[0]?.text === name.text) {
      const id = reader.taskResults.get(name.text) ?? task.name;
      if (ts.isIdentifier(part) && part.text !== id) reader.meanings.set(part.text, { kind: "node", id, type: "value" });
    } else bindReturned(part, task.returned, reader);
  });
  return names.map((name) => handed.get(name.text)?.name ?? name.text);
}

function awaitParts(statement: ts.Statement): { awaited?: ts.Expression; pattern?: ts.Node } {
  if (ts.isVariableStatement(statement)) {
    const [declaration] = statement.declarationList.declarations;
    if (!declaration?.initializer || !ts.isAwaitExpression(declaration.initializer)) return {};
    return { awaited: unwrap(declaration.initializer.expression), pattern: declaration.name };
  }
  if (!ts.isExpressionStatement(statement)) return {};
  const expression = unwrap(statement.expression);
  if (ts.isAwaitExpression(expression)) return { awaited: unwrap(expression.expression) };
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return {};
  return ts.isAwaitExpression(expression.right) ? { awaited: unwrap(expression.right.expression), pattern: expression.left } : {};
}
