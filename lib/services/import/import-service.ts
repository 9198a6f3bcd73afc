import { AppError } from "../../errors.ts";
import { parseService } from "../parse-service.ts";
import type { ActionDefinition, ServiceAuth, ServiceDefinition } from "../service-definition.ts";
import { isBaseUrl, reservedServices } from "../service-definition.ts";
import { breakCircles } from "./break-circles.ts";
import { findRefusal } from "./find-refusal.ts";
import type { FoundOperation } from "./list-operations.ts";
import { listOperations } from "./list-operations.ts";
import { listOf, objectOf, textOf } from "./loose-json.ts";
import { camelCase, isReserved } from "./names.ts";
import type { OpenApiDocument } from "./open-api-document.ts";
import { plainText } from "./plain-text.ts";
import { readAuth } from "./read-auth.ts";
import { readOperation } from "./read-operation.ts";
import { readServer } from "./read-server.ts";
import { SchemaReader } from "./schema-reader.ts";

/** Which operations to take; those that any of it names. */
export interface OperationChoice {
  readonly all?: boolean | undefined;
  /** Names of actions, ids of operations, or `GET /orders`. */
  readonly operations?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
}

export interface ImportOptions extends OperationChoice {
  /** Default: the API's title. */
  readonly name?: string | undefined;
  /** Default: the document's first server. */
  readonly baseUrl?: string | undefined;
  /** Default: what the document says. */
  readonly auth?: ServiceAuth | undefined;
  /** Names that a name made here must not have. */
  readonly taken?: ReadonlySet<string> | undefined;
}

/** Makes a service of the chosen operations. Throws `invalid_input` for a choice or a document that gives none. */
export function importService(document: OpenApiDocument, options: ImportOptions): ServiceDefinition {
  const chosen = chooseOperations(listOperations(document), options);
  const info = objectOf(document.root["info"]);
  const title = plainText(textOf(info["title"]), 80);
  const { auth, extraKeys, names } = readAuth(
    document,
    chosen.map(({ operation }) => operation),
  );
  const baseUrl = options.baseUrl ?? baseUrlOf(document, chosen);
  const name = options.name ?? freeName(serviceName(title, baseUrl), options.taken);
  const schemas = new SchemaReader(document);
  const context = { document, schemas, credentialNames: names, serverOf: (servers: unknown) => readServer(servers, document) };
  const actions = chosen.map((found) => readOperation(found, context));
  const refusal = findRefusal(actions);
  return parseService({
    weftService: 1,
    name,
    label: labelOf(title, name),
    description: plainText(textOf(info["description"]), 500),
    baseUrl,
    auth: options.auth ?? auth,
    ...(options.auth === undefined ? { extraKeys } : {}),
    ...(refusal === undefined ? {} : { refusal }),
    schemas: breakCircles(schemas.takeSchemas()),
    actions,
  } satisfies ServiceDefinition | { actions: readonly ActionDefinition[] });
}

/** The title's words where they are few, else the name of the host: `Swagger Petstore API` → `swaggerPetstore`, `api.github.com` → `github`. */
function serviceName(title: string, baseUrl: string): string {
  const words = title
    .replace(/\([^)]*\)/g, " ")
    .replace(/\b(?:rest|web|http|public|v?\d+(?:\.\d+)+|v\d+|openapi|api|specification)\b/gi, " ");
  const fromTitle = camelCase(words);
  const isShort = fromTitle !== "" && words.split(/\s+/).filter((word) => word !== "").length <= 3;
  const host = new URL(baseUrl).hostname;
  const fromHost = /[a-z]/i.test(host) ? camelCase(host.split(".").at(-2) ?? host) : "";
  const name = isShort ? fromTitle : fromHost || fromTitle || "service";
  return isReserved(name) || reservedServices.has(name) ? `${name}Api` : name;
}

/** The title without what every title says; where it is a sentence, the service's name. */
function labelOf(title: string, name: string): string {
  const plain = title.replace(/(?:\s+(?:REST|HTTP|Web|Public))*\s+API(?:\s+(?:specification|documentation))?$/i, "");
  return plain === "" || plain.length > 40 ? name.charAt(0).toUpperCase() + name.slice(1) : plain;
}

function freeName(wanted: string, taken: ReadonlySet<string> = new Set()): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}Api${number === 2 ? "" : number}`;
    if (!taken.has(name)) return name;
  }
}

function baseUrlOf(document: OpenApiDocument, chosen: readonly FoundOperation[]): string {
  const found =
    readServer(document.root["servers"], document) ??
    readServer(chosen[0]?.operation["servers"] ?? chosen[0]?.pathItem["servers"], document);
  if (found !== undefined && isBaseUrl(found)) return found;
  // Without servers an API answers where its document lies, which is what FastAPI's say.
  if (document.url !== undefined && document.root["servers"] === undefined) return document.url.origin;
  const path = textOf(objectOf(listOf(document.root["servers"])[0])["url"]);
  const relative = /^\/[\w./-]{0,200}$/.test(path) ? path : "";
  throw new AppError("invalid_input", "The document does not say at which http(s) address the API answers.", {
    hint: `Name it: --base-url https://api.example.com${relative}, or baseUrl over the API.`,
  });
}

function chooseOperations(found: readonly FoundOperation[], choice: OperationChoice): FoundOperation[] {
  if (found.length === 0)
    throw new AppError("invalid_input", "The document describes no operation.", { hint: "Its `paths` must hold at least one." });
  const wanted = new Set(choice.operations ?? []);
  const tags = new Set((choice.tags ?? []).map((tag) => tag.toLowerCase()));
  const namesOf = ({ name, id, method, path }: FoundOperation): string[] => [name, id, `${method} ${path}`];
  const chosen = found.filter(
    (operation) =>
      choice.all === true ||
      namesOf(operation).some((name) => wanted.has(name)) ||
      operation.tags.some((tag) => tags.has(tag.toLowerCase())),
  );
  const known = new Set(found.flatMap(namesOf));
  const knownTags = new Set(found.flatMap((operation) => operation.tags.map((tag) => tag.toLowerCase())));
  const unknown = [...[...wanted].filter((name) => !known.has(name)), ...[...tags].filter((tag) => !knownTags.has(tag))];
  if (unknown.length > 0) {
    throw new AppError("invalid_input", `The document has no operation or tag called ${unknown.slice(0, 5).join(", ")}.`, {
      hint: "List what it has: weft plugin import <document> --list, or POST /api/services/import without a choice.",
    });
  }
  if (chosen.length === 0) {
    throw new AppError("invalid_input", "No operation was chosen.", {
      hint: `Choose operations, tags or all; the document has ${found.length}.`,
    });
  }
  return chosen;
}
