import { printDocComment } from "../../codegen/emit/comment.ts";
import { printIdentifier } from "../../codegen/emit/identifier.ts";
import { printKey, printString } from "../../codegen/emit/literal.ts";
import { printActionTypes } from "../../codegen/types/print-action-types.ts";
import { kebabCase } from "../../plugins/kit/catalog.ts";
import type { CredentialField } from "../../plugins/kit/define-credential.ts";
import { schemaOf, zodOf } from "./action-schemas.ts";
import { printStep } from "./print-step.ts";
import type { ActionDefinition, ServiceDefinition } from "./service-definition.ts";
import { credentialOf, isCookie } from "./service-operation.ts";

/**
 * A service as the plugin that a person would have written for these of its actions: what an export holds. By the files' paths below
 * `plugins/<folder>`. The step does what `callOperation` does.
 */
export function printService(service: ServiceDefinition, names: ReadonlySet<string>): Record<string, string> {
  const actions = service.actions.filter(({ name }) => names.has(name));
  const types = actions.map((action) => printTypes(service, action)).join("\n");
  const credential = printCredential(service);
  return {
    ...(credential === undefined ? {} : { "credential.ts": credential }),
    "api.ts": printApi(service),
    "types.generated.ts": `${types.includes("<T = Loose>") ? 'import type { Loose } from "../kit/loose.ts";\n\n' : ""}${types}`,
    ...Object.fromEntries(actions.map((action) => [`steps/${kebabCase(action.name)}.ts`, printStep(service, action)])),
  };
}

/** `CreateOrderInput` and `CreateOrderOutput` as TypeScript. */
export function printTypes(service: ServiceDefinition, action: ActionDefinition): string {
  return printActionTypes({
    name: action.name,
    input: zodOf(schemaOf(service, action, "input")),
    output: zodOf(schemaOf(service, action, "output")),
  });
}

function printCredential(service: ServiceDefinition): string | undefined {
  const credential = credentialOf(service);
  if (credential === undefined) return undefined;
  const fields = Object.entries(credential.fields).map(([name, field]) => `  ${printKey(name)}: ${printField(field)},\n`);
  const oauth = credential.oauth === undefined ? "" : `, {\n  oauth: ${JSON.stringify(credential.oauth)},\n}`;
  return `import { defineCredential } from "../kit/define-credential.ts";

export const ${service.name}Credential = defineCredential(${printString(service.name)}, {
${fields.join("")}}${oauth});
`;
}

function printField(field: CredentialField): string {
  const entries = Object.entries(field).map(([key, value]) => `${key}: ${typeof value === "string" ? printString(value) : String(value)}`);
  return `{ ${entries.join(", ")} }`;
}

function printApi(service: ServiceDefinition): string {
  const { auth, refusal } = service;
  const hasCredential = credentialOf(service) !== undefined;
  const headers = Object.entries(service.headers).map(([name, value]) => `${printKey(name)}: ${printString(value)}`);
  const lines = [
    `label: ${printString(service.label)}`,
    ...(hasCredential ? [`credential: ${service.name}Credential`] : []),
    `baseUrl: ${printString(service.baseUrl)}`,
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(", ")} }`]),
    ...(hasCredential ? [printAuthorize(service)] : []),
    ...(service.idempotencyHeader === undefined ? [] : [`idempotencyHeader: ${printString(service.idempotencyHeader)}`]),
    ...(refusal === undefined
      ? []
      : [
          `refuses: (body) => body?.[${printString(refusal.field)}] === ${JSON.stringify(refusal.is)}`,
          ...(refusal.message === undefined
            ? []
            : [
                `readError: (body) => ({ message: typeof body?.[${printString(refusal.message)}] === "string" ? body[${printString(refusal.message)}] : undefined })`,
              ]),
        ]),
  ];
  return `import { defineApi } from "../kit/api.ts";
${auth.type === "basic" ? 'import { encodeBase64 } from "../kit/base64.ts";\n' : ""}${
    hasCredential ? `import { ${service.name}Credential } from "./credential.ts";\n` : ""
  }
${printDocComment(`The HTTP API of ${service.label}.`, "").join("\n")}
export const ${printIdentifier(service.name)} = defineApi({
${lines.map((line) => `  ${line},\n`).join("")}});
`;
}

/** What puts the credential into a call. */
function printAuthorize({ auth, extraKeys }: ServiceDefinition): string {
  const [taken, put] = printAuth(auth);
  const fields = [...(taken === "" ? [] : [taken]), ...extraKeys.map(({ field }) => `${printIdentifier(field)} = ""`)];
  const statements = [
    ...(put === "" ? [] : [put]),
    ...extraKeys.map((key) => `${key.in === "header" ? "headers" : "url.searchParams"}.set(${printString(key.name)}, ${key.field})`),
  ];
  const used = ["headers", "url"].filter((name) => statements.some((statement) => statement.startsWith(`${name}.`)));
  const [only = ""] = statements;
  const body = statements.length === 1 ? only : `{\n${statements.map((statement) => `    ${statement};\n`).join("")}  }`;
  return `authorize: ({ ${fields.join(", ")} }, { ${used.join(", ")} }) => ${body}`;
}

/** The fields of the credential that are taken, and what puts them into the call. */
function printAuth(auth: ServiceDefinition["auth"]): [string, string] {
  switch (auth.type) {
    case "none":
      return ["", ""];
    case "bearer":
    case "oauth2":
      return ["token", 'headers.set("authorization", `Bearer ${token}`)'];
    case "basic":
      return [
        'username, password = ""',
        'headers.set("authorization", `Basic ${encodeBase64(new TextEncoder().encode(`${username}:${password}`))}`)',
      ];
    case "header":
      return [
        'key = ""',
        `headers.${isCookie(auth) ? "append" : "set"}(${printString(auth.name)}, ${auth.prefix === undefined ? "key" : `${printString(auth.prefix)} + key`})`,
      ];
    case "query":
      return ['key = ""', `url.searchParams.set(${printString(auth.name)}, key)`];
  }
}
