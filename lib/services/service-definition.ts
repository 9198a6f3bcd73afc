import { z } from "zod";
import { languageReservedWords } from "../../codegen/schema/identifiers.ts";

/** A JSON Schema as a definition keeps it; references are `#/schemas/<name>`. */
export type JsonSchema = { readonly [keyword: string]: unknown };

const jsonSchema = z.record(z.string(), z.unknown());

/** What belongs to the connection, not to the message. */
const CONNECTION_HEADERS = new Set("connection content-length expect host keep-alive te trailer transfer-encoding upgrade".split(" "));

/** Whether a call may carry a header of this name. */
export function isHeaderName(text: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,100}$/.test(text) && !CONNECTION_HEADERS.has(text.toLowerCase());
}

const headerName = z.string().refine(isHeaderName, "is not the name of a header that a call may carry");
const headerValue = z.string().regex(/^[\t\x20-\x7e]{0,2000}$/, "holds a character that headers cannot carry");

/** What the printed steps call things themselves. */
export const printedNames: ReadonlySet<string> = new Set(
  "api decodeBase64 defineApi defineCredential encodeBase64 encodeCookies encodeFields encodeMultipart encodeText idempotencyKey input options path".split(
    " ",
  ),
);

/** A name that code can use as it is: for the service, and for its actions' functions. */
const identifier = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,99}$/, "must start with a lower-case letter and hold letters and digits only")
  .refine((name) => !languageReservedWords.has(name), "is a word of the language")
  .refine((name) => !printedNames.has(name), "is a name that the code of its steps uses itself");

/** Kinds of the language itself, and folders that are no service's own. */
export const reservedServices: ReadonlySet<string> = new Set("code control google kit microsoft note trigger".split(" "));

const address = z
  .string()
  .max(2000)
  .refine((text) => isBaseUrl(text), "must be an http or https address without user name, query and fragment");

/** An address that paths can be added to. */
export function isBaseUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^https?:\/\//i.test(text) || !/^https?:$/.test(url.protocol)) return false;
  return url.username === "" && url.password === "" && url.search === "" && url.hash === "" && !/[\s\\]/.test(text);
}

const oauthSettings = {
  tokenUrl: address,
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/)).default([]),
};

/** How a call says who makes it; the values come from the service's connection, never from here. */
const serviceAuth = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none") }),
  z.strictObject({ type: z.literal("bearer") }),
  z.strictObject({ type: z.literal("basic") }),
  z.strictObject({ type: z.literal("header"), name: headerName, prefix: headerValue.exactOptional() }),
  z.strictObject({ type: z.literal("query"), name: z.string().min(1).max(100) }),
  z.strictObject({ type: z.literal("oauth2"), authorizeUrl: address.exactOptional(), ...oauthSettings }),
]);
export type ServiceAuth = z.infer<typeof serviceAuth>;

/** The fields of a connection that `auth` and the kit know. */
const AUTH_FIELDS = new Set("token username password key baseUrl".split(" "));

/** Another secret that every call carries beside that of `auth`, in a field of its own of the connection. */
const extraKey = z
  .strictObject({
    field: identifier.refine((field) => !AUTH_FIELDS.has(field), "is a field of the connection already"),
    label: z.string().min(1).max(100),
    in: z.enum(["header", "query"]),
    name: z.string().min(1).max(100),
  })
  .refine((key) => key.in === "query" || isHeaderName(key.name), "its name is not that of a header that a call may carry");

/** Where a field of an action's input travels. `wholeBody` is the body itself, `body` one field of it. */
export const PLACES = ["path", "query", "header", "cookie", "body", "wholeBody"] as const;

/** How the body of a call is written. */
export const BODIES = ["none", "json", "form", "multipart", "text", "binary"] as const;

/** How a list or an object is written in a query or a form; scalars are the same in all. `file` is a file of a multipart body. */
export const FIELD_STYLES = ["repeat", "comma", "space", "pipe", "brackets", "spread", "json", "file"] as const;

/** How a list or an object is written in a path or a header. */
export const TEXT_STYLES = ["comma", "pairs", "label", "labelPairs", "matrix", "matrixPairs", "json"] as const;

/** A field of an action's input: a JSON Schema, and how it travels. */
const inputField = jsonSchema.and(
  z.looseObject({
    "x-in": z.enum(PLACES).exactOptional(),
    "x-name": z.string().min(1).max(200).exactOptional(),
    "x-style": z.enum([...FIELD_STYLES, ...TEXT_STYLES]).exactOptional(),
    label: z.string().exactOptional(),
    help: z.string().exactOptional(),
  }),
);

export const actionDefinition = z.strictObject({
  name: identifier,
  label: z.string().min(1).max(200),
  description: z.string().max(5000).default(""),
  deprecated: z.boolean().exactOptional(),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
  path: z
    .string()
    .max(2000)
    .regex(/^\/[^\s?#\\`$]*$/, "must start with a slash and hold neither blanks nor a query")
    .meta({ description: "Below the base URL; `{id}` stands for the field `id`.", example: "/orders/{id}" }),
  baseUrl: address.exactOptional().meta({ description: "Where this action lives on another host than the rest." }),
  input: z
    .looseObject({
      type: z.literal("object").default("object"),
      properties: z.record(z.string(), inputField).default({}),
      required: z.array(z.string()).default([]),
    })
    .prefault({})
    .meta({ description: "A JSON Schema; each property may say `x-in`, `x-name`, `x-style`, `label`, `help` and `example`." }),
  body: z.enum(BODIES).exactOptional(),
  contentType: headerValue.exactOptional().meta({ description: "Of the body, where it is not the usual one of its kind." }),
  accept: headerValue
    .exactOptional()
    .meta({ description: "What the service is asked to answer with, where JSON is called something else." }),
  answer: z
    .enum(["json", "text", "base64", "auto"])
    .default("json")
    .meta({ description: "`auto` is JSON where the service says that it is, else text." }),
  output: jsonSchema.exactOptional().meta({ description: "A JSON Schema of the answer; any shape without one." }),
  idempotencyHeader: headerName.exactOptional(),
});
export type ActionDefinition = z.infer<typeof actionDefinition>;

/** A REST service as a person describes it, or as an import makes it. */
export const serviceDefinition = z
  .strictObject({
    weftService: z.literal(1).meta({ description: "The version of this kind of document." }),
    name: identifier
      .refine((name) => !reservedServices.has(name), "is a name of Weft's own")
      .meta({ description: "The first half of its actions' kinds.", example: "acme" }),
    label: z.string().min(1).max(100),
    description: z.string().max(5000).default(""),
    baseUrl: address,
    auth: serviceAuth.default({ type: "none" }),
    extraKeys: z.array(extraKey).max(5).default([]),
    headers: z.record(headerName, headerValue).default({}).meta({ description: "Sent with every call. Keys belong in a connection." }),
    idempotencyHeader: headerName
      .exactOptional()
      .meta({ description: "The header that makes a repeated call harmless, where the service has one." }),
    refusal: z
      .strictObject({
        field: z.string().min(1),
        is: z.union([z.string(), z.number(), z.boolean()]),
        message: z.string().min(1).exactOptional(),
      })
      .exactOptional()
      .meta({
        description: 'What marks a 2xx answer as a failure all the same, such as { "field": "ok", "is": false, "message": "error" }.',
      }),
    schemas: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,199}$/), jsonSchema).default({}),
    actions: z.array(actionDefinition).min(1).max(50_000),
  })
  .meta({ id: "ServiceDefinition" });
export type ServiceDefinition = z.infer<typeof serviceDefinition>;
