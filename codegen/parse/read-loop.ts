import { ts } from "ts-morph";
import type { ForEachStatement, RepeatStatement, Value } from "../ir/ir.ts";
import { isVariableName } from "../schema/identifiers.ts";
import type { Target } from "./read-call.ts";
import { nodeOf, readDuration } from "./read-call.ts";
import { readText, readValue } from "./read-expression.ts";
import type { Reader } from "./reader.ts";
import { unwrap } from "./reader.ts";

/** `for (const x of items) { …; list.push(value); }`; `list` is the list it may fill. */
export function readForOf(statement: ts.ForOfStatement, target: Target, list: string | undefined, reader: Reader): ForEachStatement {
  if (statement.awaitModifier) reader.refuse(statement, "`for await`", "Await inside the loop instead.");
  const [declaration] = ts.isVariableDeclarationList(statement.initializer) ? statement.initializer.declarations : [];
  const isConst = (statement.initializer.flags & ts.NodeFlags.Const) !== 0;
  if (!declaration || !isConst || !ts.isIdentifier(declaration.name)) {
    return reader.refuse(statement.initializer, "this as a loop's variable", "Write `for (const item of items)`.");
  }
  const items = readValue(statement.expression, reader);
  const as = takeVariable(declaration.name, reader);
  const body = statementsOf(statement.statement);
  const last = body.at(-1);
  const pushed = last && list !== undefined ? pushedValue(last, list) : undefined;
  const read = reader.readBlock(pushed ? body.slice(0, -1) : body, reader);
  const collect = pushed ? { collect: readValue(pushed, reader) } : {};
  const node = pushed ? nodeOf(target, "value", "forEach", reader) : { id: reader.invent("forEach"), label: target.label };
  return { kind: "forEach", node, items, as, concurrency: 1, ...collect, body: read, catches: false };
}

/** `mapConcurrently(items, 5, async (x) => { …; return value; })`. */
export function readMapConcurrently(call: ts.CallExpression, target: Target, reader: Reader): ForEachStatement {
  const [items, limit, arrow, more] = call.arguments;
  const [parameter, second] = arrow && ts.isArrowFunction(arrow) ? arrow.parameters : [];
  if (
    !items ||
    !limit ||
    !arrow ||
    more ||
    !ts.isArrowFunction(arrow) ||
    !ts.isBlock(arrow.body) ||
    !parameter ||
    second ||
    !ts.isIdentifier(parameter.name)
  ) {
    return reader.refuse(call, "this call of `mapConcurrently`", "Write `mapConcurrently(items, 5, async (item) => { … })`.");
  }
  const list = readValue(items, reader);
  const concurrency: Value = readValue(limit, reader);
  const as = takeVariable(parameter.name, reader);
  const last = arrow.body.statements.at(-1);
  const collected = last && ts.isReturnStatement(last) ? last.expression : undefined;
  const statements = collected ? arrow.body.statements.slice(0, -1) : arrow.body.statements;
  const body = reader.readBlock(statements, reader);
  const collect = collected ? { collect: readValue(collected, reader) } : {};
  if (!collected && target.name !== undefined)
    reader.refuse(call, "a name for a loop that collects nothing", "End its function with `return …;`, or leave the name out.");
  const node = collected ? nodeOf(target, "value", "forEach", reader) : { id: reader.invent("forEach"), label: target.label };
  return { kind: "forEach", node, items: list, as, concurrency, ...collect, body, catches: false };
}

const repeatAdvice =
  "Write `for (let round = 1; ; round++) { …; if (done) { result = { … }; break; } if (round >= 10) throw new FatalError(…); await sleep(…); }`.";

/** `for (let round = 1; ; round++) { …; if (until) { poll = { … }; break; } if (round >= max) throw …; await sleep(every); }` */
export function readRepeat(statement: ts.ForStatement, label: string, reader: Reader): RepeatStatement {
  const round = roundOf(statement);
  if (round === undefined)
    return reader.refuse(statement, "this kind of `for`", `${repeatAdvice} Or loop over a list with \`for (const x of list)\`.`);
  const body = [...statementsOf(statement.statement)];
  const pause = body.at(-1);
  const every = pause ? pauseOf(pause, reader) : undefined;
  if (every) body.pop();
  const limit = body.pop();
  const max = limit ? limitOf(limit, round, reader) : undefined;
  const end = body.pop();
  if (!max || !end || !ts.isIfStatement(end) || end.elseStatement) return reader.refuse(statement, "this kind of `for`", repeatAdvice);
  const read = reader.readBlock(body, reader);
  const until = readText(end.expression, reader);
  const done = [...statementsOf(end.thenStatement)];
  const stop = done.pop();
  if (!stop || !ts.isBreakStatement(stop) || stop.label) return reader.refuse(end, "a loop that does not end with `break`", repeatAdvice);
  const [result, copy, more] = done;
  const bound = result ? boundResult(result) : undefined;
  if (more || (result && !bound)) return reader.refuse(result ?? end, "this where a loop ends", repeatAdvice);
  const name = bound?.text;
  const node = nodeOf({ name, label, at: bound ?? statement }, "value", "repeat", reader);
  if (copy) readCopy(copy, node.id, reader);
  const pauseValue = every ? { every: readDuration(every, reader) } : {};
  return { kind: "repeat", node, until, max: readValue(max, reader), ...pauseValue, body: read, catches: false };
}

