import { ts } from "ts-morph";
import { quote, quoteList } from "../diagnostics/quote.ts";
import { constantsOf, describeType, joinWith, nearestChoice } from "./describe-type.ts";
import type { Subject } from "./place.ts";
import { findPlace } from "./place.ts";
import { unwrap } from "./why-missing.ts";

/** A value that does not fit: as it was typed, what it is (without null and undefined), and what is wanted in its place. */
export interface Misfit {
  readonly value: ts.Expression;
  readonly text: string;
  readonly given: ts.Type;
  readonly wanted: ts.Type | "list";
}

/** How to make a value fit: another field of the same owner, a conversion, one of its items or fields. */
export function adviseFit({ value, text, given, wanted }: Misfit, subject: Subject): string {
  const { types } = subject;
  if (wanted === "list") return adviseList(text, given, types);
  if (isDuration(wanted)) return "Put a unit behind a number, for example `{{ input.minutes }}m`, or give a number of milliseconds.";
  const target = types.getNonNullableType(wanted);
  const namesake = adviseNamesake(value, target, subject);
  if (namesake !== undefined) return namesake;
  const choices = constantsOf(target, types);
  if (choices && !isFlag(target)) return adviseChoice(text, given, choices, types);
  return (
    adviseLiteral(value, target, types) ??
    adviseUnconverted(value, target, subject) ??
    adviseItems(value, text, given, target, types) ??
    adviseConversion(text, given, target, types) ??
    adviseField(text, given.flags & ts.TypeFlags.Object ? given.getProperties() : [], target, types) ??
    `Give ${describeType(target, types)}.`
  );
}

/** What the SDK's `sleep` takes. */
export function isDuration(wanted: ts.Type): boolean {
  return wanted.isUnion() && wanted.types.some((part) => part.flags & ts.TypeFlags.TemplateLiteral);
}

/** The fields of an object that would fit where the object does not. */
export function adviseField(text: string, fields: readonly ts.Symbol[], wanted: ts.Type, types: ts.TypeChecker): string | undefined {
  const fitting = fields
    .filter((field) => types.isTypeAssignableTo(types.getTypeOfSymbol(field), wanted))
    .map((field) => `${text}.${field.name}`);
  return fitting.length > 0 ? `Read one of its fields: ${quoteList(fitting)}.` : undefined;
}

function adviseList(text: string, given: ts.Type, types: ts.TypeChecker): string {
  const fields = given.flags & ts.TypeFlags.Object ? given.getProperties() : [];
  const lists = fields.filter((field) => types.isArrayLikeType(types.getTypeOfSymbol(field))).map((field) => `${text}.${field.name}`);
  return lists.length > 0 ? `Read a list from it: ${quoteList(lists)}.` : `Put it into a list: ${quote(`[${text}]`)}.`;
}

function adviseChoice(text: string, given: ts.Type, choices: readonly string[], types: ts.TypeChecker): string {
  const constant = given.flags & ts.TypeFlags.StringLiteral ? types.typeToString(given).slice(1, -1) : undefined;
  const nearest = constant === undefined ? undefined : nearestChoice(constant, choices);
  if (nearest !== undefined) return `Did you mean \`"${nearest}"\`?`;
  const one = constantsOf(given, types)?.[0] ?? '"…"';
  const isText = isA(given, ts.TypeFlags.StringLike, types);
  const example =
    isText && constant === undefined ? `, for example \`${text} === ${one} ? ${choices[0] ?? ""} : ${choices.at(-1) ?? ""}\`` : "";
  return `Choose among ${joinWith(choices.slice(0, 12), "and")}${example}.`;
}

/** `"2"` where 2 is wanted. */
function adviseLiteral(value: ts.Expression, target: ts.Type, types: ts.TypeChecker): string | undefined {
  const inner = unwrap(value);
  if (!ts.isStringLiteral(inner)) return undefined;
  const isNumber = inner.text.trim() !== "" && Number.isFinite(Number(inner.text)) && takes(target, types.getNumberType(), types);
  const isBoolean = ["true", "false"].includes(inner.text) && takes(target, types.getBooleanType(), types);
  return isNumber || isBoolean ? `Write ${quote(inner.text)} without quotes.` : undefined;
}

/** `String(order.total)` where `order.total` would do. */
function adviseUnconverted(value: ts.Expression, target: ts.Type, subject: Subject): string | undefined {
  const inner = unwrap(value);
  if (!ts.isCallExpression(inner) || !ts.isIdentifier(inner.expression)) return undefined;
  const [argument] = inner.arguments;
  if (!argument || inner.arguments.length > 1 || !subject.types.isTypeAssignableTo(subject.types.getTypeAtLocation(argument), target))
    return undefined;
  return `Leave out ${quote(inner.expression.text)}: ${quote(findPlace(argument, subject).text)}.`;
}

