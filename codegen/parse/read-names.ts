import { ts } from "ts-morph";
import { unwrap } from "./reader.ts";

/** What a look over the whole workflow function tells about its names, before any statement is read. */
export interface NameFacts {
  /** Constants that nothing but conditions reads: named decisions. */
  readonly decided: ReadonlySet<string>;
  /** By a task's constant, what its result is called where it is awaited. */
  readonly taskResults: ReadonlyMap<string, string>;
}

/** Finds the names that are decisions and the results of tasks. */
export function readNames(body: ts.Block): NameFacts {
  const taskResults = new Map<string, string>();
  const tested = new Set<string>();
  const read = new Set<string>();
  const links: [string, string][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node)) {
      const tests = termsOf(node.expression).map(readTest);
      if (tests.every((test) => test !== undefined)) {
        for (const { name, value } of tests) (value ? read : tested).add(name);
        visit(node.thenStatement);
        if (node.elseStatement) visit(node.elseStatement);
        return;
      }
    }
    if (ts.isVariableDeclaration(node)) {
      if (node.initializer) readTaskResults(node.name, node.initializer, taskResults);
      if (ts.isIdentifier(node.name) && node.initializer && ts.isIdentifier(node.initializer)) {
        links.push([node.name.text, node.initializer.text]);
      } else if (node.initializer) visit(node.initializer);
      return;
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      // Whatever stands left of it, a name or a pattern, is assigned and not read.
      if (ts.isIdentifier(node.left) && ts.isIdentifier(node.right)) links.push([node.left.text, node.right.text]);
      else visit(node.right);
      return;
    }
    if (ts.isReturnStatement(node) && node.expression && isInClosure(node)) {
      if (returnedNames(node.expression)) return;
    }
    if (ts.isPropertyAccessExpression(node)) return visit(node.expression);
    if (ts.isPropertyAssignment(node)) return visit(node.initializer);
    if (ts.isIdentifier(node)) {
      read.add(node.text);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
  spread(tested, links);
  spread(read, links);
  return { decided: new Set([...tested].filter((name) => !read.has(name))), taskResults };
}

/** `return x;` and `return { x, y };`: the names, or undefined for anything else. */
export function returnedNames(expression: ts.Expression): readonly ts.Identifier[] | undefined {
  const value = unwrap(expression);
  if (ts.isIdentifier(value)) return [value];
  if (!ts.isObjectLiteralExpression(value) || value.properties.length === 0) return undefined;
  const names = value.properties.map((property) => (ts.isShorthandPropertyAssignment(property) ? property.name : undefined));
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** Copies of a name are read and tested as it is. */
function spread(names: Set<string>, links: readonly (readonly [string, string])[]): void {
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const [a, b] of links) {
      if (names.has(a)) names.add(b);
      else if (names.has(b)) names.add(a);
    }
  }
}

/** The operands of `||`. */
export function termsOf(condition: ts.Expression): readonly ts.Expression[] {
  const inner = unwrap(condition);
  if (!ts.isBinaryExpression(inner) || inner.operatorToken.kind !== ts.SyntaxKind.BarBarToken) return [inner];
  const terms: ts.Expression[] = [];
  let left: ts.Expression = inner;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
    terms.unshift(...termsOf(left.right));
    left = unwrap(left.left);
  }
  return [left, ...terms];
}

/** What one operand of a condition tests: a decision (`a`, `!b`, `c === "port"`, `d === false`) or a value (`e?.approved`, `f === undefined`). */
function readTest(term: ts.Expression): { readonly name: string; readonly value: boolean } | undefined {
  if (ts.isIdentifier(term)) return { name: term.text, value: false };
  if (ts.isPropertyAccessExpression(term)) {
    const object = unwrap(term.expression);
    return term.name.text === "approved" && ts.isIdentifier(object) ? { name: object.text, value: true } : undefined;
  }
  if (ts.isPrefixUnaryExpression(term) && term.operator === ts.SyntaxKind.ExclamationToken) {
    const operand = unwrap(term.operand);
    return ts.isIdentifier(operand) || ts.isPropertyAccessExpression(operand) ? readTest(operand) : undefined;
  }
  if (!ts.isBinaryExpression(term)) return undefined;
  const equal = term.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
  if (!equal && term.operatorToken.kind !== ts.SyntaxKind.ExclamationEqualsEqualsToken) return undefined;
  const { right } = term;
  const left = unwrap(term.left);
  if (ts.isIdentifier(right) && right.text === "undefined") return ts.isIdentifier(left) ? { name: left.text, value: true } : undefined;
  if (!equal || (!ts.isStringLiteralLike(right) && right.kind !== ts.SyntaxKind.FalseKeyword)) return undefined;
  if (ts.isIdentifier(left)) return { name: left.text, value: false };
  return ts.isPropertyAccessExpression(left) ? readTest(left) : undefined;
}

function isInClosure(node: ts.Node): boolean {
  let outer = node.parent;
  while (!ts.isFunctionLike(outer) && !ts.isSourceFile(outer)) outer = outer.parent;
  return ts.isArrowFunction(outer) || ts.isFunctionExpression(outer);
}

function readTaskResults(name: ts.BindingName, initializer: ts.Expression, into: Map<string, string>): void {
  if (!ts.isAwaitExpression(initializer)) return;
  const awaited = unwrap(initializer.expression);
  if (ts.isIdentifier(awaited) && ts.isIdentifier(name)) into.set(awaited.text, name.text);
  const tasks = awaitedTasks(awaited);
  if (!tasks || !ts.isArrayBindingPattern(name)) return;
  name.elements.forEach((element, index) => {
    const task = tasks[index];
    if (task && ts.isBindingElement(element) && ts.isIdentifier(element.name)) into.set(task.text, element.name.text);
  });
}

/** The names in `Promise.all([a, b])` when it holds nothing else. */
export function awaitedTasks(call: ts.Expression): readonly ts.Identifier[] | undefined {
  const items = promiseList(call, "all");
  return items?.every((item) => ts.isIdentifier(item)) ? items : undefined;
}

/** The items of `Promise.all([…])` or `Promise.race([…])`. */
export function promiseList(call: ts.Expression, method: "all" | "race"): readonly ts.Expression[] | undefined {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression) || call.arguments.length !== 1) return undefined;
  const { expression, name } = call.expression;
  const [list] = call.arguments;
  if (!ts.isIdentifier(expression) || expression.text !== "Promise" || name.text !== method) return undefined;
  return list && ts.isArrayLiteralExpression(list) ? list.elements : undefined;
}
