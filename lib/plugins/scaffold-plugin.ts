import { toPascalCase } from "../../codegen/emit/identifier.ts";
import { kebabCase } from "../../plugins/kit/catalog.ts";

/** Where the kit is, as seen from the plugin's folder and from the folders in it. */
interface KitImports {
  /** The module of one part of the kit. */
  of(part: string, depth: 1 | 2): string;
  readonly contract: string;
}

const builtIn: KitImports = {
  of: (part, depth) => `${"../".repeat(depth)}kit/${part}.ts`,
  contract: "../kit/contract/describe-service.ts",
};
const outside: KitImports = { of: () => "weftwork/kit", contract: "weftwork/contract" };

/**
 * The files of a new plugin with one action, by their path in its folder: it passes the contract test as it stands. Types and documentation
 * are generated from it afterwards.
 */
export function scaffoldPlugin(name: string, where: "built-in" | "outside"): Record<string, string> {
  const kit = where === "built-in" ? builtIn : outside;
  const kebab = kebabCase(name);
  const label = toPascalCase(name).replace(/([a-z0-9])([A-Z])/g, "$1 $2");
  const shout = kebab.replaceAll("-", "_").toUpperCase();
  return {
    ...(where === "outside" ? { "package.json": printPackage(kebab, label), "tsconfig.json": printTsconfig() } : {}),
    "index.ts": `import { definePlugin } from "${kit.of("define-plugin", 1)}";
import { createItem } from "./actions/create-item.ts";
import { ${name}Credential } from "./credential.ts";

export const plugin = definePlugin({
  name: "${name}",
  label: "${label}",
  description: "What ${label} is for, in one sentence.",
  docs: "https://example.com/docs",
  credential: ${name}Credential,
  actions: [createItem],
});
`,
    "credential.ts": `import { defineCredential } from "${kit.of("define-credential", 1)}";

export const ${name}Credential = defineCredential("${name}", {
  token: { label: "API key", help: "From the settings of your account.", env: "${shout}_API_KEY" },
  baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "${shout}_BASE_URL", secret: false, optional: true },
});
`,
    "api.ts": `import { defineApi } from "${kit.of("api", 1)}";
import { ${name}Credential } from "./credential.ts";

/** ${label}'s HTTP API. */
export const ${name} = defineApi({
  label: "${label}",
  credential: ${name}Credential,
  baseUrl: "https://api.example.com/v1",
  authorize: ({ token }, { headers }) => headers.set("authorization", \`Bearer \${token}\`),
  // Only where its documentation names one; the test says it too.
  idempotencyHeader: "Idempotency-Key",
  // Where the service puts its own words; the test's \`failure\` words one.
  readError: ({ error }: { error?: { message?: string } }) => ({ message: error?.message }),
});
`,
    "actions/create-item.ts": `${where === "built-in" ? 'import { z } from "zod";\n' : ""}import { defineAction${where === "built-in" ? "" : ", z"} } from "${kit.of("define-action", 2)}";

/** Creates an item in a list. */
export const createItem = defineAction({
  name: "createItem",
  label: "Create an item",
  description: "Creates an item in a list and gives its id.",
  input: z.strictObject({
    list_id: z.string().meta({ label: "List", help: "The id of the list.", example: "list_1" }),
    title: z.string().min(1).meta({ label: "Title", example: "Oil the loom" }),
    note: z.string().optional().meta({ label: "Note", multiline: true, example: "Before noon." }),
  }),
  output: z.object({
    id: z.string().meta({ label: "Item id" }),
    title: z.string().meta({ label: "Title" }),
  }),
});
`,
    "steps/create-item.ts": `${printStepImports(kit)}import { ${name} } from "../api.ts";
import type { CreateItemInput, CreateItemOutput } from "../types.generated.ts";

/** Creates an item in a list. */
export async function createItem({ list_id, ...item }: CreateItemInput, options: StepOptions = {}): Promise<CreateItemOutput> {
  "use step";
  return ${name}.send({ method: "POST", path: path\`/lists/\${list_id}/items\`, json: item }, options);
}
`,
    "contract.yaml": `openapi: 3.1.0
info: { title: ${label}, version: "1", description: "What Weft uses of ${label}, written down from its documentation." }
externalDocs: { url: "https://example.com/docs" }
servers: [{ url: "https://api.example.com/v1" }]
paths:
  /lists/{list_id}/items:
    post:
      externalDocs: { url: "https://example.com/docs/create-item" }
      parameters:
        - { name: list_id, in: path, required: true, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              additionalProperties: false
              required: [title]
              properties: { title: { type: string }, note: { type: string } }
      responses:
        "201":
          description: Created.
          content: { application/json: { example: { id: item_1, title: Oil the loom } } }
`,
    [`${kebab}.test.ts`]: `import { join } from "node:path";
import { describeService } from "${kit.contract}";
import { plugin } from "./index.ts";

describeService(plugin, {
${where === "outside" ? "  folder: import.meta.dirname,\n" : ""}  contract: join(import.meta.dirname, "contract.yaml"),
  environment: { ${shout}_API_KEY: "contract-api-key" },
  idempotencyHeader: "Idempotency-Key",
  actions: {
    createItem: {
      calls: [{ method: "POST", url: "/lists/list_1/items", body: { title: "Oil the loom" } }],
      output: { id: "item_1" },
    },
  },
});
`,
  };
}

function printStepImports(kit: KitImports): string {
  if (kit === outside) return 'import type { StepOptions } from "weftwork/kit";\nimport { path } from "weftwork/kit";\n';
  return `import { path } from "${kit.of("path", 2)}";\nimport type { StepOptions } from "${kit.of("step-options", 2)}";\n`;
}

function printPackage(kebab: string, label: string): string {
  const content = {
    name: `weft-plugin-${kebab}`,
    version: "0.1.0",
    description: `${label} for Weft.`,
    type: "module",
    exports: "./dist/index.js",
    files: ["dist", "README.md"],
    scripts: { build: "tsc", prepack: "tsc", test: "vitest run" },
    keywords: ["weft-plugin"],
    peerDependencies: { weftwork: "*" },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Types for the editor, and the JavaScript that a package ships, whose imports then end in `.js`. */
function printTsconfig(): string {
  const content = {
    compilerOptions: {
      target: "es2024",
      module: "nodenext",
      types: ["node"],
      strict: true,
      skipLibCheck: true,
      rewriteRelativeImportExtensions: true,
      rootDir: ".",
      outDir: "dist",
    },
    include: ["index.ts", "steps"],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
