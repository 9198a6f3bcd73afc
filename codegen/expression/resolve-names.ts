import { nearestName } from "../check/nearest-name.ts";
import type { CallExpression, Expression, NameExpression, Pattern, Property, Spread } from "./ast.ts";
import { namesOf } from "./ast.ts";
import type { CallRule } from "./allow-list.ts";
import { forbiddenProperties, globals, methods, replacements, VARIABLE_NAME } from "./allow-list.ts";
import { refuse } from "./tokens.ts";
import { languageReservedWords } from "../schema/identifiers.ts";

/**
 * Decides what every name stands for and holds the tree against the allow-list: which globals, functions, methods and
 * properties it may use. Gives the tree with the names resolved. Throws `ExpressionError`.
 */
export function resolveNames(expression: Expression, pick?: string): Expression {
  return new Resolver(pick).resolve(expression, emptyScope);
}

type Scope = ReadonlySet<string>;
const emptyScope: Scope = new Set();
const parameterShape = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** The helper behind computed keys has this name in emitted code; a parameter must not stand in its place. */
const pickShape = /^pick\d*$/;

class Resolver {
  private readonly pick: string | undefined;

  constructor(pick: string | undefined) {
    this.pick = pick;
  }

  resolve(expression: Expression, scope: Scope): Expression {
    switch (expression.type) {
      case "string":
      case "number":
      case "boolean":
      case "null":
        return expression;
      case "name":
        return this.resolveValueName(expression, scope);
      case "template":
        return { ...expression, expressions: expression.expressions.map((part) => this.resolve(part, scope)) };
      case "member": {
        refuseProperty(expression.property, expression.end - expression.property.length, expression.end);
        const constant = this.resolveConstant(expression, scope);
        return constant ?? { ...expression, object: this.resolve(expression.object, scope) };
      }
      case "index":
        refuseStaticKey(expression.key);
        return { ...expression, object: this.resolve(expression.object, scope), key: this.resolve(expression.key, scope) };
      case "call":
        return this.resolveCall(expression, scope);
      case "new": {
        const rule = globals.get(expression.callee)?.construct ?? { max: 0 };
        return { ...expression, arguments: this.resolveArguments(expression.arguments, rule, expression.callee, scope) };
      }
      case "unary":
        return { ...expression, operand: this.resolve(expression.operand, scope) };
      case "binary":
        return { ...expression, left: this.resolve(expression.left, scope), right: this.resolve(expression.right, scope) };
      case "conditional":
        return {
          ...expression,
          test: this.resolve(expression.test, scope),
          consequent: this.resolve(expression.consequent, scope),
          alternate: this.resolve(expression.alternate, scope),
        };
      case "array":
        return { ...expression, elements: expression.elements.map((element) => this.resolveItem(element, scope)) };
      case "object":
        return { ...expression, properties: expression.properties.map((property) => this.resolveProperty(property, scope)) };
      case "arrow":
        return refuse(
          "a function outside a call",
          "Functions are only arguments of methods such as `map`, `filter`, `find`, `some`, `every`, `reduce` and `toSorted`.",
          expression.start,
          expression.end,
        );
      case "group":
        return { ...expression, expression: this.resolve(expression.expression, scope) };
    }
  }

  private resolveValueName(expression: NameExpression, scope: Scope): Expression {
    const { name, start, end } = expression;
    if (scope.has(name)) return { ...expression, binding: "parameter" };
    const rule = globals.get(name);
    if (rule?.value) return { ...expression, binding: "global" };
    if (rule) refuse(`\`${name}\` as a value`, `Use it as in ${exampleOf(name)}.`, start, end);
    if (!/^[a-z][A-Za-z0-9]*$/.test(name) || forbiddenProperties.has(name)) {
      refuse(
        `the name \`${name}\``,
        `Names of nodes start with a small letter; the listed globals are ${[...globals.keys()].slice(4, 12).join(", ")} and a few functions.`,
        start,
        end,
      );
    }
    return expression;
  }

  private resolveConstant(expression: Expression & { type: "member" }, scope: Scope): Expression | undefined {
    const { object, property, start, end } = expression;
    const rule = globalNamed(object, scope);
    if (!rule || object.type !== "name" || rule.value) return undefined;
    if (expression.optional) refuse(`\`?.\` behind \`${object.name}\``, "It is always there; write a plain dot.", start, end);
    const known = rule.constants?.has(property) || (rule.variables && VARIABLE_NAME.test(property));
    if (known) return { ...expression, object: { ...object, binding: "global" } };
    if (rule.functions?.has(property))
      refuse(`\`${object.name}.${property}\` without a call`, `Call it: \`${object.name}.${property}(…)\`.`, start, end);
    return refuseUnknownMember(object.name, property, start, end);
  }

