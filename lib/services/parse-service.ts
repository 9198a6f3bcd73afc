import type { FieldProblem } from "../api/parse-input.ts";
import { AppError } from "../errors.ts";
import { referencesOf, referredName } from "./schema-parts.ts";
import type { ActionDefinition, JsonSchema, ServiceDefinition } from "./service-definition.ts";
import { isHeaderName, serviceDefinition } from "./service-definition.ts";
import { placeOf } from "./service-operation.ts";

/** Reads a definition; throws `invalid_input` that names every wrong place in `details.fields`. */
export function parseService(document: unknown): ServiceDefinition {
  const parsed = serviceDefinition.safeParse(document);
  if (!parsed.success) {
    throw wrongService(parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message })));
  }
  const problems = findProblems(parsed.data);
  if (problems.length > 0) throw wrongService(problems);
  return { ...parsed.data, actions: parsed.data.actions.map(requirePath) };
}

/** A path has no place for a field that is missing, whatever its definition says. */
function requirePath(action: ActionDefinition): ActionDefinition {
  const inPath = Object.entries(action.input.properties).flatMap(([name, field]) =>
    placeOf(action, name, field) === "path" ? [name] : [],
  );
  const required = [...new Set([...action.input.required, ...inPath])];
  return required.length === action.input.required.length ? action : { ...action, input: { ...action.input, required } };
}

function wrongService(fields: readonly FieldProblem[]): AppError {
  const [first] = fields;
  const rest = fields.length > 1 ? ` (and ${fields.length - 1} more)` : "";
  const place = first === undefined || first.path === "" ? "" : `${first.path}: `;
  return new AppError("invalid_input", `The service's definition is wrong: ${place}${first?.message ?? ""}${rest}`, {
    hint: "Correct the places listed in details.fields.",
    details: { fields: fields.slice(0, 50) },
  });
}

function findProblems(service: ServiceDefinition): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const names = new Set<string>();
  for (const [index, action] of service.actions.entries()) {
    const at = `actions.${index}`;
    if (names.has(action.name)) problems.push({ path: `${at}.name`, message: `two actions are called ${action.name}` });
    names.add(action.name);
    problems.push(...findFieldProblems(action, at));
    for (const [side, schema] of Object.entries({ input: action.input, output: action.output ?? {} })) {
      const lost = findLostReference(schema, service.schemas);
      if (lost !== undefined) problems.push({ path: `${at}.${side}`, message: `${lost} is not among the service's schemas` });
    }
  }
  for (const [name, schema] of Object.entries(service.schemas)) {
    const lost = findLostReference(schema, service.schemas);
    if (lost !== undefined) problems.push({ path: `schemas.${name}`, message: `${lost} is not among the service's schemas` });
  }
  return problems;
}

function findFieldProblems(action: ActionDefinition, at: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const fields = Object.entries(action.input.properties);
  const inPath = new Set(fields.flatMap(([name, field]) => (placeOf(action, name, field) === "path" ? [field["x-name"] ?? name] : [])));
  const named = new Set([...action.path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name));
  for (const name of named) if (!inPath.has(name)) problems.push({ path: `${at}.path`, message: `{${name}} has no field in the input` });
  for (const name of inPath) {
    if (!named.has(name))
      problems.push({ path: `${at}.input.properties.${name}`, message: "is a field of the path, which has no place for it" });
  }
  for (const name of action.input.required) {
    if (!Object.hasOwn(action.input.properties, name))
      problems.push({ path: `${at}.input.required`, message: `there is no field ${name}` });
  }
  for (const [name, field] of fields) {
    if (placeOf(action, name, field) === "header" && !isHeaderName(field["x-name"] ?? name)) {
      problems.push({ path: `${at}.input.properties.${name}`, message: "is not the name of a header that a call may carry" });
    }
  }
  const places = fields.map(([name, field]) => placeOf(action, name, field));
  const hasBody = places.some((place) => place === "body" || place === "wholeBody");
  if (hasBody && (action.method === "GET" || action.body === "none")) {
    problems.push({ path: `${at}.input`, message: `a ${action.method} without a body cannot carry a field of the body` });
  }
  if (places.includes("wholeBody") && (places.includes("body") || places.filter((place) => place === "wholeBody").length > 1)) {
    problems.push({ path: `${at}.input`, message: "a field that is the whole body leaves no room for others in it" });
  }
  if ((action.body === "text" || action.body === "binary") && places.includes("body")) {
    problems.push({ path: `${at}.body`, message: `a ${action.body} body is one field with "x-in": "wholeBody"` });
  }
  return problems;
}

function findLostReference(schema: JsonSchema, schemas: ServiceDefinition["schemas"]): string | undefined {
  return referencesOf(schema).find((reference) => !Object.hasOwn(schemas, referredName(reference)));
}