function readCopy(copy: ts.Statement, id: string, reader: Reader): void {
  const expression = ts.isExpressionStatement(copy) ? copy.expression : undefined;
  const isCopy = expression && ts.isBinaryExpression(expression) && ts.isIdentifier(expression.left) && ts.isIdentifier(expression.right);
  if (!isCopy || expression.right.text !== id) reader.refuse(copy, "this where a loop ends", repeatAdvice);
  reader.meanings.set(expression.left.text, { kind: "node", id, type: "value" });
}

function boundResult(statement: ts.Statement): ts.Identifier | undefined {
  if (ts.isVariableStatement(statement)) {
    const [declaration] = statement.declarationList.declarations;
    return declaration &&
      ts.isIdentifier(declaration.name) &&
      declaration.initializer &&
      ts.isObjectLiteralExpression(declaration.initializer)
      ? declaration.name
      : undefined;
  }
  const expression = ts.isExpressionStatement(statement) ? statement.expression : undefined;
  if (!expression || !ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  return ts.isIdentifier(expression.left) && ts.isObjectLiteralExpression(unwrap(expression.right)) ? expression.left : undefined;
}

function roundOf({ initializer, condition, incrementor }: ts.ForStatement): string | undefined {
  const [declaration] = initializer && ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
  if (condition || !declaration || !ts.isIdentifier(declaration.name) || !declaration.initializer || !incrementor) return undefined;
  const startsAtOne = ts.isNumericLiteral(declaration.initializer) && declaration.initializer.text === "1";
  const counts = ts.isPostfixUnaryExpression(incrementor) || ts.isPrefixUnaryExpression(incrementor);
  if (!startsAtOne || !counts || incrementor.operator !== ts.SyntaxKind.PlusPlusToken) return undefined;
  return ts.isIdentifier(incrementor.operand) && incrementor.operand.text === declaration.name.text ? declaration.name.text : undefined;
}

function limitOf(statement: ts.Statement, round: string, reader: Reader): ts.Expression | undefined {
  if (!ts.isIfStatement(statement) || statement.elseStatement || !ts.isBinaryExpression(statement.expression)) return undefined;
  const { left, right, operatorToken } = statement.expression;
  const then = statementsOf(statement.thenStatement);
  const [only] = then;
  const thrown = only && then.length === 1 && ts.isThrowStatement(only) ? unwrap(only.expression) : undefined;
  const fails = thrown && ts.isNewExpression(thrown) && reader.helperOf(thrown.expression) === "FatalError";
  const compares = operatorToken.kind === ts.SyntaxKind.GreaterThanEqualsToken && ts.isIdentifier(left) && left.text === round;
  return fails && compares ? right : undefined;
}

function pauseOf(statement: ts.Statement, reader: Reader): ts.Expression | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isAwaitExpression(statement.expression)) return undefined;
  const call = unwrap(statement.expression.expression);
  return ts.isCallExpression(call) && reader.helperOf(call.expression) === "sleep" ? call.arguments[0] : undefined;
}

function pushedValue(statement: ts.Statement, list: string): ts.Expression | undefined {
  const call = ts.isExpressionStatement(statement) ? statement.expression : undefined;
  if (!call || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression) || call.arguments.length !== 1)
    return undefined;
  const { expression, name } = call.expression;
  return ts.isIdentifier(expression) && expression.text === list && name.text === "push" ? call.arguments[0] : undefined;
}

function takeVariable(name: ts.Identifier, reader: Reader): string {
  if (!isVariableName(name.text)) reader.fail(name, "source-name", { name: name.text, problem: "cannot be the name of a loop's variable" });
  reader.meanings.set(name.text, { kind: "variable" });
  return name.text;
}

function statementsOf(statement: ts.Statement): readonly ts.Statement[] {
  return ts.isBlock(statement) ? statement.statements : [statement];
}
