import type { ApiDefinition, ApiRequest } from "../../plugins/kit/api.ts";
import { defineApi } from "../../plugins/kit/api.ts";
import { decodeBase64, encodeBase64 } from "../../plugins/kit/base64.ts";
import { encodeFields } from "../../plugins/kit/encode-fields.ts";
import { encodeMultipart } from "../../plugins/kit/encode-multipart.ts";
import { encodeCookies, encodeText } from "../../plugins/kit/encode-text.ts";
import { fatal } from "../../plugins/kit/failure.ts";
import { idempotencyKey } from "../../plugins/kit/idempotency.ts";
import { path } from "../../plugins/kit/path.ts";
import type { StepOptions } from "../../plugins/kit/step-options.ts";
import type { ServiceAuth } from "./service-definition.ts";
import type { OperationField, Place, ServiceOperation } from "./service-operation.ts";
import { credentialOf, isCookie, stylesOf, textStyleOf } from "./service-operation.ts";

/**
 * The step of every action that is described and not written: calls the service as the printed step would. What the service thinks of the
 * values it says itself; only the names of fields are looked at here.
 */
export async function callOperation(operation: ServiceOperation, input: unknown, options: StepOptions = {}): Promise<unknown> {
  const values = readInput(operation, input);
  const api = defineApi(apiOf(operation.service));
  return api.send(requestOf(operation, values), options);
}

function readInput(operation: ServiceOperation, input: unknown): Readonly<Record<string, unknown>> {
  const kind = `${operation.service.name}.${operation.name}`;
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw fatal(`The input of ${kind} must be an object.`, { name: "InvalidInput" });
  }
  const known = new Set(operation.fields.map(({ name }) => name));
  const unknown = Object.keys(input).find((name) => !known.has(name));
  if (unknown !== undefined) throw fatal(`The input of ${kind} has no field ${JSON.stringify(unknown)}.`, { name: "InvalidInput" });
  const values = new Map<string, unknown>(Object.entries(input));
  const missing = operation.fields.find(({ name, required }) => required && values.get(name) === undefined);
  if (missing) throw fatal(`The input of ${kind} lacks the field ${JSON.stringify(missing.name)}.`, { name: "InvalidInput" });
  return Object.fromEntries(values);
}

/** What is true of every call of the service. */
export function apiOf(service: ServiceOperation["service"]): ApiDefinition<string> {
  const credential = credentialOf(service);
  const { auth, refusal } = service;
  return {
    label: service.label,
    ...(credential === undefined ? {} : { credential }),
    baseUrl: service.baseUrl,
    headers: service.headers,
    ...(service.idempotencyHeader === undefined ? {} : { idempotencyHeader: service.idempotencyHeader }),
    authorize(values, call) {
      authorize(auth, values, call);
      for (const { field, in: place, name } of service.extraKeys) {
        if (place === "header") call.headers.set(name, values[field] ?? "");
        else call.url.searchParams.set(name, values[field] ?? "");
      }
    },
    ...(refusal === undefined
      ? {}
      : {
          refuses: (body) => body?.[refusal.field] === refusal.is,
          ...(refusal.message === undefined ? {} : { readError: (body) => ({ message: textOf(body?.[refusal.message ?? ""]) }) }),
        }),
  };
}

type Credentials = Readonly<Record<string, string | undefined>>;

function authorize(auth: ServiceAuth, values: Credentials, { headers, url }: { readonly headers: Headers; readonly url: URL }): void {
  switch (auth.type) {
    case "none":
      return;
    case "bearer":
    case "oauth2":
      return headers.set("authorization", `Bearer ${values["token"] ?? ""}`);
    case "basic": {
      const pair = new TextEncoder().encode(`${values["username"] ?? ""}:${values["password"] ?? ""}`);
      return headers.set("authorization", `Basic ${encodeBase64(pair)}`);
    }
    case "header":
      // Cookies of the call itself stay.
      return headers[isCookie(auth) ? "append" : "set"](auth.name, `${auth.prefix ?? ""}${values["key"] ?? ""}`);
    case "query":
      return url.searchParams.set(auth.name, values["key"] ?? "");
  }
}

/** The kit looks by itself where a message of another shape may be. */
function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

type Values = Readonly<Record<string, unknown>>;

function requestOf(operation: ServiceOperation, values: Values): ApiRequest {
  const at = (place: Place): readonly OperationField[] => operation.fields.filter((field) => field.place === place);
  const text = (field: OperationField): string | undefined => encodeText(values[field.name], textStyleOf(field), field.wire);
  const headers = at("header").map((field): [string, string | undefined] => [field.wire, text(field)]);
  const [cookies] = pairsOf(at("cookie"), values);
  if (at("cookie").length > 0) headers.push(["cookie", encodeCookies(cookies)]);
  if (operation.accept !== undefined) headers.push(["accept", operation.accept]);
  if (operation.body === "json" && operation.contentType !== undefined) headers.push(["content-type", operation.contentType]);
  if (operation.idempotencyHeader !== undefined) headers.push([operation.idempotencyHeader, idempotencyKey()]);
  return {
    method: operation.method,
    path: fillPath(operation.path, at("path"), text),
    ...(operation.baseUrl === undefined ? {} : { baseUrl: operation.baseUrl }),
    query: encodeFields(...pairsOf(at("query"), values)),
    headers: Object.fromEntries(headers),
    ...bodyOf(operation, at("body"), at("wholeBody")[0], values),
    answer: operation.answer,
  };
}

function fillPath(template: string, fields: readonly OperationField[], text: (field: OperationField) => string | undefined): string {
  const parts = template.split(/\{([^{}]*)\}/);
  const texts = parts.filter((_, index) => index % 2 === 0);
  const wires = parts.filter((_, index) => index % 2 === 1);
  const filled = wires.map((wire) => fields.filter((field) => field.wire === wire).map(text)[0] ?? "");
  return path(Object.assign(texts, { raw: texts }), ...filled);
}

function pairsOf(fields: readonly OperationField[], values: Values): [Values, ReturnType<typeof stylesOf>] {
  return [Object.fromEntries(fields.map(({ name, wire }) => [wire, values[name]])), stylesOf(fields)];
}

function bodyOf(
  operation: ServiceOperation,
  fields: readonly OperationField[],
  whole: OperationField | undefined,
  values: Values,
): Partial<ApiRequest> {
  const value = whole === undefined ? undefined : values[whole.name];
  if (operation.body === "none" || (whole !== undefined && value === undefined)) return {};
  const [named, styles] = whole === undefined ? pairsOf(fields, values) : [objectOf(value), {}];
  switch (operation.body) {
    case "json":
      return { json: whole === undefined ? named : value };
    case "form":
      return { form: encodeFields(named, styles) };
    case "multipart":
      return { multipart: encodeMultipart(named, styles) };
    case "text":
      return { text: { content: String(value), type: operation.contentType ?? "text/plain" } };
    case "binary":
      return { bytes: { content: decodeBase64(value, whole?.name ?? "body"), type: operation.contentType ?? "application/octet-stream" } };
  }
}

function objectOf(value: unknown): Values {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
