import { forbiddenProperties, methods } from "../../../../codegen/expression/allow-list.ts";
import type { ArrowExpression, CallExpression, Expression, Pattern, Spread } from "../../../../codegen/expression/ast.ts";

/** What an expression gives with some values, or why it gives nothing. */
export type Evaluated =
  | { readonly kind: "value"; readonly value: unknown }
  /** A name has no value yet. */
  | { readonly kind: "no-data"; readonly name: string }
  /** A sentence: what a run would fail with, or that it is too much for a preview. */
  | { readonly kind: "failed"; readonly message: string };

/** Names and what they stand for; a name that is not in it has no data. */
export type Values = ReadonlyMap<string, unknown>;

/** Steps, and characters or items made, after which a preview gives up. */
const MOST_STEPS = 50_000;
const MOST_ITEMS = 1_000_000;

class NoData extends Error {
  readonly missing: string;
  constructor(missing: string) {
    super(missing);
    this.missing = missing;
  }
}

/** The value of a parsed expression, by walking it: only what the allow-list knows is ever called, and nothing becomes code. */
export function evaluate(expression: Expression, values: Values): Evaluated {
  try {
    return { kind: "value", value: new Evaluation(values).read(expression, new Map()) };
  } catch (error) {
    if (error instanceof NoData) return { kind: "no-data", name: error.missing };
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

type Scope = ReadonlyMap<string, unknown>;

/** What a short-circuited chain gives to its outer links. */
const missing = Symbol("missing");

const globalValues: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["undefined", undefined],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
]);
const globalObjects: ReadonlyMap<string, object> = new Map<string, object>([
  ["String", String],
  ["Number", Number],
  ["Boolean", Boolean],
  ["Array", Array],
  ["Object", Object],
  ["JSON", JSON],
  ["Math", Math],
  ["Date", Date],
  ["URL", URL],
  ["encodeURIComponent", encodeURIComponent],
  ["decodeURIComponent", decodeURIComponent],
  ["encodeURI", encodeURI],
  ["decodeURI", decodeURI],
  // The global ones convert first, unlike those of Number.
  ["isNaN", (value: unknown) => Number.isNaN(numberOf(value))],
  ["isFinite", (value: unknown) => Number.isFinite(numberOf(value))],
  ["parseFloat", Number.parseFloat],
  ["parseInt", Number.parseInt],
]);

class Evaluation {
  readonly #values: Values;
  #steps = 0;

  constructor(values: Values) {
    this.#values = values;
  }

  read(expression: Expression, scope: Scope): unknown {
    const value = this.#chain(expression, scope);
    return value === missing ? undefined : value;
  }

  #chain(expression: Expression, scope: Scope): unknown {
    this.#steps += 1;
    if (this.#steps > MOST_STEPS) throw new Error("This takes too long for a preview; a run has no such limit.");
    switch (expression.type) {
      case "string":
      case "number":
      case "boolean":
        return expression.value;
      case "null":
        return null;
      case "name":
        return this.#name(expression.name, expression.binding === "global", scope);
      case "template":
        return expression.quasis.reduce((text, quasi, index) => {
          const part = expression.expressions[index];
          return limit(text + quasi + (part ? textOf(this.read(part, scope)) : ""));
        }, "");
      case "member": {
        if (expression.object.type === "name" && expression.object.binding === "global") {
          return this.#global(expression.object.name, expression.property);
        }
        const owner = this.#chain(expression.object, scope);
        if (owner === missing || (expression.optional && (owner === null || owner === undefined))) return missing;
        return property(owner, expression.property);
      }
      case "index": {
        const owner = this.#chain(expression.object, scope);
        if (owner === missing || (expression.optional && (owner === null || owner === undefined))) return missing;
        return property(owner, keyOf(this.read(expression.key, scope)));
      }
      case "call":
        return this.#call(expression, scope);
      case "new": {
        const given = this.#list(expression.arguments, scope);
        // The parser lets only texts, numbers and dates through; anything else is an invalid date or URL.
        return expression.callee === "Date" ? new Date(...(given as [])) : new URL(...(given as [string, string?]));
      }
      case "unary": {
        const value = this.read(expression.operand, scope);
        switch (expression.operator) {
          case "!":
            return !value;
          case "-":
            return -numberOf(value);
          case "+":
            return numberOf(value);
          case "~":
            return ~numberOf(value);
          case "typeof":
            return typeof value;
        }
        return undefined;
      }
      case "binary":
        return this.#binary(expression, scope);
      case "conditional":
        return this.read(this.read(expression.test, scope) ? expression.consequent : expression.alternate, scope);
      case "array":
        return this.#list(expression.elements, scope);
      case "object": {
        const made: [string, unknown][] = [];
        for (const item of expression.properties) {
          if (item.type === "spread") made.push(...Object.entries(Object(this.read(item.argument, scope)) as object));
          else
            made.push([typeof item.key === "string" ? item.key : String(keyOf(this.read(item.key, scope))), this.read(item.value, scope)]);
        }
        return Object.fromEntries(made);
      }
      case "arrow":
        return this.#arrow(expression, scope);
      case "group":
        return this.read(expression.expression, scope);
    }
  }

