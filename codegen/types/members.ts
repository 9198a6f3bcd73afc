import { ts } from "ts-morph";
import { methods } from "../expression/allow-list.ts";
import { describeType, mayBeMissing } from "./describe-type.ts";

/** A field or method that can be read from a value. */
export interface Member {
  readonly name: string;
  readonly kind: "field" | "method";
  /** As TypeScript writes it. */
  readonly type: string;
  /** In words: "a text", "a list of objects". */
  readonly words: string;
  /** It may be missing, so it is read with `?.` or a fallback. */
  readonly optional: boolean;
  /** What its schema says of it: label, help, example. */
  readonly documentation?: string;
  /** Whether fields can be read from it in turn. */
  readonly hasMembers: boolean;
  /** What it was in the given run. */
  readonly sample?: unknown;
}

/** The most fields that are listed of one value. */
const most = 500;

/** What can be read from a value of a type: fields in the schema's order, then the methods that expressions may call. */
export function membersOf(type: ts.Type, types: ts.TypeChecker, at: ts.Node, sample?: unknown): Member[] {
  const present = types.getNonNullableType(type);
  const isData = hasFields(present, types);
  const properties = types.getPropertiesOfType(types.getApparentType(present)).filter(({ name }) => !name.startsWith("__@"));
  const members = properties.flatMap((property): Member[] => {
    const own = types.getTypeOfSymbolAtLocation(property, at);
    const isMethod = own.getCallSignatures().length > 0;
    if (isMethod ? !methods.has(property.name) : !isData && property.name !== "length") return [];
    return [describeMember(property, own, isMethod, types, at, sample)];
  });
  const known = new Set(members.map(({ name }) => name));
  const seen =
    isRecord(sample) && (isLoose(type) || present.getStringIndexType()) ? Object.entries(sample).filter(([name]) => !known.has(name)) : [];
  const fields = [...members.filter(({ kind }) => kind === "field"), ...seen.map(([name, value]) => describeSeen(name, value))];
  return [...fields.slice(0, most), ...members.filter(({ kind }) => kind === "method")];
}

/** Whether a type is an object of data, rather than a text, a number, a list or a date. */
export function hasFields(type: ts.Type, types: ts.TypeChecker): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(
    (part) =>
      (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 &&
      !types.isArrayLikeType(part) &&
      part.symbol?.name !== "Date",
  );
}

function describeMember(
  property: ts.Symbol,
  type: ts.Type,
  isMethod: boolean,
  types: ts.TypeChecker,
  at: ts.Node,
  sample: unknown,
): Member {
  const documentation = ts.displayPartsToString(property.getDocumentationComment(types));
  const value = sampleAt(sample, [property.name]);
  return {
    name: property.name,
    kind: isMethod ? "method" : "field",
    type: printTypeText(type, types, at),
    words: isMethod ? "a method" : describeType(types.getNonNullableType(type), types),
    optional: mayBeMissing(type),
    ...(documentation === "" || isMethod ? {} : { documentation }),
    hasMembers:
      !isMethod &&
      (hasFields(types.getNonNullableType(type), types) ||
        types.isArrayLikeType(types.getNonNullableType(type)) ||
        (isLoose(type) && isRecord(value))),
    ...(isMethod || value === undefined ? {} : { sample: value }),
  };
}

/** A field that no type tells of but a run had. */
function describeSeen(name: string, value: unknown): Member {
  const words = Array.isArray(value)
    ? "a list"
    : value === null
      ? "nothing"
      : typeof value === "object"
        ? "an object"
        : typeof value === "string"
          ? "a text"
          : typeof value === "number"
            ? "a number"
            : "true or false";
  return {
    name,
    kind: "field",
    type: "any",
    words: `${words} in the last run`,
    optional: false,
    hasMembers: value !== null && typeof value === "object",
    sample: value,
  };
}

/** The text of a type, long ones cut. */
export function printTypeText(type: ts.Type, types: ts.TypeChecker, at: ts.Node): string {
  const text = types
    .typeToString(type, at, ts.TypeFormatFlags.UseFullyQualifiedType | ts.TypeFormatFlags.NoTruncation)
    .replace(/import\("[^"]*"\)\./g, "");
  return text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text;
}

/** The value at a path of a sample; undefined where there is none. */
export function sampleAt(sample: unknown, path: readonly (string | number)[]): unknown {
  let at = sample;
  for (const step of path) {
    if (at === null || typeof at !== "object" || !Object.hasOwn(at, step)) return undefined;
    // Its own property, as just seen.
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

export function isLoose(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** The type further down; undefined where the path leads nowhere. */
export function typeAt(type: ts.Type, path: readonly (string | number)[], types: ts.TypeChecker, at: ts.Node): ts.Type | undefined {
  let current = type;
  for (const step of path) {
    const present = types.getNonNullableType(current);
    if (isLoose(present)) return present;
    const property = typeof step === "string" ? types.getPropertyOfType(types.getApparentType(present), step) : undefined;
    const next = property
      ? types.getTypeOfSymbolAtLocation(property, at)
      : typeof step === "number" || /^\d+$/.test(step)
        ? present.getNumberIndexType()
        : present.getStringIndexType();
    if (!next) return undefined;
    current = next;
  }
  return current;
}