  private resolveCall(expression: CallExpression, scope: Scope): Expression {
    const { callee, start, end } = expression;
    if (callee.type === "name" && callee.name === this.pick && !scope.has(callee.name)) return this.resolvePick(expression, scope);
    const known = this.resolveGlobalFunction(callee, scope);
    if (known) {
      if (expression.optional) refuse("`?.` before the call of a listed function", "It is always there; leave out `?.`.", start, end);
      return { ...expression, callee: known.callee, arguments: this.resolveArguments(expression.arguments, known.rule, known.name, scope) };
    }
    if (callee.type !== "member") {
      const what = callee.type === "name" ? `a call of \`${callee.name}\`` : "a call of a computed function";
      return refuse(
        what,
        "Only the listed functions and methods can be called; for anything else use a step or a `code` node.",
        start,
        end,
      );
    }
    refuseProperty(callee.property, callee.end - callee.property.length, callee.end);
    const rule = methods.get(callee.property);
    if (!rule) {
      const nearest = nearestName(callee.property, methods.keys());
      const hint =
        replacements.get(callee.property) ??
        (nearest === undefined ? undefined : `Did you mean \`${nearest}\`?`) ??
        "Only pure methods of strings, arrays, numbers, dates and URLs can be called; for anything else use a `code` node.";
      return refuse(`the method \`${callee.property}\``, hint, callee.end - callee.property.length, callee.end);
    }
    return {
      ...expression,
      callee: { ...callee, object: this.resolve(callee.object, scope) },
      arguments: this.resolveArguments(expression.arguments, rule, callee.property, scope),
    };
  }

  /** `pick(object, key)` in source code is `object[key]`. */
  private resolvePick(expression: CallExpression, scope: Scope): Expression {
    const [object, key, more] = expression.arguments;
    const { start, end } = expression;
    if (!object || !key || more || object.type === "spread" || key.type === "spread" || expression.optional) {
      return refuse("`pick` without exactly two arguments", "Write `pick(object, key)`.", start, end);
    }
    const inside = this.resolve(object, scope);
    const chain = endsInOptionalChain(object);
    const target: Expression = chain ? { type: "group", expression: inside, start: inside.start, end: inside.end } : inside;
    return { type: "index", object: target, key: this.resolve(key, scope), optional: false, checkedKey: true, start, end };
  }

  private resolveGlobalFunction(callee: Expression, scope: Scope): { callee: Expression; rule: CallRule; name: string } | undefined {
    const own = globalNamed(callee, scope);
    if (own && callee.type === "name") {
      if (own.call) return { callee: { ...callee, binding: "global" }, rule: own.call, name: callee.name };
      const hint = own.construct ? `Write \`new ${callee.name}(…)\`.` : `Use it as in ${exampleOf(callee.name)}.`;
      return refuse(`a call of \`${callee.name}\``, hint, callee.start, callee.end);
    }
    if (callee.type !== "member" || callee.object.type !== "name") return undefined;
    const owner = globalNamed(callee.object, scope);
    if (!owner || owner.value) return undefined;
    const { property, start, end } = callee;
    if (callee.optional) refuse(`\`?.\` behind \`${callee.object.name}\``, "It is always there; write a plain dot.", start, end);
    refuseProperty(property, end - property.length, end);
    if (owner.variables && VARIABLE_NAME.test(property)) {
      refuse(`a call of \`${callee.object.name}.${property}\``, "A variable is a text; leave the brackets out.", start, end);
    }
    const rule = owner.functions?.get(property);
    if (!rule) return refuseUnknownMember(callee.object.name, property, start, end);
    return { callee: { ...callee, object: { ...callee.object, binding: "global" } }, rule, name: `${callee.object.name}.${property}` };
  }

  private resolveArguments(items: readonly (Expression | Spread)[], rule: CallRule, name: string, scope: Scope): (Expression | Spread)[] {
    const extra = items[rule.max];
    if (extra)
      refuse(
        `more than ${rule.max} ${rule.max === 1 ? "argument" : "arguments"} for \`${name}\``,
        "Remove what is too much.",
        extra.start,
        extra.end,
      );
    return items.map((item, index) => {
      if (item.type === "spread") {
        if (rule.callback !== undefined || rule.max < 7)
          refuse(`\`...\` in the call of \`${name}\``, "Write the arguments one by one.", item.start, item.end);
        return this.resolveItem(item, scope);
      }
      return index === rule.callback ? this.resolveCallback(item, rule, name, scope) : this.resolve(item, scope);
    });
  }