  #name(name: string, isGlobal: boolean, scope: Scope): unknown {
    if (scope.has(name)) return scope.get(name);
    if (isGlobal && globalValues.has(name)) return globalValues.get(name);
    // A listed function handed to a method: `map(String)`.
    const listed = isGlobal ? globalObjects.get(name) : undefined;
    if (typeof listed === "function") return (item: unknown): unknown => Reflect.apply(listed, undefined, [item]);
    if (!this.#values.has(name)) throw new NoData(name);
    return this.#values.get(name);
  }

  #global(name: string, member: string): unknown {
    if (name === "env") return this.#variable(member);
    const owner = globalObjects.get(name);
    const value: unknown = owner && Object.hasOwn(owner, member) ? Reflect.get(owner, member) : undefined;
    return typeof value === "function" ? (...given: unknown[]): unknown => Reflect.apply(value, owner, given.slice(0, 1)) : value;
  }

  #variable(name: string): unknown {
    const variables = this.#values.get("env");
    if (variables === null || typeof variables !== "object" || !Object.hasOwn(variables, name)) throw new NoData(`env.${name}`);
    return property(variables, name);
  }

  #call(expression: CallExpression, scope: Scope): unknown {
    const { callee } = expression;
    if (callee.type === "name") {
      const listed = globalObjects.get(callee.name);
      if (typeof listed !== "function") throw new Error(`${callee.name} is no function.`);
      return Reflect.apply(listed, undefined, this.#list(expression.arguments, scope));
    }
    if (callee.type !== "member") throw new Error("Only listed functions are called.");
    if (callee.object.type === "name" && callee.object.binding === "global") {
      const owner = globalObjects.get(callee.object.name);
      const listed: unknown = owner && Object.hasOwn(owner, callee.property) ? Reflect.get(owner, callee.property) : undefined;
      if (typeof listed !== "function") throw new Error(`${callee.object.name}.${callee.property} is no function.`);
      const given = this.#list(expression.arguments, scope);
      if (callee.object.name === "Array" && callee.property === "from") checkLength(given[0]);
      return Reflect.apply(listed, owner, given);
    }
    const owner = this.#chain(callee.object, scope);
    if (owner === missing || (callee.optional && (owner === null || owner === undefined))) return missing;
    const method = methodOf(owner, callee.property);
    if (method === undefined && expression.optional) return missing;
    if (method === undefined) throw new Error(`${describe(owner)} has no ${callee.property}().`);
    const given = this.#list(expression.arguments, scope);
    checkGrowth(owner, callee.property, given);
    return limit(Reflect.apply(method, owner, given));
  }

  #binary({ operator, left, right }: Extract<Expression, { type: "binary" }>, scope: Scope): unknown {
    const a = this.read(left, scope);
    if (operator === "??") return a ?? this.read(right, scope);
    if (operator === "||") return a || this.read(right, scope);
    if (operator === "&&") return a && this.read(right, scope);
    const b = this.read(right, scope);
    switch (operator) {
      case "===":
        return a === b;
      case "!==":
        return a !== b;
      case "+":
        return typeof primitive(a) === "string" || typeof primitive(b) === "string"
          ? limit(textOf(a) + textOf(b))
          : numberOf(a) + numberOf(b);
      case "<":
      case ">":
      case "<=":
      case ">=":
        return compare(operator, primitive(a), primitive(b));
      case "-":
        return numberOf(a) - numberOf(b);
      case "*":
        return numberOf(a) * numberOf(b);
      case "/":
        return numberOf(a) / numberOf(b);
      case "%":
        return numberOf(a) % numberOf(b);
      case "**":
        return numberOf(a) ** numberOf(b);
      case "|":
        return numberOf(a) | numberOf(b);
      case "^":
        return numberOf(a) ^ numberOf(b);
      case "&":
        return numberOf(a) & numberOf(b);
      case "<<":
        return numberOf(a) << numberOf(b);
      case ">>":
        return numberOf(a) >> numberOf(b);
      case ">>>":
        return numberOf(a) >>> numberOf(b);
    }
    return undefined;
  }

  #list(items: readonly (Expression | Spread)[], scope: Scope): unknown[] {
    return items.flatMap((item) => {
      if (item.type !== "spread") return [this.read(item, scope)];
      const spread = this.read(item.argument, scope);
      if (typeof spread === "string" || Array.isArray(spread)) return Array.from<unknown>(spread);
      throw new TypeError(`${describe(spread)} is no list, so it cannot be spread.`);
    });
  }

  #arrow({ parameters, body }: ArrowExpression, scope: Scope): (...given: unknown[]) => unknown {
    return (...given) => {
      const inner = new Map(scope);
      parameters.forEach((pattern, index) => bind(pattern, given[index], inner));
      return this.read(body, inner);
    };
  }
}

