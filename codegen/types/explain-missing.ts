import { ts } from "ts-morph";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { quote } from "../diagnostics/quote.ts";
import { describeType, isMissing, mayBeMissing } from "./describe-type.ts";
import type { Subject } from "./place.ts";
import { findPlace } from "./place.ts";
import { findWhyMissing, unwrap } from "./why-missing.ts";

/** A value that may be missing where it has to be there: which part of it, why, and how to write it. */
export function explainMissing(expression: ts.Expression, subject: Subject): Diagnostic {
  const missing = findWhyMissing(expression, subject);
  // Where `?.` is written already, all of the chain is what may be missing.
  const part = (unwrap(expression).flags & ts.NodeFlags.OptionalChain) !== 0 ? expression : missing.part;
  const place = findPlace(part, subject);
  const parameters = { text: place.text, because: missing.because, advice: adviseFallback(part, subject) };
  return createDiagnostic("possibly-missing", parameters, place.location, place.details);
}

/** How to write an expression that bears a missing part: `vip?.text ?? "…"`. */
export function adviseFallback(part: ts.Expression, subject: Subject): string {
  const { types } = subject;
  const text = findPlace(part, subject).text;
  let whole: ts.Expression = part;
  for (let parent = whole.parent; isLinkOf(parent, whole); parent = whole.parent) whole = parent;
  const type = types.getNonNullableType(types.getTypeAtLocation(whole));
  const words = describeType(type, types);
  const fallback =
    words.startsWith("a number") || words.startsWith("the number")
      ? "0"
      : words.startsWith("a list")
        ? "[]"
        : words.startsWith("true") || words === "false"
          ? "false"
          : '"…"';
  const all = findPlace(whole, subject).text;
  if (isMissing(types.getTypeAtLocation(part))) return `${quote(text)} is nothing here: read another value.`;
  if (whole === part || !all.startsWith(text)) return `Give a fallback: ${quote(`${text} ?? ${fallback}`)}.`;
  let written = text;
  for (let link: ts.Expression = part, missing = true; link !== whole;) {
    const parent = link.parent as ts.Expression; // A link's parent is the next link, until the whole is reached.
    const piece = findPlace(parent, subject).text.slice(findPlace(link, subject).text.length);
    const plain = piece.replace(/^\?\./, piece.startsWith("?.[") || piece.startsWith("?.(") ? "" : ".");
    written += missing ? (plain.startsWith(".") ? `?${plain}` : plain.startsWith("(") ? plain : `?.${plain}`) : piece;
    missing = mayBeMissing(types.getTypeAtLocation(parent));
    link = parent;
  }
  return `Write ${quote(`${written} ?? ${fallback}`)}.`;
}

function isLinkOf(parent: ts.Node | undefined, child: ts.Node): parent is ts.Expression {
  return (
    parent !== undefined &&
    "expression" in parent &&
    parent.expression === child &&
    ("name" in parent || "argumentExpression" in parent || "arguments" in parent)
  );
}
