import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { hostileTexts } from "../../codegen/testing/hostile-texts.ts";
import { acme } from "./acme-for-test.ts";
import { printService } from "./print-service.ts";
import type { ServiceDefinition } from "./service-definition.ts";

const ROOT = join(import.meta.dirname, "../..");
const PLUGINS = join(ROOT, "plugins");
const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (file) => ts.sys.readFile(file));
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);

/** What TypeScript, as strict as our own source, says of a printed service. */
function typeErrors(service: ServiceDefinition): string[] {
  const files = printService(service, new Set(service.actions.map(({ name }) => name)));
  const virtual = new Map(Object.entries(files).map(([file, text]) => [join(PLUGINS, service.name, file), text]));
  const host = ts.createCompilerHost({ ...options, incremental: false });
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.fileExists = (file) => virtual.has(file) || fileExists(file);
  host.readFile = (file) => virtual.get(file) ?? readFile(file);
  host.directoryExists = (folder) => folder.startsWith(join(PLUGINS, service.name)) || (directoryExists?.(folder) ?? true);
  host.getSourceFile = (file, version) => {
    const own = virtual.get(file);
    return own === undefined ? getSourceFile(file, version) : ts.createSourceFile(file, own, version, true);
  };
  const program = ts.createProgram([...virtual.keys()], { ...options, incremental: false, noEmit: true }, host);
  return [...virtual.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  });
}

/** Comments, and the commas and bars that line breaks bring. */
const LAYOUT = new Set([ts.SyntaxKind.JSDoc, ts.SyntaxKind.CommaToken, ts.SyntaxKind.BarToken]);

/** What a file is made of, leaving out texts and layout. */
function shapeOf(text: string): string {
  const source = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);
  const kinds = (node: ts.Node): string => {
    const inside = node.getChildren(source).filter(({ kind }) => !LAYOUT.has(kind));
    return `${ts.SyntaxKind[node.kind]}(${inside.map(kinds).join()})`;
  };
  return kinds(source);
}

it("prints a service that type-checks as strictly as our own source", { timeout: 60_000 }, () => {
  expect(typeErrors(acme("https://acme.example.com"))).toEqual([]);
});

it("lets no text of a definition become code", { timeout: 120_000 }, () => {
  const hostile = (text: string): ServiceDefinition => {
    const service = acme("https://acme.example.com", { auth: { type: "query", name: "key" } });
    const [action] = service.actions;
    if (!action) throw new Error("no action");
    const field = {
      type: "string",
      label: text,
      help: text,
      example: text,
      default: text,
      description: text,
      enum: [text],
      "x-in": "query" as const,
    };
    const properties = {
      number: { type: "integer" },
      shop: { type: "string" },
      [`f-${text}`]: { ...field, "x-name": `w-${text}` },
      [`g-${text}`]: { ...field, "x-in": "body" as const, "x-name": `w-${text}` },
    };
    return {
      ...service,
      label: text,
      auth: { type: "query", name: text },
      refusal: { field: text, is: text, message: text },
      actions: [
        {
          ...action,
          label: text,
          description: `${text}\n${text}`,
          contentType: text,
          input: { ...action.input, properties, required: ["number", "shop"] },
          output: { type: "object", properties: { [`o-${text}`]: { const: text, description: text } } },
        },
      ],
    };
  };
  const plain = printService(hostile("x-y"), new Set(["createOrder"]));
  const shapes = Object.fromEntries(Object.entries(plain).map(([file, text]) => [file, shapeOf(text)]));
  for (const text of hostileTexts) {
    const printed = printService(hostile(text), new Set(["createOrder"]));
    expect([text, Object.fromEntries(Object.entries(printed).map(([file, source]) => [file, shapeOf(source)]))]).toEqual([text, shapes]);
  }
  expect(typeErrors(hostile("*/ } ${alert(1)} `\n\"'\\"))).toEqual([]);
});