function bind(pattern: Pattern, value: unknown, scope: Map<string, unknown>): void {
  switch (pattern.type) {
    case "name":
      scope.set(pattern.name, value);
      return;
    case "list":
      pattern.names.forEach((name, index) => name !== "" && scope.set(name, property(value, index)));
      return;
    case "fields":
      for (const { key, name } of pattern.fields) scope.set(name, property(value, key));
  }
}

/** Data is read by its own properties only: no prototype, no accessor of ours. */
function property(owner: unknown, key: string | number): unknown {
  if (owner === null || owner === undefined) throw new TypeError(`${describe(owner)} has no fields; "${key}" was read from it.`);
  if (forbiddenProperties.has(String(key))) throw new TypeError(`"${key}" cannot be read.`);
  if (typeof owner === "string") return key === "length" ? owner.length : owner[Number(key)];
  if (owner instanceof URL) return urlParts.has(String(key)) ? Reflect.get(owner, key) : undefined;
  if (typeof owner === "object" && Object.hasOwn(owner, key)) return Reflect.get(owner, key);
  return undefined;
}

const urlParts: ReadonlySet<string> = new Set(
  "hash host hostname href origin password pathname port protocol search searchParams username".split(" "),
);

function methodOf(owner: unknown, name: string): ((...given: unknown[]) => unknown) | undefined {
  if (owner === null || owner === undefined) throw new TypeError(`${describe(owner)} has no ${name}().`);
  if (!methods.has(name)) return undefined;
  const source = prototypeOf(owner);
  const method: unknown = source && Reflect.get(source, name);
  // What a built-in prototype has under a listed name is a method.
  return typeof method === "function" ? (method as (...given: unknown[]) => unknown) : undefined;
}

function prototypeOf(owner: unknown): object | undefined {
  if (typeof owner === "string") return String.prototype;
  if (typeof owner === "number") return Number.prototype;
  if (typeof owner === "boolean") return Boolean.prototype;
  if (Array.isArray(owner)) return Array.prototype;
  if (owner instanceof Date) return Date.prototype;
  if (owner instanceof URL) return URL.prototype;
  if (owner instanceof URLSearchParams) return URLSearchParams.prototype;
  return Object.prototype;
}

function checkGrowth(owner: unknown, name: string, given: readonly unknown[]): void {
  const times = name === "repeat" && typeof owner === "string" ? owner.length * Number(given[0]) : 0;
  const padded = name === "padStart" || name === "padEnd" ? Number(given[0]) : 0;
  if (times > MOST_ITEMS || padded > MOST_ITEMS) throw new RangeError("This is too long for a preview.");
}

function checkLength(value: unknown): void {
  if (value !== null && typeof value === "object" && Number(Reflect.get(value, "length")) > MOST_ITEMS) {
    throw new RangeError("This list is too long for a preview.");
  }
}

function limit<Value>(value: Value): Value {
  if ((typeof value === "string" || Array.isArray(value)) && value.length > MOST_ITEMS)
    throw new RangeError("This is too long for a preview.");
  return value;
}

function primitive(value: unknown): unknown {
  if (value instanceof Date) return value.toString();
  return value !== null && typeof value === "object" ? textOf(value) : value;
}

function numberOf(value: unknown): number {
  return value !== null && typeof value === "object" && !(value instanceof Date) ? Number(textOf(value)) : Number(value);
}

function compare(operator: "<" | ">" | "<=" | ">=", a: unknown, b: unknown): boolean {
  const texts = typeof a === "string" && typeof b === "string";
  const [x, y] = texts ? [a, b] : [Number(a), Number(b)];
  return operator === "<" ? x < y : operator === ">" ? x > y : operator === "<=" ? x <= y : x >= y;
}

function keyOf(value: unknown): string | number {
  return typeof value === "number" ? value : textOf(value);
}

/** As a template literal writes a value; data cannot bring a `toString` of its own. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((item: unknown) => (item === null || item === undefined ? "" : textOf(item))).join(",");
  if (value instanceof Date || value instanceof URL || value instanceof URLSearchParams) return value.toString();
  return value !== null && typeof value === "object" ? "[object Object]" : String(value);
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "A list";
  return { string: "A text", number: "A number", boolean: "A boolean" }[typeof value as string] ?? "An object";
}