/** A field beside the one that was read, of the right type and with the name of what is filled in: `issue.number` for `issue_number`. */
function adviseNamesake(value: ts.Expression, target: ts.Type, subject: Subject): string | undefined {
  const { types } = subject;
  const inner = unwrap(value);
  const slot = value.parent && ts.isPropertyAssignment(value.parent) ? plainName(value.parent.name.getText(subject.file)) : "";
  if (!ts.isPropertyAccessExpression(inner)) return undefined;
  const owner = types.getNonNullableType(types.getTypeAtLocation(inner.expression));
  const namesake = owner
    .getProperties()
    .find(({ name }) => name.length > 2 && slot.endsWith(plainName(name)) && plainName(name) !== "" && name !== inner.name.text);
  if (!namesake || !types.isTypeAssignableTo(types.getTypeOfSymbol(namesake), target)) return undefined;
  return `Did you mean ${quote(`${findPlace(inner.expression, subject).text}.${namesake.name}`)}?`;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** A list where one is wanted, one where a list is wanted, or a list of the wrong things. */
function adviseItems(value: ts.Expression, text: string, given: ts.Type, target: ts.Type, types: ts.TypeChecker): string | undefined {
  const item = types.isArrayLikeType(given) ? given.getNumberIndexType() : undefined;
  if (item && types.isTypeAssignableTo(item, target)) {
    if (isResultOfMap(value)) return "Write `flatMap` in place of `map`: it makes one list of all of them.";
    const joined = takes(target, types.getStringType(), types) ? `, or join them: ${quote(`${text}.join(", ")`)}` : "";
    const all = ts.isArrayLiteralExpression(value.parent)
      ? `To add all of them, write the list as one expression with ${quote(`...${text}`)} in it.`
      : "";
    const loop = all === "" ? ", or go through them with a loop" : "";
    return `Take one item, for example ${quote(`${text}[0]`)}${joined}${loop}.${all === "" ? "" : ` ${all}`}`;
  }
  const lists = (target.isUnion() ? target.types : [target]).filter((part) => types.isArrayLikeType(part));
  const wantsItem = lists[0]?.getNumberIndexType();
  if (!wantsItem) return undefined;
  if (types.isTypeAssignableTo(given, wantsItem)) return `Put it into a list: ${quote(`[${text}]`)}.`;
  if (item) return adviseEachItem(text, item, wantsItem, types);
  const fields = given.flags & ts.TypeFlags.Object ? given.getProperties() : [];
  const direct = adviseField(text, fields, target, types);
  if (direct) return direct;
  for (const field of fields) {
    const inner = types.getNonNullableType(types.getTypeOfSymbol(field));
    const found = types.isArrayType(inner) ? inner.getNumberIndexType() : undefined;
    const advice = found && adviseEachItem(`${text}.${field.name}`, found, wantsItem, types);
    if (advice) return advice;
  }
  return undefined;
}

function isResultOfMap(value: ts.Expression): boolean {
  const arrow = ts.isBinaryExpression(value.parent) ? value.parent.parent : value.parent;
  if (!ts.isArrowFunction(arrow) || !ts.isCallExpression(arrow.parent)) return false;
  const { expression } = arrow.parent;
  return ts.isPropertyAccessExpression(expression) && expression.name.text === "map";
}

function adviseEachItem(text: string, item: ts.Type, wanted: ts.Type, types: ts.TypeChecker): string | undefined {
  const fields = item.flags & ts.TypeFlags.Object ? item.getProperties() : [];
  const field = fields.find((field) => types.isTypeAssignableTo(types.getTypeOfSymbol(field), wanted));
  if (field) return `Read a field of each item: ${quote(`${text}.map((item) => item.${field.name})`)}.`;
  if (fields.length > 0) return undefined;
  if (wanted.flags & ts.TypeFlags.String) return `Convert each item: ${quote(`${text}.map((item) => String(item))`)}.`;
  if (wanted.flags & ts.TypeFlags.Number) return `Convert each item: ${quote(`${text}.map((item) => Number(item))`)}.`;
  return undefined;
}

function adviseConversion(text: string, given: ts.Type, target: ts.Type, types: ts.TypeChecker): string | undefined {
  const isText = isA(given, ts.TypeFlags.StringLike, types);
  const isNumber = isA(given, ts.TypeFlags.NumberLike, types);
  const isBoolean = isA(given, ts.TypeFlags.BooleanLike, types);
  const isList = types.isArrayLikeType(given);
  const fields = given.flags & ts.TypeFlags.Object && !isList ? given.getProperties() : [];
  if (takes(target, types.getStringType(), types)) {
    if (isNumber || isBoolean) return `Make it a text: ${quote(`String(${text})`)}.`;
    if (given.symbol?.name === "Date") return `Make it a text: ${quote(`${text}.toISOString()`)}.`;
    if (isList) return `Make a text of it: ${quote(`${text}.map((item) => item.…).join(", ")`)}.`;
    return adviseField(text, fields, target, types) ?? `Read one of its fields, or write ${quote(`JSON.stringify(${text})`)}.`;
  }
  if (takes(target, types.getNumberType(), types)) {
    if (given.flags & ts.TypeFlags.StringLike) return `Make it a number: ${quote(`Number(${text})`)}.`;
    if (isBoolean) return `Make it a number: ${quote(`${text} ? 1 : 0`)}.`;
    return isList ? `Did you mean how many there are, ${quote(`${text}.length`)}?` : adviseField(text, fields, target, types);
  }
  if (takes(target, types.getBooleanType(), types)) {
    const question = isText ? `${text} === ${constantsOf(given, types)?.[0] ?? '"yes"'}` : isNumber ? `${text} > 0` : `${text} !== null`;
    return (
      adviseField(text, fields, target, types) ?? `Ask a question of it, for example ${quote(isList ? `${text}.length > 0` : question)}.`
    );
  }
  return undefined;
}

/** `true`, `false` or both, whose constants are no choice. */
function isFlag(type: ts.Type): boolean {
  return (type.isUnion() ? type.types : [type]).every((part) => (part.flags & ts.TypeFlags.BooleanLike) !== 0);
}

function takes(target: ts.Type, kind: ts.Type, types: ts.TypeChecker): boolean {
  return types.isTypeAssignableTo(kind, target);
}

function isA(type: ts.Type, flags: ts.TypeFlags, types: ts.TypeChecker): boolean {
  return (types.getBaseTypeOfLiteralType(type).flags & flags) !== 0;
}
