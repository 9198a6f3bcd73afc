import type {
  BinaryExpression,
  BinaryOperator,
  ConditionalExpression,
  Expression,
  IndexExpression,
  Pattern,
  Property,
  Spread,
  UnaryExpression,
} from "./ast.ts";
import { childrenOf } from "./ast.ts";
import { renameNames } from "./rename-names.ts";
import { printKey, printNumber, printQuasi, printString } from "./text-of-string.ts";

export interface PrintOptions {
  /** `template`: as a person types it between `{{ }}`. `code`: as emitted source, where computed keys go through `pick`. */
  readonly target?: "code" | "template";
  /** The local name of the kit's `pick` helper in emitted code. */
  readonly pick?: string;
  /** Gives free names other names; parameters that would capture one are renamed too. */
  readonly rename?: (name: string) => string;
  /**
   * `list`: a comma and more may follow the text, so a `<` at its end is put in parentheses: TypeScript reads
   * `[a < b, c > (d)]` as a call with type arguments. `alone`: a bracket or the end follows. Default: `list` for code, `alone` for templates.
   */
  readonly position?: "list" | "alone";
}

/** The canonical text of an expression, on one line, laid out as prettier would. */
export function printExpression(expression: Expression, options: PrintOptions = {}): string {
  const target = options.target ?? "template";
  const position = options.position ?? (target === "code" ? "list" : "alone");
  const renamed = options.rename ? renameNames(expression, options.rename) : expression;
  return new Printer(target, options.pick ?? "pick").print(renamed, position === "list");
}

/** Whether emitted code of this expression calls the kit's `pick`. */
export function needsPick(expression: Expression): boolean {
  if (expression.type === "index" && expression.checkedKey) return true;
  return childrenOf(expression).some(needsPick);
}

const levels: readonly (readonly BinaryOperator[])[] = [
  ["??"],
  ["||"],
  ["&&"],
  ["|"],
  ["^"],
  ["&"],
  ["===", "!=="],
  ["<", ">", "<=", ">="],
  ["<<", ">>", ">>>"],
  ["+", "-"],
  ["*", "/", "%"],
  ["**"],
];
const levelOf = new Map(levels.flatMap((operators, level) => operators.map((operator) => [operator, level] as const)));
const bitwise: ReadonlySet<string> = new Set(["|", "^", "&", "<<", ">>", ">>>"]);

class Printer {
  private readonly target: "code" | "template";
  private readonly pick: string;

  constructor(target: "code" | "template", pick: string) {
    this.target = target;
    this.pick = pick;
  }

  /** `open`: a comma and more may follow the text. */
  print(expression: Expression, open: boolean): string {
    switch (expression.type) {
      case "string":
        return printString(expression.value);
      case "number":
        return printNumber(expression.value);
      case "boolean":
        return String(expression.value);
      case "null":
        return "null";
      case "name":
        return expression.name;
      case "template":
        return this.printTemplate(expression.quasis, expression.expressions);
      case "member":
        return `${this.printOperand(expression.object)}${expression.optional ? "?." : "."}${expression.property}`;
      case "index":
        return this.printIndex(expression);
      case "call":
        return `${this.printOperand(expression.callee)}${expression.optional ? "?." : ""}(${this.printItems(expression.arguments)})`;
      case "new":
        return `new ${expression.callee}(${this.printItems(expression.arguments)})`;
      case "unary":
        return this.printUnary(expression);
      case "binary":
        return this.printBinary(expression, open);
      case "conditional":
        return this.printConditional(expression, open);
      case "array":
        return `[${this.printItems(expression.elements)}]`;
      case "object":
        return this.printObject(expression.properties);
      case "arrow":
        return this.printArrow(expression.parameters, expression.body, open);
      case "group":
        return `(${this.print(expression.expression, false)})`;
    }
  }

  private printIndex(expression: IndexExpression): string {
    if (expression.checkedKey && this.target === "code") {
      const object = expression.object.type === "group" ? expression.object.expression : expression.object;
      return `${this.pick}(${this.print(object, true)}, ${this.print(expression.key, false)})`;
    }
    return `${this.printOperand(expression.object)}${expression.optional ? "?." : ""}[${this.print(expression.key, false)}]`;
  }

  private printItems(items: readonly (Expression | Spread)[]): string {
    const last = items.length - 1;
    return items.map((item, index) => this.printItem(item, index < last)).join(", ");
  }

  private printItem(item: Expression | Spread, open: boolean): string {
    return item.type === "spread" ? `...${this.print(item.argument, open)}` : this.print(item, open);
  }

  private printTemplate(quasis: readonly string[], expressions: readonly Expression[]): string {
    const parts = quasis.map((quasi, index) => {
      const part = expressions[index];
      return part ? `${printQuasi(quasi)}\${${this.print(part, false)}}` : printQuasi(quasi);
    });
    return `\`${parts.join("")}\``;
  }

