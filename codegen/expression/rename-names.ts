import type { Expression, Pattern, Property, Spread } from "./ast.ts";
import { namesOf } from "./ast.ts";

/** Gives an expression's free names other names; an arrow function's parameter that would capture one is renamed first. */
export function renameNames(expression: Expression, rename: (name: string) => string): Expression {
  return new Renamer(rename).walk(expression, new Map());
}

/** The free names inside an expression. */
export function freeNames(expression: Expression, found: Set<string> = new Set()): Set<string> {
  if (expression.type === "name") {
    if (expression.binding === "free") found.add(expression.name);
    return found;
  }
  mapChildren(expression, (child) => {
    freeNames(child, found);
    return child;
  });
  return found;
}

/** The same expression with each direct subexpression replaced. */
export function mapChildren(expression: Expression, map: (child: Expression) => Expression): Expression {
  const mapItem = (item: Expression | Spread): Expression | Spread =>
    item.type === "spread" ? { ...item, argument: map(item.argument) } : map(item);
  const mapProperty = (property: Property | Spread): Property | Spread => {
    if (property.type === "spread") return { ...property, argument: map(property.argument) };
    const key = typeof property.key === "string" ? property.key : map(property.key);
    return { ...property, key, value: map(property.value) };
  };
  switch (expression.type) {
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "name":
      return expression;
    case "template":
      return { ...expression, expressions: expression.expressions.map(map) };
    case "member":
      return { ...expression, object: map(expression.object) };
    case "index":
      return { ...expression, object: map(expression.object), key: map(expression.key) };
    case "call":
      return { ...expression, callee: map(expression.callee), arguments: expression.arguments.map(mapItem) };
    case "new":
      return { ...expression, arguments: expression.arguments.map(mapItem) };
    case "unary":
      return { ...expression, operand: map(expression.operand) };
    case "binary":
      return { ...expression, left: map(expression.left), right: map(expression.right) };
    case "conditional":
      return { ...expression, test: map(expression.test), consequent: map(expression.consequent), alternate: map(expression.alternate) };
    case "array":
      return { ...expression, elements: expression.elements.map(mapItem) };
    case "object":
      return { ...expression, properties: expression.properties.map(mapProperty) };
    case "arrow":
      return { ...expression, body: map(expression.body) };
    case "group":
      return { ...expression, expression: map(expression.expression) };
  }
}

class Renamer {
  private readonly rename: (name: string) => string;

  constructor(rename: (name: string) => string) {
    this.rename = rename;
  }

  walk(expression: Expression, parameters: ReadonlyMap<string, string>): Expression {
    if (expression.type === "name") {
      if (expression.binding === "global") return expression;
      const name = expression.binding === "parameter" ? parameters.get(expression.name) : this.rename(expression.name);
      return name === undefined || name === expression.name ? expression : { ...expression, name };
    }
    if (expression.type === "arrow") {
      const inner = this.enter(expression.parameters, expression.body, parameters);
      const renamed = expression.parameters.map((pattern) => renamePattern(pattern, inner));
      return { ...expression, parameters: renamed, body: this.walk(expression.body, inner) };
    }
    const mapped = mapChildren(expression, (child) => this.walk(child, parameters));
    return mapped.type === "object" ? { ...mapped, properties: mapped.properties.map(spellOutShorthand) } : mapped;
  }

  /** The parameters' names inside the arrow function: their own, unless a renamed free name or another parameter is called so. */
  private enter(patterns: readonly Pattern[], body: Expression, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const own = patterns.flatMap(namesOf);
    const taken = new Set([...[...freeNames(body)].map((name) => this.rename(name)), ...outer.values()]);
    const inner = new Map(outer);
    for (const name of own) inner.delete(name);
    for (const name of own) {
      const outerName = [...outer].some(([from, to]) => from === name && to === name);
      const conflicts = taken.has(name) && !outerName;
      inner.set(name, conflicts ? freshName(name, new Set([...taken, ...own, ...inner.values()])) : name);
    }
    return inner;
  }
}

function freshName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const candidate = `${name}${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function renamePattern(pattern: Pattern, names: ReadonlyMap<string, string>): Pattern {
  const rename = (name: string): string => names.get(name) ?? name;
  switch (pattern.type) {
    case "name":
      return { ...pattern, name: rename(pattern.name) };
    case "list":
      return { ...pattern, names: pattern.names.map(rename) };
    case "fields":
      return { ...pattern, fields: pattern.fields.map((field) => ({ key: field.key, name: rename(field.name) })) };
  }
}

function spellOutShorthand(property: Property | Spread): Property | Spread {
  if (property.type === "spread" || !property.shorthand) return property;
  return property.value.type === "name" && property.value.name === property.key ? property : { ...property, shorthand: false };
}