  private resolveCallback(item: Expression, rule: CallRule, name: string, scope: Scope): Expression {
    if (item.type === "arrow") {
      const names = item.parameters.flatMap((parameter) => checkParameter(parameter));
      return { ...item, body: this.resolve(item.body, new Set([...scope, ...names])) };
    }
    const bare = this.isGlobalFunction(item, scope) ? this.resolveGlobalFunction(item, scope) : undefined;
    if (bare && bare.rule.max === 1 && bare.rule.callback === undefined) return bare.callee;
    if (rule.otherwise === "value") return this.resolve(item, scope);
    const isNullOrList = item.type === "null" || item.type === "array" || (item.type === "name" && item.name === "undefined");
    if (rule.otherwise === "null-or-list" && isNullOrList) return this.resolve(item, scope);
    return refuse(
      `an argument of \`${name}\` that is not a function`,
      "Write an arrow function, for example `(item) => item.name`, or the name of a listed function such as `String`.",
      item.start,
      item.end,
    );
  }

  private isGlobalFunction(item: Expression, scope: Scope): boolean {
    if (globalNamed(item, scope)?.call) return true;
    if (item.type !== "member" || item.optional) return false;
    return globalNamed(item.object, scope)?.functions?.has(item.property) ?? false;
  }

  private resolveItem(item: Expression | Spread, scope: Scope): Expression | Spread {
    return item.type === "spread" ? { ...item, argument: this.resolve(item.argument, scope) } : this.resolve(item, scope);
  }

  private resolveProperty(property: Property | Spread, scope: Scope): Property | Spread {
    if (property.type === "spread") return { ...property, argument: this.resolve(property.argument, scope) };
    if (typeof property.key === "string") {
      refuseProperty(property.key, property.start, property.start + property.key.length);
      return { ...property, value: this.resolve(property.value, scope) };
    }
    refuseStaticKey(property.key);
    return { ...property, key: this.resolve(property.key, scope), value: this.resolve(property.value, scope) };
  }
}

function globalNamed(expression: Expression, scope: Scope): ReturnType<typeof globals.get> {
  return expression.type === "name" && !scope.has(expression.name) ? globals.get(expression.name) : undefined;
}

function endsInOptionalChain(expression: Expression): boolean {
  for (let link = expression; ;) {
    if (link.type !== "member" && link.type !== "index" && link.type !== "call") return false;
    if (link.optional) return true;
    link = link.type === "call" ? link.callee : link.object;
  }
}

function checkParameter(pattern: Pattern): readonly string[] {
  const { start, end } = pattern;
  if (pattern.type === "fields") {
    for (const field of pattern.fields) refuseProperty(field.key, start, end);
  }
  for (const name of namesOf(pattern)) {
    const taken = languageReservedWords.has(name) || globals.has(name) || forbiddenProperties.has(name) || pickShape.test(name);
    if (taken || !parameterShape.test(name)) {
      refuse(`a parameter called \`${name}\``, "Use a plain word, for example `item`.", start, end);
    }
  }
  return namesOf(pattern);
}

function refuseProperty(name: string, start: number, end: number): void {
  if (forbiddenProperties.has(name)) {
    refuse(`the property \`${name}\``, "It leads out of the data; rename the field where the data is made.", start, end);
  }
}

function refuseStaticKey(key: Expression): void {
  if (key.type === "string") refuseProperty(key.value, key.start, key.end);
  if (key.type === "template" && key.expressions.length === 0) refuseProperty(key.quasis.join(""), key.start, key.end);
}

function refuseUnknownMember(owner: string, property: string, start: number, end: number): never {
  const rule = globals.get(owner);
  if (rule?.variables) {
    const hint = `Variables have names of capital letters, digits and \`_\`, for example \`${owner}.${suggestVariable(property)}\`.`;
    return refuse(`\`${owner}.${property}\``, hint, start, end);
  }
  const names = [...(rule?.functions?.keys() ?? []), ...(rule?.constants ?? [])];
  const hint =
    names.length === 0 ? exampleOf(owner) : `\`${owner}\` has ${names.slice(0, 12).join(", ")}${names.length > 12 ? ", …" : ""}.`;
  return refuse(`\`${owner}.${property}\``, hint, start, end);
}

/** `apiKey` → `API_KEY`. */
function suggestVariable(property: string): string {
  const name = property.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();
  return VARIABLE_NAME.test(name) ? name : "API_KEY";
}

function exampleOf(name: string): string {
  const rule = globals.get(name);
  if (rule?.variables) return `\`${name}.REGION\``;
  if (rule?.call) return `\`${name}(value)\``;
  if (rule?.construct) return `\`new ${name}(…)\``;
  const [first = "keys"] = rule?.functions?.keys() ?? [];
  return `\`${name}.${first}(…)\``;
}