  /** What stands before a dot, a bracket or a call. */
  private printOperand(expression: Expression): string {
    const text = this.print(expression, false);
    switch (expression.type) {
      case "number":
      case "unary":
      case "binary":
      case "conditional":
      case "arrow":
        return `(${text})`;
      default:
        return text;
    }
  }

  private printUnary(expression: UnaryExpression): string {
    const { operator, operand } = expression;
    const text = this.print(operand, false);
    const space = operator === "typeof" ? " " : "";
    const again = operand.type === "unary" && operand.operator === operator && (operator === "+" || operator === "-");
    const loose = operand.type === "binary" || operand.type === "conditional" || operand.type === "arrow";
    return again || loose ? `${operator}${space}(${text})` : `${operator}${space}${text}`;
  }

  private printBinary(expression: BinaryExpression, open: boolean): string {
    const { operator, left, right } = expression;
    const leftText = needsParentheses(expression, left, "left") ? `(${this.print(left, false)})` : this.print(left, false);
    const rightText = needsParentheses(expression, right, "right") ? `(${this.print(right, false)})` : this.print(right, open);
    const text = `${leftText} ${operator} ${rightText}`;
    return open && (operator === "<" || operator === "<<") ? `(${text})` : text;
  }

  private printConditional(expression: ConditionalExpression, open: boolean): string {
    const { test, consequent, alternate } = expression;
    const testText = test.type === "conditional" ? `(${this.print(test, false)})` : this.print(test, false);
    const consequentText = this.print(consequent, false);
    return `${testText} ? ${consequent.type === "conditional" ? `(${consequentText})` : consequentText} : ${this.print(alternate, open)}`;
  }

  private printObject(properties: readonly (Property | Spread)[]): string {
    if (properties.length === 0) return "{}";
    const texts = properties.map((property, index) => {
      if (property.type === "spread") return this.printItem(property, true);
      const value = this.print(property.value, properties[index + 1]?.type === "spread");
      if (typeof property.key !== "string") return `[${this.print(property.key, false)}]: ${value}`;
      return property.shorthand ? value : `${printKey(property.key)}: ${value}`;
    });
    return `{ ${texts.join(", ")} }`;
  }

  private printArrow(parameters: readonly Pattern[], body: Expression, open: boolean): string {
    const text = this.print(body, open && body.type !== "conditional");
    return `(${parameters.map(printPattern).join(", ")}) => ${body.type === "conditional" ? `(${text})` : this.guardBrace(body, text)}`;
  }

  /** Behind `=>` a text that starts with `{` would be a block; the object it starts with goes into parentheses. */
  private guardBrace(body: Expression, text: string): string {
    const object = text.startsWith("{") ? findLeadingObject(body) : undefined;
    if (!object) return text;
    const length = this.print(object, false).length;
    return `(${text.slice(0, length)})${text.slice(length)}`;
  }
}

function printPattern(pattern: Pattern): string {
  switch (pattern.type) {
    case "name":
      return pattern.name;
    case "list":
      return `[${pattern.names.join(", ")}]`;
    case "fields":
      return `{ ${pattern.fields.map(({ key, name }) => (key === name ? name : `${printKey(key)}: ${name}`)).join(", ")} }`;
  }
}

/** Prettier's rule: where JavaScript needs them, and where operators of one level or of two kinds of logic meet. */
function needsParentheses(parent: BinaryExpression, side: Expression, position: "left" | "right"): boolean {
  if (side.type === "conditional" || side.type === "arrow") return true;
  if (side.type === "unary") return parent.operator === "**" && position === "left";
  if (side.type !== "binary") return false;
  // Open on its left, TypeScript would read `a << b > c, d > (e)` as a call with type arguments.
  if (parent.operator === ">" && side.operator === "<<") return true;
  const outer = levelOf.get(parent.operator) ?? 0;
  const inner = levelOf.get(side.operator) ?? 0;
  const isLogic = outer <= 2;
  if (isLogic && inner <= 2) return parent.operator !== side.operator || position === "right";
  if (outer > inner) return true;
  if (outer === inner) return position === "right" || !flattens(parent.operator, side.operator);
  if (side.operator === "%") return parent.operator === "+" || parent.operator === "-";
  return bitwise.has(parent.operator);
}

/** Whether two operators of one level read well without parentheses. */
function flattens(outer: BinaryOperator, inner: BinaryOperator): boolean {
  if (outer === "**") return false;
  const level = levelOf.get(outer) ?? 0;
  if (level === 6 || level === 7 || level === 8) return false;
  if (level === 10) return outer === inner && outer !== "%";
  return true;
}

/** The object literal that an expression's text starts with. */
function findLeadingObject(expression: Expression): Expression | undefined {
  switch (expression.type) {
    case "object":
      return expression;
    case "member":
    case "index":
      return findLeadingObject(expression.object);
    case "call":
      return findLeadingObject(expression.callee);
    case "binary":
      return findLeadingObject(expression.left);
    default:
      return undefined;
  }
}
