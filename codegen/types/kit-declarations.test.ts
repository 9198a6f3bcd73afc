import { join } from "node:path";
import { ts } from "ts-morph";
import { expect, it } from "vitest";
import { kitDeclarations } from "./kit-declarations.ts";

const root = join(import.meta.dirname, "..", "..");

/** TypeScript's complaints about a module that imports the real modules as `@/…` and the declared ones as `declared/…`. */
function diagnose(source: string): string[] {
  const file = join(root, "codegen/types/__declared.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    lib: ["lib.es2024.d.ts", "lib.dom.d.ts"],
    types: ["node"],
    paths: { "@/*": [`${root}/*`] },
  };
  const host = ts.createCompilerHost(options);
  const texts = new Map([[file, source]]);
  for (const [module, text] of kitDeclarations) texts.set(`/declared/${module}.d.ts`, text);
  const libraries = join(root, "node_modules/typescript/lib");
  host.getDefaultLibLocation = () => libraries;
  host.getDefaultLibFileName = () => join(libraries, "lib.es2024.d.ts");
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, language) => {
    const text = texts.get(name);
    return text === undefined ? getSourceFile.call(host, name, language) : ts.createSourceFile(name, text, language, true);
  };
  host.fileExists = (name) => texts.has(name) || fileExists.call(host, name);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => {
      const declared = from.startsWith("/declared/") && kitDeclarations.has(text) ? `declared/${text}` : text;
      if (!declared.startsWith("declared/")) return ts.resolveModuleName(declared, from, options, host);
      return { resolvedModule: { resolvedFileName: `/${declared}.d.ts`, extension: ts.Extension.Dts } };
    });
  const program = ts.createProgram([file], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const values = [
  ["workflow", "sleep"],
  ["@/plugins/kit/step-error", "stepError"],
  ["@/plugins/kit/respond", "respond"],
  ["@/plugins/kit/pick", "pick"],
  ["@/plugins/kit/map-concurrently", "mapConcurrently"],
  ["@/plugins/kit/until-done", "untilDone"],
  ["@/plugins/kit/env", "env"],
] as const;
const types = [
  ["@/plugins/kit/loose", "Loose"],
  ["@/plugins/kit/approval", "Approval"],
  ["@/plugins/kit/step-error", "StepError"],
  ["@/plugins/kit/respond", "HttpResponse<string>"],
  ["@/plugins/kit/step-options", "StepOptions"],
  ["@/plugins/kit/pending", "Pending"],
] as const;

it("declares the modules that emitted code imports exactly as they are", () => {
  const lines = [
    "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
    ...values.map(
      ([module, name], index) =>
        `import { ${name} as real${index} } from "${module}"; import { ${name} as declared${index} } from "declared/${module}";\n` +
        `const a${index}: typeof real${index} = declared${index}; const b${index}: typeof declared${index} = real${index};`,
    ),
    ...types.map(
      ([module, name], index) =>
        `import type * as Real${index} from "${module}"; import type * as Declared${index} from "declared/${module}";\n` +
        `const same${index}: Same<Real${index}.${name}, Declared${index}.${name}> = true;`,
    ),
    // A hook has more than emitted code uses.
    'import { createHook, FatalError } from "workflow"; import { createHook as hook, FatalError as Fatal } from "declared/workflow";',
    "const made: ReturnType<typeof hook<string>> = createHook<string>({ metadata: {} }); const error: Fatal = new FatalError('');",
    "const awaited: Same<Awaited<ReturnType<typeof createHook<string>>>, Awaited<ReturnType<typeof hook<string>>>> = true;",
  ];
  expect(diagnose(lines.join("\n"))).toEqual([]);
});

it("would notice a difference", () => {
  const text =
    'import type { StepError } from "@/plugins/kit/step-error"; import type { Approval } from "declared/@/plugins/kit/approval";\n' +
    "declare const approval: Approval; const error: StepError = approval;";
  expect(diagnose(text)).toEqual([expect.stringContaining("Type 'Approval' is missing the following properties from type 'StepError'")]);
});
