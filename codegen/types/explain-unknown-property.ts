import { ts } from "ts-morph";
import { nearestName } from "../check/nearest-name.ts";
import { methods } from "../expression/allow-list.ts";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { quote, quoteList } from "../diagnostics/quote.ts";
import { describeType, isMissing } from "./describe-type.ts";
import { explainMissing } from "./explain-missing.ts";
import type { Subject } from "./place.ts";
import { findPlace } from "./place.ts";

/** A field is read that the value does not have. `node` is the field's name, or the whole access. */
export function explainUnknownProperty(node: ts.Node, subject: Subject): Diagnostic | undefined {
  const { types } = subject;
  const access = [node, node.parent].find(
    (at): at is ts.PropertyAccessExpression | ts.ElementAccessExpression =>
      ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at),
  );
  if (!access) return ts.isBindingElement(node.parent) ? explainPattern(node.parent, subject) : undefined;
  const type = types.getTypeAtLocation(access.expression);
  const name = nameOf(access);
  if (name === undefined) return undefined;
  const present = types.getNonNullableType(type);
  if (isMissing(type)) return explainMissing(access.expression, subject);
  if (present !== type && types.getPropertyOfType(present, name)) return explainMissing(access.expression, subject);
  const owner = quote(findPlace(access.expression, subject).text);
  const target = ts.isPropertyAccessExpression(access) ? access.name : access.argumentExpression;
  const place = findPlace(target, subject);
  const words = adviseOn(
    present,
    name,
    findPlace(access.expression, subject).text,
    ts.isCallExpression(access.parent) && access.parent.expression === access,
    subject,
  );
  return createDiagnostic("unknown-property", { property: name, owner, ...words }, place.location, place.details);
}

/** `({ name }) => …` over items that have no `name`. */
function explainPattern(element: ts.BindingElement, subject: Subject): Diagnostic | undefined {
  const key = element.propertyName ?? element.name;
  if (!ts.isIdentifier(key)) return undefined;
  const type = subject.types.getTypeAtLocation(element.parent);
  const place = findPlace(element.parent, subject);
  return createDiagnostic(
    "unknown-property",
    { property: key.text, owner: "an item", ...adviseOn(type, key.text, "item", false, subject) },
    place.location,
    place.details,
  );
}

function nameOf(access: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | undefined {
  if (ts.isPropertyAccessExpression(access)) return access.name.text;
  return ts.isStringLiteralLike(access.argumentExpression) || ts.isNumericLiteral(access.argumentExpression)
    ? access.argumentExpression.text
    : undefined;
}

interface Advice {
  readonly nearest?: string | undefined;
  readonly what?: string | undefined;
  readonly several?: true;
  readonly advice: string;
}

function adviseOn(type: ts.Type, name: string, text: string, isCall: boolean, subject: Subject): Advice {
  const { types } = subject;
  if (isMissing(type)) return { what: "nothing", advice: "Read another value." };
  const isData = (type.isUnion() ? type.types : [type]).some((part) => part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection));
  const list = types.isArrayType(type) || types.isTupleType(type);
  if (!isData || list || isCall) {
    const what = describeType(types.getBaseTypeOfLiteralType(type), types);
    const item = list ? type.getNumberIndexType() : undefined;
    if (item && types.getPropertyOfType(types.getNonNullableType(item), name)) {
      return {
        what,
        advice: `Read it from one item, ${quote(`${text}[0].${name}`)}, or from each: ${quote(`${text}.map((item) => item.${name})`)}.`,
      };
    }
    const known = types
      .getPropertiesOfType(types.getApparentType(type))
      .map((property) => property.name)
      .filter((known) => !known.startsWith("__@") && (!isCall || methods.has(known)));
    const advice =
      isData && !list
        ? describeFields(known)
        : isCall
          ? "Convert it first, or use another function."
          : list
            ? `Read one item, ${quote(`${text}[0]`)}, or how many there are: ${quote(`${text}.length`)}.`
            : `Use ${quote(text)} as it is.`;
    return { what, nearest: nearestName(name, known), advice };
  }
  // What only some shapes of a union have is no field of the whole, but may well be meant.
  const shapes = type.isUnion() ? type.types : [type];
  const known = [...new Set(shapes.flatMap((shape) => types.getPropertiesOfType(shape).map((property) => property.name)))];
  if (type.isUnion() && known.includes(name)) {
    const common = types.getPropertiesOfType(type).map((property) => property.name);
    return {
      several: true,
      advice: `Test first which shape it is${common[0] === undefined ? "" : `, for example by ${quote(`${text}.${common[0]}`)}`}.`,
    };
  }
  return { nearest: nearestName(name, known), advice: describeFields(known) };
}

function describeFields(known: readonly string[]): string {
  return known.length === 0 ? "It has no fields." : `It has ${quoteList(known, "and")}.`;
}
