import { escapeComment } from "../emit/comment.ts";
import { printKey, printString } from "../emit/literal.ts";
import type { JsonSchema, TypeMember, TypeTree } from "./type-tree.ts";
import { typeOfSchema, unionOf } from "./type-tree.ts";

const width = 100;

/** A type as TypeScript text: on one line where it fits behind `column` characters, else broken as prettier would. */
export function printType(type: TypeTree, indent = "", column = indent.length): string {
  if (typeof type === "string") return type;
  const flat = printFlat(type);
  if (flat !== undefined && column + flat.length + 1 <= width) return flat;
  switch (type.kind) {
    case "union":
      return type.of.map((option) => `\n${indent}  | ${printType(option, `${indent}    `, indent.length + 4)}`).join("");
    case "all":
      return type.of.map((part) => bracket(part, printType(part, indent, column))).join(" & ");
    case "list":
      return type.of === "any" || isSimple(type.of)
        ? `${printType(type.of, indent, column)}[]`
        : `Array<${printType(type.of, indent, column + 6)}>`;
    case "record":
      return `Record<string, ${printType(type.of, indent, column + 15)}>`;
    case "tuple": {
      const items = [...type.of.map((item) => printType(item, `${indent}  `)), ...(type.rest === undefined ? [] : [printRest(type.rest)])];
      return `[\n${items.map((item) => `${indent}  ${item},\n`).join("")}${indent}]`;
    }
    case "object":
      return `{\n${printMembers(type.members, type.open, `${indent}  `)}${indent}}`;
  }
}

/** The type of what a JSON Schema without references accepts, as TypeScript text. */
export function printSchemaType(schema: JsonSchema): string {
  return printType(typeOfSchema(schema, { loose: "any", parameter: "any", reference: () => undefined })).trimStart();
}

/** The members of an object type, one a line, each under its doc comment. */
export function printMembers(members: readonly TypeMember[], open: boolean, indent: string): string {
  const lines = members.map((member) => {
    const head = `${indent}${memberHead(member)}`;
    const doc = docOf(member.name, member.schema);
    const type = printType(memberType(member), indent, head.length);
    return `${doc === "" ? "" : `${indent}/** ${doc} */\n`}${type.startsWith("\n") ? head.trimEnd() : head}${type};\n`;
  });
  // An index signature must cover the named members too, so beside them it can only say `any`.
  return [...lines, ...(open ? [`${indent}[key: string]: any;\n`] : [])].join("");
}

/** What a schema says of a field in words: label, help, default and example, as the text of a doc comment. */
export function docOf(name: string, schema: JsonSchema): string {
  const text = (key: string): string => (typeof schema[key] === "string" ? schema[key].trim() : "");
  const label = text("label") === "" ? text("title") : text("label");
  const plain = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const help = text("help") === "" ? text("description") : text("help");
  const sentences = [plain(label) === plain(name) ? "" : endSentence(label), endSentence(help)];
  if (schema["default"] !== undefined && schema["default"] !== null) sentences.push(`Default \`${JSON.stringify(schema["default"])}\`.`);
  if (schema["example"] !== undefined) sentences.push(`For example \`${JSON.stringify(schema["example"])}\`.`);
  return sentences
    .filter((sentence) => sentence !== "")
    .map((sentence) => escapeComment(sentence.replace(/\s+/g, " ")))
    .join(" ");
}

function endSentence(text: string): string {
  return text === "" || /[.!?:)…]$/.test(text) ? text : `${text}.`;
}

function memberHead({ name, optional }: TypeMember): string {
  return `${name === "__proto__" ? printString(name) : printKey(name)}${optional ? "?: " : ": "}`;
}

/** Written out, so that a field may be given as undefined whatever the compiler's options. */
function memberType({ optional, type }: TypeMember): TypeTree {
  return optional && type !== "any" ? unionOf([type, "undefined"]) : type;
}

/** The type on one line, or undefined when a doc comment in it needs lines. */
function printFlat(type: TypeTree): string | undefined {
  if (typeof type === "string") return type;
  if (type.kind === "object") {
    const members = type.members.map((member) => {
      const flat = docOf(member.name, member.schema) === "" ? printFlat(memberType(member)) : undefined;
      return flat === undefined ? undefined : memberHead(member) + flat;
    });
    if (members.includes(undefined)) return undefined;
    return `{ ${[...members, ...(type.open ? ["[key: string]: any"] : [])].join("; ")} }`;
  }
  const parts = (Array.isArray(type.of) ? (type.of as readonly TypeTree[]) : [type.of as TypeTree]).map(printFlat);
  if (parts.some((part) => part === undefined)) return undefined;
  const texts = parts.filter((part) => part !== undefined);
  const [only = "any"] = texts;
  switch (type.kind) {
    case "union":
      return texts.join(" | ");
    case "all":
      return type.of.map((part, index) => bracket(part, texts[index] ?? "any")).join(" & ");
    case "list":
      return `${bracket(type.of, only)}[]`;
    case "record":
      return `Record<string, ${only}>`;
    case "tuple":
      return `[${[...texts, ...(type.rest === undefined ? [] : [printRest(type.rest)])].join(", ")}]`;
  }
}

function printRest(rest: TypeTree): string {
  return `...${bracket(rest, printType(rest))}[]`;
}

function isSimple(type: TypeTree): boolean {
  return typeof type === "string" || (type.kind !== "union" && type.kind !== "all");
}

function bracket(type: TypeTree, text: string): string {
  return isSimple(type) ? text : `(${text})`;
}
