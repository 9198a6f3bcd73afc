import * as fc from "fast-check";
import { methods } from "../expression/allow-list.ts";

const names = ["order", "input", "a", "b", "async", "of", "get"];
const binary = ["??", "||", "&&", "|", "^", "&", "===", "!==", "<", ">", "<=", ">=", "<<", ">>", ">>>", "+", "-", "*", "/", "%", "**"];
const callbacks = [
  "(x) => x",
  "x => x.a < b",
  "([k, v]) => `${k}${v}`",
  "({ a, b: c }) => ({ a, c })",
  "String",
  "(x, y) => x > (y ?? 0)",
  "() => 1",
];
const strings = [
  '"a"',
  "'it\\'s'",
  '"say \\"hi\\""',
  "'say \"hi\"'",
  '"\\u2028\\n\\0"',
  '"</script>"',
  '"😀"',
  '"\\ud800"',
  '"{{"',
  '"}}"',
  '""',
];
const numbers = ["0", "1", "1.50", ".5", "5.", "1e21", "0xFF", "0b11", "0o17", "1_000", "1e-7", "123456789012345678901234567890"];
const plainMethods = [...methods].filter(([, rule]) => rule.callback === undefined && rule.max >= 1).map(([name]) => name);
const eachMethods = [...methods].filter(([, rule]) => rule.callback === 0).map(([name]) => name);
const keys = ["a", '"b-c"', "1", '"d"', "default", "[a]", "[`k${b}`]"];

/** Texts made by the grammar of expressions, many of them allowed; parentheses are sometimes there, sometimes missing. */
export const arbitraryExpressionText: fc.Arbitrary<string> = fc.letrec<{ text: string }>((tie) => {
  const text = tie("text");
  const inParentheses = text.map((inner) => `(${inner})`);
  const operand = fc.oneof({ weight: 3, arbitrary: text }, { weight: 2, arbitrary: inParentheses });
  const list = fc.array(fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: text.map((inner) => `...${inner}`) }), {
    maxLength: 3,
  });
  const join = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((texts) => texts.join(""));
  const space = fc.constantFrom("", " ", " ", "\n", "\t");
  return {
    text: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom(...names),
      fc.constantFrom(...strings, ...numbers, "true", "false", "null", "undefined", "`a\\`${b}\\n`", "`$`", "Math.PI"),
      join(operand, fc.constantFrom(".a", "?.b", "[0]", '["x-y"]', "?.[1]", "[a]", ".if", ".größe", "[`z`]")),
      join(operand, space, fc.constantFrom(...binary), space, operand),
      join(
        operand,
        fc.constant(" "),
        fc.constantFrom("<", ">", "&&", "|"),
        space,
        operand,
        fc.constant(", "),
        operand,
        fc.constant(" > "),
        operand,
      ).map((inner) => `[${inner}]`),
      join(fc.constantFrom("!", "-", "+", "~", "typeof ", "- ", "+ "), operand),
      join(operand, fc.constant(" ? "), operand, fc.constant(" : "), operand),
      list.map((items) => `[${items.join(", ")}]`),
      list.map((items) => `Math.max(${items.join(",")})`),
      fc
        .array(fc.tuple(fc.constantFrom(...keys), text), { maxLength: 3 })
        .map((items) => `{${items.map(([key, value]) => `${key}: ${value}`).join(",")}}`),
      fc.constantFrom("{ a, ...b }", "{ order }", "{}", "[...a]", "new Date()", "new URL(a).href", "new Date(a, 1)"),
      join(operand, fc.constant("."), fc.constantFrom(...plainMethods), fc.constant("("), text, fc.constant(")")),
      join(
        operand,
        fc.constantFrom(".", "?."),
        fc.constantFrom(...eachMethods),
        fc.constant("("),
        fc.constantFrom(...callbacks),
        fc.constant(")"),
      ),
      join(operand, fc.constant(".map((x) => "), operand, fc.constant(")")),
      join(fc.constantFrom("String(", "Number(", "JSON.stringify(", "Object.keys(", "encodeURIComponent("), text, fc.constant(")")),
      join(fc.constant("`x${"), text, fc.constant("}y${"), text, fc.constant("}`")),
      inParentheses,
    ),
  };
}).text;

/** Pieces of source, allowed or not, in any order. */
export const arbitrarySource: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...names,
      ...binary,
      ...strings,
      ...numbers,
      ...callbacks,
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      ",",
      ".",
      "?.",
      "?",
      ":",
      "=>",
      "`",
      "${",
      "!",
      "~",
      "typeof",
      "new",
      "new Date(",
      "await",
      "function",
      "this",
      "constructor",
      "__proto__",
      "/",
      "//",
      "\\u0061",
      "\n",
      " ",
      "=",
      "++",
      "in",
      "as",
      "<",
      ">",
      ";",
      "...",
      "#",
      "@",
      "\u2028",
      "é",
      "1n",
      "08",
      "async",
      "let",
      "yield",
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));
