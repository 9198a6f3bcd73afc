import { ts } from "ts-morph";
import { nearestName } from "../check/nearest-name.ts";
import { quote } from "../diagnostics/quote.ts";

/** What a type is in the words of somebody who does not program: "a text", "a list of numbers", "an object with `id` and `name`". */
export function describeType(type: ts.Type, types: ts.TypeChecker, depth = 0): string {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return "anything";
  if (isMissing(type)) return "nothing";
  if (type.flags & ts.TypeFlags.StringLiteral) return `the text ${types.typeToString(type)}`;
  if (type.flags & ts.TypeFlags.NumberLiteral) return `the number ${types.typeToString(type)}`;
  if (type.flags & ts.TypeFlags.BooleanLiteral) return types.typeToString(type);
  if (type.flags & ts.TypeFlags.StringLike) return "a text";
  if (type.flags & ts.TypeFlags.NumberLike) return "a number";
  if (type.flags & ts.TypeFlags.BooleanLike) return "true or false";
  if (type.isUnion()) return describeUnion(type, types, depth);
  if (types.isArrayType(type) || types.isTupleType(type)) return describeList(type, types, depth);
  const name = type.symbol?.name;
  if (name === "Date") return "a date";
  if (name === "URL") return "a URL";
  if (type.getCallSignatures().length > 0) return "a function";
  const values = type.getStringIndexType();
  const fields = type.getProperties().map((property) => property.name);
  if (fields.length === 0) return values && depth === 0 ? `an object of ${pluralOf(values, types)} by name` : "an object";
  if (depth > 0) return "an object";
  const shown = fields.slice(0, 4).map(quote);
  const rest = fields.length - shown.length;
  return `an object with ${rest > 0 ? `${shown.join(", ")} and ${rest} more` : joinWith(shown, "and")}`;
}

/** Whether a type is null, undefined or void and nothing else. */
export function isMissing(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)) !== 0;
}

/** Whether a value of the type may be null or undefined. */
export function mayBeMissing(type: ts.Type): boolean {
  return isMissing(type) || (type.isUnion() && type.types.some(isMissing));
}

/** The constants of a type that is nothing but constants and what may be missing: the choices of an enum. */
export function constantsOf(type: ts.Type, types: ts.TypeChecker): string[] | undefined {
  const parts = (type.isUnion() ? type.types : [type]).filter((part) => !isMissing(part));
  if (parts.length === 0 || !parts.every((part) => part.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)))
    return undefined;
  return parts.map((part) => types.typeToString(part));
}

/** The one of several constants (as TypeScript writes them) that a misspelt text means: the nearest, or the only one that starts alike. */
export function nearestChoice(text: string, choices: readonly string[]): string | undefined {
  const plain = choices.map((choice) => choice.replace(/^"|"$/g, ""));
  const nearest = plain.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? nearestName(text, plain);
  const alike = plain.filter((choice) => choice.slice(0, 2).toLowerCase() === text.slice(0, 2).toLowerCase());
  return nearest ?? (text.length > 1 && alike.length === 1 ? alike[0] : undefined);
}

/** "`a`, `b` and `c`". */
export function joinWith(texts: readonly string[], word: string): string {
  const last = texts.at(-1) ?? "";
  return texts.length <= 1 ? last : `${texts.slice(0, -1).join(", ")} ${word} ${last}`;
}

function describeUnion(type: ts.UnionType, types: ts.TypeChecker, depth: number): string {
  const constants = constantsOf(type, types);
  if (constants && constants.length > 1)
    return `one of ${constants.length > 8 ? `${constants.slice(0, 8).join(", ")} and ${constants.length - 8} more` : joinWith(constants, "and")}`;
  const booleans = type.types.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral).length === 2;
  const parts = type.types.filter((part) => !isMissing(part) && !(booleans && part.flags & ts.TypeFlags.BooleanLiteral));
  const words = new Set([
    ...parts.map((part) => describeType(part, types, parts.length > 1 ? depth + 1 : depth)),
    ...(booleans ? ["true or false"] : []),
  ]);
  if (type.types.some(isMissing)) words.add("nothing");
  return joinWith([...words], "or");
}

function describeList(type: ts.Type, types: ts.TypeChecker, depth: number): string {
  const item = type.getNumberIndexType();
  return item === undefined || depth > 1 ? "a list" : `a list of ${pluralOf(item, types)}`;
}

function pluralOf(type: ts.Type, types: ts.TypeChecker): string {
  if (type.flags & ts.TypeFlags.StringLike) return "texts";
  if (type.flags & ts.TypeFlags.NumberLike) return "numbers";
  if (type.flags & ts.TypeFlags.BooleanLike) return "true or false";
  if (type.isUnion())
    return joinWith([...new Set(type.types.filter((part) => !isMissing(part)).map((part) => pluralOf(part, types)))], "or");
  if (types.isArrayType(type)) return "lists";
  return type.flags & ts.TypeFlags.Object ? "objects" : "values";
}
