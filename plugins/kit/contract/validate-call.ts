import type { Description, Json, Operation, Parameter } from "./description.ts";

/** A call as it arrived. */
export interface Call {
  readonly method: string;
  /** Absolute, as the step asked for it. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** The operation a call means, the most literal one where several match. */
export function findOperation(description: Description, call: Pick<Call, "method" | "url">): Operation | undefined {
  const address = decodeURI(`${call.url.origin}${call.url.pathname}`);
  return description.operations
    .filter((operation) => operation.method === call.method && operation.address.test(address))
    .toSorted((a, b) => b.literal - a.literal)[0];
}

/** Everything about a call that the service's description does not allow, in words. */
export function validateCall(description: Description, operation: Operation, call: Call): string[] {
  return [
    ...checkQuery(description, operation, call.url.searchParams),
    ...checkHeaders(description, operation, call.headers),
    ...checkBody(description, operation, call),
  ].map((problem) => `${operation.method} ${operation.path}: ${problem}`);
}

function checkQuery(description: Description, operation: Operation, query: URLSearchParams): string[] {
  const known = operation.parameters.filter((parameter) => parameter.in === "query");
  const problems: string[] = [];
  for (const parameter of known) {
    const values = [...query.keys()].some((name) => named(name, parameter)) ? query.getAll(parameter.name) : undefined;
    if (values === undefined) {
      if (parameter.required) problems.push(`the query parameter "${parameter.name}" is missing`);
    } else if (parameter.schema !== undefined && values.length > 0) {
      problems.push(...checkText(description, parameter, values).map((problem) => `the query parameter "${parameter.name}"${problem}`));
    }
  }
  for (const name of new Set(query.keys())) {
    if (!known.some((parameter) => named(name, parameter))) problems.push(`the query parameter "${name}" is unknown`);
  }
  return problems;
}

/** `tags`, `tags[]` and `tags[name]` all give the parameter `tags`. */
function named(name: string, parameter: Parameter): boolean {
  return name === parameter.name || name.replace(/\[.*$/, "") === parameter.name.replace(/\[.*$/, "");
}

/** A text fits a schema when it does as it is, or as the number, boolean or list that it stands for. */
function checkText(description: Description, parameter: Parameter, values: readonly string[]): string[] {
  const text = values[0] ?? "";
  const readings: unknown[] = [text, values, text.split(",")];
  try {
    readings.push(JSON.parse(text));
    readings.push(values.map((value): unknown => JSON.parse(value)));
  } catch {
    // A plain text.
  }
  const problems = readings.map((reading) => description.validate(parameter.schema ?? "", reading));
  return problems.some((found) => found.length === 0) ? [] : (problems[0] ?? []);
}

function checkHeaders(description: Description, operation: Operation, headers: Call["headers"]): string[] {
  return operation.parameters
    .filter(({ in: place, name }) => place === "header" && name.toLowerCase() !== "authorization")
    .flatMap((parameter) => {
      const value = headers[parameter.name.toLowerCase()];
      if (value === undefined) return parameter.required ? [`the header "${parameter.name}" is missing`] : [];
      if (parameter.schema === undefined) return [];
      return checkText(description, parameter, [String(value)]).map((problem) => `the header "${parameter.name}"${problem}`);
    });
}

function checkBody(description: Description, operation: Operation, call: Call): string[] {
  const types = Object.keys(operation.bodies);
  if (call.body === "") return operation.bodyRequired && types.length > 0 ? ["the body is missing"] : [];
  const type =
    String(call.headers["content-type"] ?? "")
      .split(";")[0]
      ?.trim() ?? "";
  if (types.length === 0) return "requestBody" in operation.definition || type.startsWith("multipart/") ? [] : ["it takes no body"];
  const key = types.find((known) => known === type || known === "*/*" || (known.endsWith("/*") && type.startsWith(known.slice(0, -1))));
  if (key === undefined) return [`a body of type "${type}" is not taken, only ${types.join(", ")}`];
  const pointer = operation.bodies[key] ?? "";
  if (type === "application/json" || type.endsWith("+json")) {
    const body: unknown = JSON.parse(call.body);
    return [...description.validate(pointer, body), ...unknownFields(description, pointer, body)];
  }
  if (type === "application/x-www-form-urlencoded") {
    const names = [...new URLSearchParams(call.body).keys()].map((name) => name.replace(/\[.*$/, ""));
    return checkNames(description, pointer, [...new Set(names)]);
  }
  if (type.startsWith("multipart/form-data")) {
    const names = [...call.body.matchAll(/content-disposition: form-data;[^\r\n]*? name="([^"]*)"/gi)].map((match) => match[1] ?? "");
    return checkNames(description, pointer, [...new Set(names)]);
  }
  return [];
}

function checkNames(description: Description, pointer: string, names: readonly string[]): string[] {
  const schema = description.resolve(pointer).value as Json;
  const required = (schema["required"] ?? []) as readonly string[];
  const fields = Object.fromEntries(names.map((name) => [name, true]));
  return [
    ...required.filter((name) => !names.includes(name)).map((name) => `the field "${name}" is missing`),
    ...unknownFields(description, pointer, fields),
  ];
}

/** JSON Schema lets any further field pass; a service that does not describe a field does not read it. */
function unknownFields(description: Description, pointer: string, body: unknown): string[] {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return [];
  const known = knownFields(description, pointer, new Set());
  return known === undefined
    ? []
    : Object.keys(body)
        .filter((name) => !known.has(name))
        .map((name) => `the field "${name}" is unknown`);
}

/** Undefined where any field may be. */
function knownFields(description: Description, pointer: string, seen: Set<string>): Set<string> | undefined {
  const { value, pointer: at } = description.resolve(pointer);
  const schema = value as Json | undefined;
  if (schema === undefined || seen.has(at)) return new Set();
  seen.add(at);
  const open = schema["additionalProperties"];
  if (open === true || (typeof open === "object" && open !== null)) return undefined;
  const names = new Set(Object.keys((schema["properties"] ?? {}) as Json));
  let described = "properties" in schema;
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const parts = (schema[keyword] ?? []) as readonly unknown[];
    for (const index of parts.keys()) {
      const part = knownFields(description, `${at}/${keyword}/${index}`, seen);
      if (part === undefined) return undefined;
      for (const name of part) names.add(name);
      described = true;
    }
  }
  return described ? names : undefined;
}
