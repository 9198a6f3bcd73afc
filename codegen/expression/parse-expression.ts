// Over 400 lines: one grammar reads best in one place, from the loosest binding to the tightest.
import type { BinaryOperator, Expression, ExpressionProblem, Pattern, Property, Spread, UnaryOperator } from "./ast.ts";
import { childrenOf, namesOf } from "./ast.ts";
import { printExpression } from "./print-expression.ts";
import { resolveNames } from "./resolve-names.ts";
import type { Token } from "./tokens.ts";
import { ExpressionError, failSyntax, readEscape, readToken, refuse } from "./tokens.ts";
import { languageReservedWords } from "../schema/identifiers.ts";

export type ParsedExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: ExpressionProblem };

export interface ParseOptions {
  /** The local name of the kit's `pick` in source code: `pick(a, k)` is then read as `a[k]`. */
  readonly pick?: string;
}

/** Parses a text that is one allowed expression. Never throws. */
export function parseExpression(text: string, options: ParseOptions = {}): ParsedExpression {
  try {
    const { expression, end } = parseExpressionAt(text, 0, options);
    const rest = readToken(text, end);
    if (rest.kind !== "end") failUnexpected(rest);
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof ExpressionError) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Parses the allowed expression that starts at an offset and says where it ends. Throws `ExpressionError`. */
export function parseExpressionAt(text: string, from: number, options: ParseOptions = {}): { expression: Expression; end: number } {
  const parser = new Parser(text, from);
  const expression = parser.parseAssignment();
  const end = parser.lastEnd;
  checkDepth(expression);
  const resolved = resolveNames(expression, options.pick);
  if (comparesBothWays(expression)) checkCanonicalText(resolved);
  return { expression: resolved, end };
}

/** What is written unambiguously may be ambiguous in canonical text, which has fewer parentheses. */
function checkCanonicalText(expression: Expression): void {
  try {
    new Parser(printExpression(expression, { position: "list" }), 0).parseAssignment();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    refuseTypeArguments(expression.start, expression.end);
  }
}

function comparesBothWays(root: Expression): boolean {
  const operators = new Set<string>();
  const stack = [root];
  for (let expression = stack.pop(); expression; expression = stack.pop()) {
    if (expression.type === "binary") operators.add(expression.operator);
    stack.push(...childrenOf(expression));
  }
  return (operators.has("<") || operators.has("<<")) && [...operators].some(closesAngles);
}

/** Whether TypeScript could read the operator as one or more `>` that end type arguments. */
function closesAngles(operator: string): boolean {
  return operator === ">" || operator === ">>" || operator === ">>>";
}

function refuseTypeArguments(start: number, end: number): never {
  return refuse(
    "a `<` and later a `>` before a bracket, which reads as type arguments",
    "Swap the sides of one comparison, or name it with a `control.set` node.",
    start,
    end,
  );
}

/** How deep brackets may nest; far beyond what a person writes, far below what a stack holds. */
const maxNesting = 200;
const maxDepth = 400;

const precedence: ReadonlyMap<string, number> = new Map<BinaryOperator, number>([
  ["??", 1],
  ["||", 1],
  ["&&", 2],
  ["|", 3],
  ["^", 4],
  ["&", 5],
  ["===", 6],
  ["!==", 6],
  ["<", 7],
  [">", 7],
  ["<=", 7],
  [">=", 7],
  ["<<", 8],
  [">>", 8],
  [">>>", 8],
  ["+", 9],
  ["-", 9],
  ["*", 10],
  ["/", 10],
  ["%", 10],
  ["**", 11],
]);
const unaryOperators: ReadonlySet<string> = new Set(["!", "-", "+", "~", "typeof"]);
const assignmentOperators = /^(?:=|(?:\*\*|<<|>>>?|&&|\|\||\?\?|[-+*/%&|^])=)$/;

function isBinaryOperator(text: string): text is BinaryOperator {
  return precedence.has(text);
}
function isUnaryOperator(text: string): text is UnaryOperator {
  return unaryOperators.has(text);
}

class Parser {
  /** Where the last consumed token ends. */
  lastEnd: number;
  private readonly text: string;
  private token: Token;
  private nesting = 0;
  /** The offset at which an arrow function may start: where an operand is not yet part of an operator. */
  private arrowStart = -1;
  /** Whether TypeScript could still take an earlier `<` or `<<` between the same brackets for the start of type arguments. */
  private openLess = false;
  /** The same for a `<` outside the brackets: nothing inside them ends that, since TypeScript reads on over its own errors. */
  private openLessOutside = false;
  /** A `<<` came before: TypeScript may take it for the start of type arguments that begin with a function's type, and reads far to find their end. */
  private shifted = false;
  private readonly parenthesised = new Set<Expression>();

  constructor(text: string, from: number) {
    this.text = text;
    this.lastEnd = from;
    this.token = readToken(text, from);
  }

  parseAssignment(): Expression {
    if (++this.nesting > maxNesting) {
      failSyntax(
        "the brackets nest too deeply",
        "Split the expression over several `control.set` nodes.",
        this.token.start,
        this.token.end,
      );
    }
    const start = this.token.start;
    this.arrowStart = start;
    const test = this.parseBinary(0);
    this.refuseAssignment();
    let expression = test;
    if (this.is("?")) {
      this.openLess = false;
      this.advance();
      const consequent = this.parseAssignment();
      this.expect(":", "a conditional needs `:` and a second value");
      const alternate = this.parseAssignment();
      expression = { type: "conditional", test, consequent, alternate, start, end: this.lastEnd };
    }
    this.nesting--;
    return expression;
  }

  private parseBinary(minimum: number): Expression {
    const start = this.token.start;
    let left = this.parseUnary();
    if (left.type === "arrow" && !this.parenthesised.has(left)) return left;
    for (;;) {
      const operator = this.token.kind === "punctuator" || this.token.kind === "name" ? this.token.text : "";
      this.refuseOperator(operator);
      if (!isBinaryOperator(operator)) return left;
      const binding = precedence.get(operator) ?? 0;
      if (binding <= minimum) return left;
      const at = this.token;
      this.checkOperator(operator, left, at);
      this.advance();
      if (closesAngles(operator)) this.checkTypeArguments(at);
      this.openLess = operator === "<" || operator === "<<" || (this.openLess && (operator === "|" || operator === "&"));
      this.shifted ||= operator === "<<";
      if (++this.nesting > maxNesting)
        failSyntax("the operators nest too deeply", "Split the expression over several `control.set` nodes.", at.start, at.end);
      const right = this.parseBinary(operator === "**" ? binding - 1 : binding);
      this.nesting--;
      this.checkMixing(operator, right, at);
      left = { type: "binary", operator, left, right, start, end: this.lastEnd };
    }
  }

  private checkOperator(operator: BinaryOperator, left: Expression, at: Token): void {
    if (operator === "**" && left.type === "unary" && !this.parenthesised.has(left)) {
      failSyntax("`**` after a sign is ambiguous", "Put the signed value, or the power, in parentheses.", left.start, at.end);
    }
    if (precedence.get(operator) === 7 && left.type === "binary" && precedence.get(left.operator) === 7 && !this.parenthesised.has(left)) {
      refuse("a chain of comparisons", "Compare twice and join with `&&`: `a < b && b < c`.", left.start, at.end);
    }
    this.checkMixing(operator, left, at);
  }

  /** `??` may not stand beside `||` or `&&` without parentheses. */
  private checkMixing(operator: BinaryOperator, side: Expression, at: Token): void {
    if (side.type !== "binary" || this.parenthesised.has(side)) return;
    const isLogic = (text: string): boolean => text === "||" || text === "&&";
    if ((operator === "??" && isLogic(side.operator)) || (isLogic(operator) && side.operator === "??")) {
      failSyntax(`\`${operator}\` beside \`${side.operator}\` is ambiguous`, "Put one of them in parentheses.", at.start, at.end);
    }
  }

  /** TypeScript reads `a < b, c > (d)` as a call with type arguments; what it may read otherwise than we do is refused. */
  private checkTypeArguments(at: Token): void {
    if (
      (this.openLess || this.openLessOutside || this.shifted) &&
      (this.token.afterNewline || this.token.text === "(" || this.token.kind === "template")
    ) {
      refuseTypeArguments(at.start, at.end);
    }
  }

  private refuseOperator(operator: string): void {
    const { start, end } = this.token;
    if (operator === "==" || operator === "!=") refuse(`\`${operator}\``, `Use \`${operator}=\`.`, start, end);
    if (operator === "++" || operator === "--") refuse(`\`${operator}\``, "Expressions change nothing; add or subtract 1.", start, end);
    if (operator === "in") refuse("`in`", "Use `Object.hasOwn(value, name)`.", start, end);
    if (operator === "instanceof") refuse("`instanceof`", "Use `typeof` or `Array.isArray`.", start, end);
    if (operator === "as" || operator === "satisfies") refuse(`a type (\`${operator}\`)`, "Leave types out of expressions.", start, end);
    if (operator === "!" && !this.token.afterNewline)
      failSyntax("`!` has no meaning behind a value", "Use `?.` or `??` for a value that may be missing.", start, end);
  }

  private refuseAssignment(): void {
    if (this.token.kind === "punctuator" && assignmentOperators.test(this.token.text)) {
      const hint =
        this.token.text === "="
          ? "Use `===` to compare; use a `control.set` node to name a value."
          : "Expressions change nothing; use a `control.set` node to name a value.";
      refuse(`an assignment (\`${this.token.text}\`)`, hint, this.token.start, this.token.end);
    }
  }

  private parseUnary(): Expression {
    const { text, start, end, kind } = this.token;
    if ((kind === "punctuator" || kind === "name") && isUnaryOperator(text)) {
      if (++this.nesting > maxNesting) failSyntax("too many operators in a row", "Remove some of them.", start, end);
      this.advance();
      const operand = this.parseUnary();
      if (operand.type === "arrow" && !this.parenthesised.has(operand)) failUnexpected(this.token);
      this.nesting--;
      return { type: "unary", operator: text, operand, start, end: this.lastEnd };
    }
    if (kind === "punctuator") this.refuseOperator(text === "!" ? "" : text);
    return this.parsePostfix();
  }

  private parsePostfix(): Expression {
    const start = this.token.start;
    let object = this.parsePrimary();
    if (object.type === "arrow" && !this.parenthesised.has(object)) return object;
    for (;;) {
      const chained = this.is("?.");
      if (chained) this.advance();
      if (chained || this.is("(")) this.openLess = false;
      if (this.is("(")) {
        const items = this.parseItems("(", ")");
        object = { type: "call", callee: this.group(object), arguments: items, optional: chained, start, end: this.lastEnd };
      } else if (this.is("[")) {
        object = this.parseIndex(object, chained, start);
      } else if (this.token.kind === "template") {
        refuse("a tagged template", "Call a listed function instead.", start, this.token.end);
      } else if (chained || this.is(".")) {
        if (!chained) this.advance();
        const { kind, text, start: at, end } = this.token;
        if (kind !== "name") failSyntax("a property name is missing", "Write a name behind the dot.", at, Math.max(end, at));
        this.advance();
        object = { type: "member", object: this.group(object), property: text, optional: chained, start, end: this.lastEnd };
      } else {
        return object;
      }
    }
  }

  /** Keeps the parentheses of `(a?.b).c`: without them the whole chain would stop at a missing `a`. */
  private group(object: Expression): Expression {
    if (!this.parenthesised.has(object) || !isOptionalChain(object)) return object;
    return { type: "group", expression: object, start: object.start, end: object.end };
  }

  private parseIndex(object: Expression, optional: boolean, start: number): Expression {
    const key = this.inBrackets("[", "]", () => this.parseAssignment());
    const checkedKey = !isStaticKey(key);
    if (checkedKey && (optional || (isOptionalChain(object) && !this.parenthesised.has(object)))) {
      refuse("a computed key in an optional chain", "Give a fallback first: `(value ?? {})[key]`.", key.start, key.end);
    }
    return { type: "index", object: this.group(object), key, optional, checkedKey, start, end: this.lastEnd };
  }

  private parsePrimary(): Expression {
    const { kind, text, value, start, end } = this.token;
    switch (kind) {
      case "string":
        this.advance();
        return { type: "string", value: text, start, end };
      case "number":
        this.advance();
        return { type: "number", value, start, end };
      case "template":
        return this.parseTemplate();
      case "name":
        return this.parseName();
      case "end":
        return failSyntax(
          this.lastEnd === 0 ? "there is nothing here" : "it ends too early",
          "Write a value, for example `input.body.name`.",
          start,
          end,
        );
      case "punctuator":
        break;
    }
    if (text === "(") return this.parseParentheses();
    if (text === "[") return { type: "array", elements: this.parseItems("[", "]"), start, end: this.lastEnd };
    if (text === "{") return this.parseObject();
    if (text === "/" || text === "/=")
      refuse("a regular expression", "Use `includes`, `startsWith` or `split`, or a `code` node.", start, end);
    return failUnexpected(this.token);
  }

  private parseName(): Expression {
    const { text, start, end } = this.token;
    if (text === "true" || text === "false") {
      this.advance();
      return { type: "boolean", value: text === "true", start, end };
    }
    if (text === "null") {
      this.advance();
      return { type: "null", start, end };
    }
    if (text === "new") return this.parseNew();
    refuseWord(this.token);
    const mayBeArrow = start === this.arrowStart;
    this.advance();
    if (this.is("=>")) {
      if (!mayBeArrow) failUnexpected(this.token);
      return this.parseArrow([{ type: "name", name: text, start, end }], start);
    }
    return { type: "name", name: text, binding: "free", start, end };
  }

  private parseNew(): Expression {
    const start = this.token.start;
    this.advance();
    const { text, end } = this.token;
    if (this.token.kind !== "name" || (text !== "Date" && text !== "URL")) {
      refuse("`new` with something else than `Date` or `URL`", "Only `new Date(…)` and `new URL(…)` make objects.", start, end);
    }
    this.advance();
    if (!this.is("(")) refuse("`new` without parentheses", `Write \`new ${text}(…)\`.`, start, end);
    const items = this.parseItems("(", ")");
    return { type: "new", callee: text, arguments: items, start, end: this.lastEnd };
  }

  private parseParentheses(): Expression {
    const start = this.token.start;
    const mayBeArrow = start === this.arrowStart;
    const items = this.parseItems("(", ")");
    if (this.is("=>")) {
      if (!mayBeArrow) failUnexpected(this.token);
      return this.parseArrow(items.map(patternOf), start);
    }
    const [first, second] = items;
    if (second) refuse("a comma between expressions", "Write one expression.", start, this.lastEnd);
    if (!first) return failSyntax("the parentheses are empty", "Write a value between them.", start, this.lastEnd);
    if (first.type === "spread") return failSyntax("`...` has no meaning here", "Remove the dots.", first.start, first.end);
    if (this.text.slice(first.end, this.lastEnd).includes(","))
      failSyntax("a comma has no meaning here", "Remove the comma.", first.end, this.lastEnd);
    this.parenthesised.add(first);
    return first;
  }

  private parseArrow(parameters: readonly Pattern[], start: number): Expression {
    const arrow = this.token;
    if (arrow.afterNewline) failSyntax("a line break before `=>`", "Put `=>` on the line of the parameters.", arrow.start, arrow.end);
    const names = parameters.flatMap(namesOf);
    if (new Set(names).size < names.length) failSyntax("a parameter occurs twice", "Give each parameter its own name.", start, arrow.start);
    this.advance();
    if (this.is("{")) {
      refuse(
        "a function with statements",
        "Write one expression behind `=>`, an object in parentheses, or use a `code` node.",
        this.token.start,
        this.token.end,
      );
    }
    const body = this.parseAssignment();
    return { type: "arrow", parameters, body, start, end: this.lastEnd };
  }

  private parseObject(): Expression {
    const start = this.token.start;
    const properties: (Property | Spread)[] = [];
    this.inBrackets("{", "}", () => {
      while (!this.is("}")) {
        properties.push(this.is("...") ? this.parseSpread() : this.parseProperty());
        if (!this.is(",")) break;
        this.advance();
      }
    });
    return { type: "object", properties, start, end: this.lastEnd };
  }

  private parseProperty(): Property {
    const name = this.token;
    const { kind, text, value, start } = name;
    if (this.is("[")) {
      const key = this.inBrackets("[", "]", () => this.parseAssignment());
      this.expect(":", "a property needs `:` and a value");
      const propertyValue = this.parseAssignment();
      return { type: "property", key, value: propertyValue, shorthand: false, start, end: this.lastEnd };
    }
    if (kind !== "name" && kind !== "string" && kind !== "number") return failUnexpected(name);
    this.advance();
    const key = kind === "number" ? String(value) : text;
    if (this.is(":")) {
      this.advance();
      const propertyValue = this.parseAssignment();
      return { type: "property", key, value: propertyValue, shorthand: false, start, end: this.lastEnd };
    }
    if (this.is("(") || this.token.kind === "name") refuse("a method in an object", "Objects hold values only.", start, this.token.end);
    if (kind !== "name" || (!this.is(",") && !this.is("}"))) return failUnexpected(this.token);
    refuseWord(name);
    if (text === "true" || text === "false" || text === "null") return failUnexpected(this.token);
    const { end } = name;
    return { type: "property", key, value: { type: "name", name: text, binding: "free", start, end }, shorthand: true, start, end };
  }

  private parseSpread(): Spread {
    const start = this.token.start;
    this.advance();
    const argument = this.parseAssignment();
    return { type: "spread", argument, start, end: this.lastEnd };
  }

  private parseItems(open: "(" | "[", close: ")" | "]"): (Expression | Spread)[] {
    const items: (Expression | Spread)[] = [];
    this.inBrackets(open, close, () => {
      while (!this.is(close)) {
        if (this.is(","))
          failSyntax("a value is missing before the comma", "Write a value, or `undefined`.", this.token.start, this.token.end);
        items.push(this.is("...") ? this.parseSpread() : this.parseAssignment());
        if (!this.is(",")) break;
        this.advance();
      }
    });
    return items;
  }

  private parseTemplate(): Expression {
    const start = this.token.start;
    const quasis: string[] = [];
    const expressions: Expression[] = [];
    let text = "";
    let position = start + 1;
    for (;;) {
      const character = this.text.charAt(position);
      if (position >= this.text.length) failSyntax("a template literal is not closed", "Close it with a backtick.", start, position);
      if (character === "`") break;
      if (character === "\\") {
        const escape = readEscape(this.text, position);
        text += escape.value;
        position = escape.end;
      } else if (character === "$" && this.text.charAt(position + 1) === "{") {
        quasis.push(text);
        text = "";
        this.resumeAt(position + 2);
        expressions.push(this.withinBrackets(() => this.parseAssignment()));
        if (!this.is("}")) failExpected("}", this.token);
        position = this.token.end;
      } else {
        text += character === "\r" ? "\n" : character;
        position += character === "\r" && this.text.charAt(position + 1) === "\n" ? 2 : 1;
      }
    }
    quasis.push(text);
    this.resumeAt(position + 1);
    return { type: "template", quasis, expressions, start, end: position + 1 };
  }

  private inBrackets<T>(open: string, close: string, parseInside: () => T): T {
    this.expect(open, "");
    const result = this.withinBrackets(parseInside);
    this.expect(close, "");
    return result;
  }

  private withinBrackets<T>(parseInside: () => T): T {
    const { openLess, openLessOutside } = this;
    this.openLessOutside = openLess || openLessOutside;
    this.openLess = false;
    const result = parseInside();
    this.openLess = openLess;
    this.openLessOutside = openLessOutside;
    return result;
  }

  private is(punctuator: string): boolean {
    return this.token.kind === "punctuator" && this.token.text === punctuator;
  }

  private advance(): void {
    this.resumeAt(this.token.end);
  }

  private resumeAt(offset: number): void {
    this.lastEnd = offset;
    this.token = readToken(this.text, offset);
  }

  private expect(punctuator: string, message: string): void {
    if (!this.is(punctuator)) failExpected(punctuator, this.token, message);
    this.advance();
  }
}

function failExpected(punctuator: string, token: Token, message = ""): never {
  refuseWordIfName(token);
  const found = token.kind === "end" ? "it ends" : `\`${token.text.slice(0, 20)}\` stands`;
  return failSyntax(message || `${found} where \`${punctuator}\` is expected`, `Write \`${punctuator}\` here.`, token.start, token.end);
}

function failUnexpected(token: Token): never {
  if (token.kind === "end") return failSyntax("it ends too early", "Complete the expression.", token.start, token.end);
  refuseWordIfName(token);
  if (token.text === "," || token.text === ";")
    return refuse(`\`${token.text}\` between expressions`, "Write one expression.", token.start, token.end);
  return failSyntax(
    `\`${token.text.slice(0, 20)}\` is unexpected`,
    "Remove it, or complete what stands before it.",
    token.start,
    token.end,
  );
}

const refusedWords: ReadonlyMap<string, string> = new Map([
  ["this", "Name the node whose output you want."],
  ["await", "Outputs of earlier nodes are there already; nothing needs waiting for."],
  ["function", "Use an arrow function, `(item) => …`, as the argument of `map`, `filter` and the like."],
  ["import", "Expressions cannot load code; use a `code` node."],
  ["delete", "Expressions change nothing."],
  ["void", "Write `undefined`."],
  ["class", "Use a `code` node."],
  ["yield", "Use a `code` node."],
  ["arguments", "Name the arrow function's parameters."],
  ["eval", "Text is never run as code."],
]);

function refuseWord(token: Token): void {
  const hint = refusedWords.get(token.text);
  if (hint) refuse(`\`${token.text}\``, hint, token.start, token.end);
  const allowed = token.text === "undefined" || token.text === "true" || token.text === "false" || token.text === "null";
  if (languageReservedWords.has(token.text) && !allowed && token.text !== "constructor" && token.text !== "prototype") {
    failSyntax(`\`${token.text}\` is a word of the language`, "Use the name of a node.", token.start, token.end);
  }
}

function refuseWordIfName(token: Token): void {
  if (token.kind === "name") refuseWord(token);
}

function isStaticKey(key: Expression): boolean {
  return (
    key.type === "string" ||
    key.type === "number" ||
    (key.type === "unary" && key.operator === "-" && key.operand.type === "number") ||
    (key.type === "template" && key.expressions.length === 0)
  );
}

function isOptionalChain(expression: Expression): boolean {
  for (let link = expression; ;) {
    switch (link.type) {
      case "member":
      case "index":
        if (link.optional) return true;
        link = link.object;
        break;
      case "call":
        if (link.optional) return true;
        link = link.callee;
        break;
      default:
        return false;
    }
  }
}

function patternOf(item: Expression | Spread): Pattern {
  const { start, end } = item;
  const refusePattern = (): never =>
    refuse("a parameter of this shape", "Parameters are names, `[a, b]` or `{ a, b }`, without defaults.", start, end);
  const nameIn = (value: Expression | Spread): string => (value.type === "name" ? value.name : refusePattern());
  if (item.type === "name") return { type: "name", name: item.name, start, end };
  if (item.type === "array") return { type: "list", names: item.elements.map(nameIn), start, end };
  if (item.type !== "object") return refusePattern();
  const fields = item.properties.map((property) => {
    if (property.type === "spread" || typeof property.key !== "string") return refusePattern();
    return { key: property.key, name: nameIn(property.value) };
  });
  return { type: "fields", fields, start, end };
}

/** Long chains are as deep as brackets to whoever walks the tree; walks over without recursion. */
function checkDepth(root: Expression): void {
  const stack: { expression: Expression; depth: number }[] = [{ expression: root, depth: 1 }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    if (entry.depth > maxDepth) {
      failSyntax(
        "the expression is too long a chain",
        "Split it over several `control.set` nodes, or `join` a list.",
        root.start,
        root.end,
      );
    }
    for (const child of childrenOf(entry.expression)) stack.push({ expression: child, depth: entry.depth + 1 });
  }
}
