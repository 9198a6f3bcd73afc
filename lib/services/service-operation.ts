import { z } from "zod";
import type { CredentialField, CredentialType } from "../../plugins/kit/define-credential.ts";
import { defineCredential } from "../../plugins/kit/define-credential.ts";
import type { ActionDefinition, ServiceAuth, ServiceDefinition } from "./service-definition.ts";
import { actionDefinition, BODIES, FIELD_STYLES, PLACES, serviceDefinition, TEXT_STYLES } from "./service-definition.ts";

export type Place = (typeof PLACES)[number];
export type FieldStyle = (typeof FIELD_STYLES)[number];
export type TextStyle = (typeof TEXT_STYLES)[number];
export type Style = FieldStyle | TextStyle;

const operationField = z.object({
  name: z.string(),
  place: z.enum(PLACES),
  wire: z.string().meta({ description: "What the service calls it." }),
  style: z.enum([...FIELD_STYLES, ...TEXT_STYLES]),
  required: z.boolean(),
});

/** A field as a call needs it. */
export type OperationField = z.infer<typeof operationField>;

/**
 * Everything that one action's call needs, and nothing of the rest of its service. A published version keeps it, so that a later change
 * of the definition changes nothing for runs of that version.
 */
export const serviceOperation = z.object({
  service: serviceDefinition.pick({
    name: true,
    label: true,
    baseUrl: true,
    auth: true,
    extraKeys: true,
    headers: true,
    idempotencyHeader: true,
    refusal: true,
  }),
  ...actionDefinition.pick({
    name: true,
    method: true,
    path: true,
    baseUrl: true,
    contentType: true,
    accept: true,
    answer: true,
    idempotencyHeader: true,
  }).shape,
  fields: z.array(operationField),
  body: z.enum(BODIES),
});
export type ServiceOperation = z.infer<typeof serviceOperation>;

type InputField = ActionDefinition["input"]["properties"][string];

/** Where a field travels: where it says, else in the path when the path names it, else in the query of a call without a body, else in the body. */
export function placeOf(action: Pick<ActionDefinition, "method" | "path" | "body">, name: string, field: InputField): Place {
  const said = field["x-in"];
  if (said !== undefined) return said;
  if (action.path.includes(`{${field["x-name"] ?? name}}`)) return "path";
  if (action.body === "none" || action.method === "GET" || (action.method === "DELETE" && action.body === undefined)) return "query";
  return "body";
}

/** What a call of this action needs. */
export function operationOf(service: ServiceDefinition, action: ActionDefinition): ServiceOperation {
  const fields = Object.entries(action.input.properties).map(([name, field]): OperationField => {
    const place = placeOf(action, name, field);
    return {
      name,
      place,
      wire: field["x-name"] ?? name,
      style: field["x-style"] ?? (place === "header" || place === "path" || place === "cookie" ? "comma" : "repeat"),
      required: action.input.required.includes(name),
    };
  });
  const inBody = fields.some(({ place }) => place === "body" || place === "wholeBody");
  const { name, label, baseUrl, auth, extraKeys, headers, idempotencyHeader, refusal } = service;
  return {
    service: {
      name,
      label,
      baseUrl,
      auth,
      extraKeys,
      headers,
      ...(idempotencyHeader === undefined ? {} : { idempotencyHeader }),
      ...(refusal === undefined ? {} : { refusal }),
    },
    name: action.name,
    method: action.method,
    path: action.path,
    ...(action.baseUrl === undefined ? {} : { baseUrl: action.baseUrl }),
    fields,
    body: inBody ? (action.body ?? "json") : "none",
    ...(action.contentType === undefined ? {} : { contentType: action.contentType }),
    ...(action.accept === undefined ? {} : { accept: action.accept }),
    answer: action.answer,
    ...(action.idempotencyHeader === undefined ? {} : { idempotencyHeader: action.idempotencyHeader }),
  };
}

/** The styles that are not what a list or an object gets without one, by the name that the service knows. */
export function stylesOf(fields: readonly OperationField[]): Record<string, FieldStyle> {
  return Object.fromEntries(fields.flatMap(({ wire, style }) => (style === "repeat" || !isFieldStyle(style) ? [] : [[wire, style]])));
}

function isFieldStyle(style: Style): style is FieldStyle {
  return FIELD_STYLES.some((known) => known === style);
}

/** The style of a field in a path or a header. */
export function textStyleOf({ style }: OperationField): TextStyle {
  return TEXT_STYLES.find((known) => known === style) ?? "comma";
}

/** Whether the credential is one cookie among others. */
export function isCookie(auth: ServiceAuth): boolean {
  return auth.type === "header" && auth.name.toLowerCase() === "cookie";
}

/** The fields of a service's credential, by the way it authenticates; undefined for a service that asks for nothing. */
export function credentialOf(service: Pick<ServiceDefinition, "name" | "label" | "auth" | "extraKeys">): CredentialType | undefined {
  const { auth, extraKeys, name, label } = service;
  if (auth.type === "none" && extraKeys.length === 0) return undefined;
  const shout = (field: string): string => `${name}_${field}`.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();
  const own = extraKeys.map((key): [string, CredentialField] => [key.field, { label: key.label, env: shout(key.field) }]);
  const fields: Record<string, CredentialField> = {
    ...authFields(auth, shout),
    ...Object.fromEntries(own),
    baseUrl: {
      label: "Address",
      help: `Where your ${label} answers, if not at its usual address.`,
      env: shout("baseUrl"),
      secret: false,
      optional: true,
    },
  };
  if (auth.type !== "oauth2" || auth.authorizeUrl === undefined) return defineCredential(name, fields);
  return defineCredential(name, fields, { oauth: { authorizeUrl: auth.authorizeUrl, tokenUrl: auth.tokenUrl, scopes: auth.scopes } });
}

function authFields(auth: ServiceAuth, env: (field: string) => string): Record<string, CredentialField> {
  switch (auth.type) {
    case "none":
      return {};
    case "bearer":
      return { token: { label: "Token", env: env("token") } };
    case "oauth2":
      return { token: { label: "Access token", env: env("token") } };
    case "basic":
      return {
        username: { label: "User name", env: env("username"), secret: false },
        password: { label: "Password", env: env("password"), optional: true },
      };
    case "header":
      if (auth.name.toLowerCase() !== "authorization" || auth.prefix !== undefined) return { key: { label: "API key", env: env("key") } };
      return { key: { label: "Authorization", help: "The header's whole value, such as Token t0k3n.", env: env("key") } };
    case "query":
      return { key: { label: "API key", env: env("key") } };
  }
}
