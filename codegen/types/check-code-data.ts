import { ts } from "ts-morph";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Subject } from "./place.ts";
import { findPlace } from "./place.ts";

/** How deep a type is looked into: what people return is not deeper, and a type may go on for ever. */
const DEEPEST = 5;
/** What JSON has no word for, and what to give in its place. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ["Date", "`toISOString()` makes it text."],
  ["Set", "`[...set]` makes it a list."],
  ["Map", "`Object.fromEntries(map)` makes it an object."],
  ["RegExp", "`String(…)` makes it text."],
  ["Error", "Give its `message`."],
  ["Promise", "`await` it."],
  ["BigInt", "`String(…)` or `Number(…)` makes it data."],
  ["Function", "Call it, and give what it returns."],
]);

/** Values that a code step is given or returns and that do not come through as they are: both are kept as JSON. */
export function checkCodeData(subject: Subject): Diagnostic[] {
  const { file, types, graph } = subject;
  const isCode = new Set(graph?.nodes.filter(({ kind }) => kind === "code").map(({ id }) => id));
  const found: Diagnostic[] = [];
  const check = (part: ts.Expression): void => {
    const type = types.getTypeAtLocation(part);
    // What an async function returns is awaited.
    const odd = findOdd(types.getAwaitedType(type) ?? type, types, part, DEEPEST);
    if (!odd) return;
    const place = findPlace(part, subject);
    if (place.location.node === undefined || !isCode.has(place.location.node)) return;
    const parameters = { text: place.text, what: odd.name, path: odd.path, advice: OTHERWISE.get(odd.name) ?? "" };
    found.push(createDiagnostic("not-data", parameters, place.location, place.details));
  };
  const steps = new Set<ts.Symbol>();
  for (const statement of file.statements) {
    if (!ts.isFunctionDeclaration(statement) || !statement.name || !statement.body || !isStep(statement.body)) continue;
    const symbol = types.getSymbolAtLocation(statement.name);
    if (symbol) steps.add(symbol);
    for (const returned of returnsOf(statement.body)) check(returned);
  }
  const visit = (node: ts.Node): void => {
    const callee = ts.isCallExpression(node) ? types.getSymbolAtLocation(node.expression) : undefined;
    if (ts.isCallExpression(node) && callee && steps.has(callee)) {
      const [given] = node.arguments;
      if (given && ts.isObjectLiteralExpression(given))
        for (const property of given.properties) if (ts.isPropertyAssignment(property)) check(property.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isStep({ statements: [first] }: ts.Block): boolean {
  return (
    first !== undefined && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression) && first.expression.text === "use step"
  );
}

/** What a function returns itself, not what those in it do. */
function returnsOf(body: ts.Block): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
  return found;
}

interface Odd {
  readonly name: string;
  /** Where in the value: `.lines[].at`; empty for the whole. */
  readonly path: string;
}

/** The first part of a type that JSON has no word for; undefined where there is none, or nobody knows. */
function findOdd(type: ts.Type, types: ts.TypeChecker, at: ts.Node, depth: number): Odd | undefined {
  if (depth === 0) return undefined;
  if (type.isUnionOrIntersection()) return firstOf(type.types, (part) => findOdd(part, types, at, depth));
  if ((type.flags & ts.TypeFlags.BigIntLike) !== 0) return { name: "BigInt", path: "" };
  if ((type.flags & ts.TypeFlags.Object) === 0) return undefined;
  const name = type.symbol?.name ?? "";
  const known = name.endsWith("Error") ? "Error" : name.replace(/^Readonly/, "");
  if (OTHERWISE.has(known) && isOfLanguage(type)) return { name: known, path: "" };
  if (type.getCallSignatures().length > 0) return { name: "Function", path: "" };
  // A list, or one with more to it, as `match` gives.
  const item = type.getNumberIndexType();
  if (item) return below("[]", findOdd(item, types, at, depth - 1));
  const value = type.getStringIndexType();
  const oddValue = value && below("[…]", findOdd(value, types, at, depth - 1));
  if (oddValue) return oddValue;
  return firstOf(type.getProperties(), (property) =>
    below(`.${property.name}`, findOdd(types.getTypeOfSymbolAtLocation(property, at), types, at, depth - 1)),
  );
}

function below(step: string, odd: Odd | undefined): Odd | undefined {
  return odd && { name: odd.name, path: `${step}${odd.path}` };
}

function firstOf<T>(items: readonly T[], find: (item: T) => Odd | undefined): Odd | undefined {
  for (const item of items) {
    const odd = find(item);
    if (odd) return odd;
  }
  return undefined;
}

/** A person may call a type of their own `Map`. */
function isOfLanguage({ symbol }: ts.Type): boolean {
  return symbol.declarations?.some((declaration) => /\/lib\.[\w.]+$/.test(declaration.getSourceFile().fileName)) ?? false;
}
