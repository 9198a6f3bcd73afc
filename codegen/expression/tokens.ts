import type { ExpressionProblem } from "./ast.ts";

export interface Token {
  readonly kind: "name" | "number" | "string" | "punctuator" | "template" | "end";
  /** The name or punctuator as written; the cooked value of a string. */
  readonly text: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly afterNewline: boolean;
}

/** Thrown inside the expression parser only; `parseExpression` turns it into a result. */
export class ExpressionError extends Error {
  readonly problem: ExpressionProblem;
  constructor(problem: ExpressionProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Ends parsing: the text is not an expression. */
export function failSyntax(message: string, hint: string, start: number, end: number): never {
  throw new ExpressionError({ code: "expression-syntax", message, hint, start, end });
}

/** Ends parsing: the text is an expression, but not one of the allowed ones. */
export function refuse(message: string, hint: string, start: number, end: number): never {
  throw new ExpressionError({ code: "expression-not-allowed", message, hint, start, end });
}

const whitespace = /[\s\ufeff]/;
const lineTerminator = /[\n\r\u2028\u2029]/;
const nameStart = /[\p{ID_Start}$_]/u;
const namePart = /[\p{ID_Continue}$]/u;
const number =
  /0[xX][0-9a-fA-F](?:_?[0-9a-fA-F])*|0[oO][0-7](?:_?[0-7])*|0[bB][01](?:_?[01])*|(?:(?:0|[1-9](?:_?\d)*)(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?/y;
// Longest first. `?.` before a digit is a conditional and a fraction.
const punctuator =
  />>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|<<|>>|\*\*|[{}()[\];,<>+\-*/%&|^!~?:=.@#]/y;

/** Reads one token from `from` on. `limit` is the offset behind the last character that may be read. */
export function readToken(text: string, from: number): Token {
  let position = from;
  let afterNewline = false;
  while (position < text.length) {
    const character = text.charAt(position);
    if (!whitespace.test(character)) break;
    if (lineTerminator.test(character)) afterNewline = true;
    position++;
  }
  const start = position;
  const token = (kind: Token["kind"], end: number, tokenText: string, value = 0): Token => ({
    kind,
    text: tokenText,
    value,
    start,
    end,
    afterNewline,
  });
  if (start >= text.length) return token("end", start, "");

  const character = text.charAt(start);
  if (character === '"' || character === "'") {
    const { value, end } = readString(text, start);
    return token("string", end, value);
  }
  if (character === "`") return token("template", start + 1, "`");
  const first = String.fromCodePoint(text.codePointAt(start) ?? 0);
  if (nameStart.test(first)) {
    const end = readName(text, start);
    if (text.charAt(end) === "\\") refuseEscapedName(end);
    return token("name", end, text.slice(start, end));
  }
  if (character === "\\") refuseEscapedName(start);
  if (/[\d]/.test(character) || (character === "." && /\d/.test(text.charAt(start + 1)))) return readNumber(text, start, token);
  if (character === "/" && (text.charAt(start + 1) === "/" || text.charAt(start + 1) === "*")) {
    refuse("a comment", "Remove the comment; a node's label is the place for it.", start, start + 2);
  }
  punctuator.lastIndex = start;
  const match = punctuator.exec(text);
  if (!match) failSyntax(`\`${first}\` has no meaning here`, "Remove the character.", start, start + first.length);
  return token("punctuator", punctuator.lastIndex, match[0]);
}

function readName(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const point = String.fromCodePoint(text.codePointAt(end) ?? 0);
    if (!namePart.test(point)) break;
    end += point.length;
  }
  return end;
}

function refuseEscapedName(at: number): never {
  return refuse("an escape in a name", "Write the name in plain letters.", at, at + 1);
}

function readNumber(text: string, start: number, token: (kind: "number", end: number, text: string, value: number) => Token): Token {
  number.lastIndex = start;
  const match = number.exec(text);
  const end = match ? number.lastIndex : start + 1;
  if (!match || nameStart.test(text.charAt(end)) || /[\d\\]/.test(text.charAt(end))) {
    if (text.charAt(end) === "n") refuse("a big integer", "Use an ordinary number, or a string.", start, end + 1);
    failSyntax("a number is written wrongly", "Numbers look like 10, 2.5, 1e6 or 0xff.", start, end + 1);
  }
  const value = Number(match[0].replaceAll("_", ""));
  if (!Number.isFinite(value)) failSyntax("a number is too large", "Use a number below 1.8e308.", start, end);
  return token("number", end, match[0], value);
}

function readString(text: string, start: number): { value: string; end: number } {
  const quote = text.charAt(start);
  let value = "";
  let position = start + 1;
  let plainFrom = position;
  for (;;) {
    const character = text.charAt(position);
    if (character === quote) break;
    if (position >= text.length || character === "\n" || character === "\r") {
      failSyntax("a string is not closed", `Close it with ${quote}, or use a template literal for several lines.`, start, position);
    }
    if (character === "\\") {
      const escape = readEscape(text, position);
      value += text.slice(plainFrom, position) + escape.value;
      position = plainFrom = escape.end;
    } else {
      position++;
    }
  }
  return { value: value + text.slice(plainFrom, position), end: position + 1 };
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
]);

/** Reads the escape sequence that starts with the backslash at `at`. */
export function readEscape(text: string, at: number): { value: string; end: number } {
  const character = text.charAt(at + 1);
  const simple = simpleEscapes.get(character);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  if (character === "\r" && text.charAt(at + 2) === "\n") return { value: "", end: at + 3 };
  if (lineTerminator.test(character)) return { value: "", end: at + 2 };
  if (character === "0" && !/\d/.test(text.charAt(at + 2))) return { value: "\0", end: at + 2 };
  if (character === "x" || character === "u") {
    const pattern = character === "x" ? /([0-9a-fA-F]{2})/y : /([0-9a-fA-F]{4})|\{([0-9a-fA-F]+)\}/y;
    pattern.lastIndex = at + 2;
    const match = pattern.exec(text);
    const code = match ? Number.parseInt(match[1] ?? match[2] ?? "", 16) : Number.NaN;
    if (!match || !(code <= 0x10ffff)) {
      failSyntax("an escape is written wrongly", "Escapes look like \\n, \\u00e9 or \\u{1f600}.", at, at + 2);
    }
    return { value: String.fromCodePoint(code), end: pattern.lastIndex };
  }
  if (character === "" || /\d/.test(character)) {
    failSyntax("an escape is written wrongly", "Write the character itself, or \\u followed by four digits.", at, at + 2);
  }
  const point = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  return { value: point, end: at + 1 + point.length };
}
