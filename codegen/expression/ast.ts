/** Where a node stands in the text it was parsed from: 0-based half-open offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type UnaryOperator = "!" | "-" | "+" | "~" | "typeof";

export type BinaryOperator =
  | "??"
  | "||"
  | "&&"
  | "|"
  | "^"
  | "&"
  | "==="
  | "!=="
  | "<"
  | ">"
  | "<="
  | ">="
  | "<<"
  | ">>"
  | ">>>"
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "**";

/** What a name stands for: something of the workflow, an arrow function's parameter, or a listed global. */
export type Binding = "free" | "parameter" | "global";

export interface NameExpression extends Range {
  readonly type: "name";
  readonly name: string;
  readonly binding: Binding;
}
export interface TemplateExpression extends Range {
  readonly type: "template";
  /** The cooked texts, one more than `expressions`. */
  readonly quasis: readonly string[];
  readonly expressions: readonly Expression[];
}
export interface MemberExpression extends Range {
  readonly type: "member";
  readonly object: Expression;
  readonly property: string;
  readonly optional: boolean;
}
export interface IndexExpression extends Range {
  readonly type: "index";
  readonly object: Expression;
  readonly key: Expression;
  readonly optional: boolean;
  /** The key is only known at run time: in emitted code it goes through `pick`. */
  readonly checkedKey: boolean;
}
export interface CallExpression extends Range {
  readonly type: "call";
  readonly callee: Expression;
  readonly arguments: readonly (Expression | Spread)[];
  readonly optional: boolean;
}
export interface NewExpression extends Range {
  readonly type: "new";
  readonly callee: "Date" | "URL";
  readonly arguments: readonly (Expression | Spread)[];
}
export interface UnaryExpression extends Range {
  readonly type: "unary";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}
export interface BinaryExpression extends Range {
  readonly type: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface ConditionalExpression extends Range {
  readonly type: "conditional";
  readonly test: Expression;
  readonly consequent: Expression;
  readonly alternate: Expression;
}
export interface ArrayExpression extends Range {
  readonly type: "array";
  readonly elements: readonly (Expression | Spread)[];
}
export interface ObjectExpression extends Range {
  readonly type: "object";
  readonly properties: readonly (Property | Spread)[];
}
export interface Property extends Range {
  readonly type: "property";
  /** A static name, or an expression in brackets. */
  readonly key: string | Expression;
  readonly value: Expression;
  readonly shorthand: boolean;
}
export interface Spread extends Range {
  readonly type: "spread";
  readonly argument: Expression;
}
export interface ArrowExpression extends Range {
  readonly type: "arrow";
  readonly parameters: readonly Pattern[];
  readonly body: Expression;
}
/** An optional chain in parentheses whose value is used further: `(a?.b).c`. Other parentheses are not kept. */
export interface GroupExpression extends Range {
  readonly type: "group";
  readonly expression: Expression;
}

/** A parameter of an arrow function: a name, `[a, b]`, or `{ a, b: c }`. */
export type Pattern =
  | ({ readonly type: "name"; readonly name: string } & Range)
  | ({ readonly type: "list"; readonly names: readonly string[] } & Range)
  | ({ readonly type: "fields"; readonly fields: readonly { readonly key: string; readonly name: string }[] } & Range);

export type Expression =
  | ({ readonly type: "string"; readonly value: string } & Range)
  | ({ readonly type: "number"; readonly value: number } & Range)
  | ({ readonly type: "boolean"; readonly value: boolean } & Range)
  | ({ readonly type: "null" } & Range)
  | TemplateExpression
  | NameExpression
  | MemberExpression
  | IndexExpression
  | CallExpression
  | NewExpression
  | UnaryExpression
  | BinaryExpression
  | ConditionalExpression
  | ArrayExpression
  | ObjectExpression
  | ArrowExpression
  | GroupExpression;

/** What is wrong with an expression; `start` and `end` are offsets in the text that was given. */
export interface ExpressionProblem extends Range {
  readonly code: "expression-syntax" | "expression-not-allowed";
  /** A clause without a full stop: "a string is not closed". */
  readonly message: string;
  /** A whole sentence. */
  readonly hint: string;
}

/** The names that a pattern binds. */
export function namesOf(pattern: Pattern): readonly string[] {
  switch (pattern.type) {
    case "name":
      return [pattern.name];
    case "list":
      return pattern.names;
    case "fields":
      return pattern.fields.map((field) => field.name);
  }
}

/** The expressions directly inside one, in the order of the text; spreads and properties are seen through. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "name":
      return [];
    case "template":
      return expression.expressions;
    case "member":
      return [expression.object];
    case "index":
      return [expression.object, expression.key];
    case "call":
      return [expression.callee, ...expression.arguments.map(unspread)];
    case "new":
      return expression.arguments.map(unspread);
    case "unary":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "conditional":
      return [expression.test, expression.consequent, expression.alternate];
    case "array":
      return expression.elements.map(unspread);
    case "object":
      return expression.properties.flatMap((property) => {
        if (property.type === "spread") return [property.argument];
        return typeof property.key === "string" ? [property.value] : [property.key, property.value];
      });
    case "arrow":
      return [expression.body];
    case "group":
      return [expression.expression];
  }
}

function unspread(item: Expression | Spread): Expression {
  return item.type === "spread" ? item.argument : item;
}
