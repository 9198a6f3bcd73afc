/**
 * Characters that never stand for themselves in printed source: controls, separators and marks that an editor hides or that
 * turn the direction of text, lone surrogates, and the start of a closing script tag.
 */
const escaped = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|<(?=\/script|!--)/giu;

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\v", "\\v"],
  ["<", "\\u003c"],
]);

function escapeInvisible(text: string): string {
  return text.replace(escaped, (character) => shortEscapes.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A string literal: double quotes, or single ones when that needs fewer escapes. */
export function printString(value: string): string {
  let doubles = 0;
  let singles = 0;
  for (let index = 0; index < value.length; index++) {
    const character = value.charCodeAt(index);
    if (character === 34) doubles++;
    else if (character === 39) singles++;
  }
  const quote = doubles > singles ? "'" : '"';
  const escapedQuotes = value.replace(quote === '"' ? /[\\"]/g : /[\\']/g, "\\$&");
  return `${quote}${escapeInvisible(escapedQuotes)}${quote}`;
}

/** A text part of a template literal, on one line. */
export function printQuasi(text: string): string {
  return escapeInvisible(text.replace(/[\\`]|\$(?=\{)/g, "\\$&"));
}

const plainKey = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const numericKey = /^(?:0|[1-9]\d{0,14})$/;

/** A property name in an object literal: bare where it can be, quoted otherwise; `__proto__` in brackets, where it is a property like any other. */
export function printKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return plainKey.test(name) || numericKey.test(name) ? name : printString(name);
}

/** A number literal; negative ones carry their sign. */
export function printNumber(value: number): string {
  if (Object.is(value, -0)) return "-0";
  return String(value).replace("e+", "e");
}
