import { ts } from "ts-morph";
import type { Arm, BranchStatement, Choice, Literal, Statement } from "../ir/ir.ts";
import { readLiterals } from "./read-condition.ts";
import { readText } from "./read-expression.ts";
import { readCase, readLabel } from "./read-label.ts";
import type { Reader } from "./reader.ts";

/** One `if` of a chain, and the last `else`. */
interface Link {
  readonly condition: ts.Expression;
  readonly body: ts.Statement;
}

/** `if … else if … else`: a branch on a decision made here or before, or a join. */
export function readIf(statement: ts.IfStatement, reader: Reader): Statement[] {
  const label = readLabel(statement, reader.file);
  if (readCase(statement.thenStatement, reader.file) !== undefined) return [readSwitch(statement, label, reader)];
  const literals = readLiterals(statement.expression, reader);
  if (!literals) return [readChoice(statement, label, reader)];
  const [literal, ...more] = literals;
  if (literal && more.length === 0) return readTested(statement, literal, reader);
  if (statement.elseStatement) {
    reader.refuse(statement.elseStatement, "an `else` of a condition on several decisions", "Write an `if` of its own for the other case.");
  }
  return [{ kind: "guard", anyOf: literals, body: readArm(statement.thenStatement, reader) }];
}

/** The statements of an arm, with or without braces. */
export function readArm(arm: ts.Statement | undefined, reader: Reader): Statement[] {
  if (!arm) return [];
  return reader.readBlock(ts.isBlock(arm) ? arm.statements : [arm], reader);
}

function readChoice(statement: ts.IfStatement, label: string, reader: Reader): BranchStatement {
  const { expression, thenStatement, elseStatement } = statement;
  const id = reader.invent("if");
  const node = { id, label };
  const isEmpty = ts.isBlock(thenStatement) && thenStatement.statements.length === 0;
  const negated = !elseStatement && !isEmpty && isNegated(expression) ? expression.operand.expression : undefined;
  const when = readText(negated ?? expression, reader);
  const then = readArm(thenStatement, reader);
  const otherwise = readArm(elseStatement, reader);
  const arms: Arm[] = [
    { port: "true", body: negated ? [] : then },
    { port: "false", body: negated ? then : otherwise },
  ];
  const choices: Choice[] = [{ port: "true", when }, { port: "false" }];
  return { kind: "branch", decision: id, node, type: "if", choices, arms };
}

/** `!(…)`: only the `false` port is taken. */
function isNegated(node: ts.Expression): node is ts.PrefixUnaryExpression & { readonly operand: ts.ParenthesizedExpression } {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken && ts.isParenthesizedExpression(node.operand);
}

/** A chain whose arms start with `// case …` lines. */
function readSwitch(statement: ts.IfStatement, label: string, reader: Reader): BranchStatement {
  const id = reader.invent("switch");
  const { links, otherwise } = unchain(statement, (link) => readCase(link.thenStatement, reader.file) !== undefined);
  const choices: Choice[] = [];
  const arms: Arm[] = [];
  for (const link of links) {
    const port = readCase(link.body, reader.file) ?? "default";
    if (arms.some((arm) => arm.port === port))
      reader.refuse(link.body, `two cases called \`${port}\` in one chain`, "Give each its own name behind `// case`.");
    choices.push({ port, when: readText(link.condition, reader) });
    arms.push({ port, body: readArm(link.body, reader) });
  }
  choices.push({ port: "default" });
  arms.push({ port: "default", body: readArm(otherwise, reader) });
  return { kind: "branch", decision: id, node: { id, label }, type: "switch", choices, arms };
}

function readTested(statement: ts.IfStatement, first: Literal, reader: Reader): Statement[] {
  const { decision } = first;
  const ports = reader.decisions.get(decision) ?? [];
  const isSame = (link: ts.IfStatement): boolean => {
    const literals = readLiterals(link.expression, reader);
    return literals?.length === 1 && literals[0]?.decision === decision;
  };
  const { links, otherwise } = unchain(statement, isSame);
  const bodies = new Map<string, Statement[]>();
  for (const link of links) {
    const port = readLiterals(link.condition, reader)?.[0]?.port ?? first.port;
    if (bodies.has(port)) reader.refuse(link.condition, "a second test for the same outcome", "Put both parts into the first one.");
    bodies.set(port, readArm(link.body, reader));
  }
  const left = ports.filter((port) => !bodies.has(port));
  const [only, ...more] = left;
  if (otherwise && only !== undefined && more.length === 0) bodies.set(only, readArm(otherwise, reader));
  const arms = ports.map((port): Arm => ({ port, body: bodies.get(port) ?? [] }));
  const branch: BranchStatement = { kind: "branch", decision, arms };
  if (!otherwise || more.length === 0) return [branch];
  return [branch, { kind: "guard", anyOf: left.map((port) => ({ decision, port })), body: readArm(otherwise, reader) }];
}

/** A chain's links as far as they belong together; the rest is its `else`. */
function unchain(
  statement: ts.IfStatement,
  belongs: (link: ts.IfStatement) => boolean,
): { links: Link[]; otherwise: ts.Statement | undefined } {
  const links: Link[] = [];
  let next: ts.Statement | undefined = statement;
  while (next && ts.isIfStatement(next) && belongs(next)) {
    links.push({ condition: next.expression, body: next.thenStatement });
    next = next.elseStatement;
  }
  return { links, otherwise: next };
}
