/** What a person says of a service in the form. */
export interface ServiceDraft {
  readonly label: string;
  readonly baseUrl: string;
  readonly auth: "none" | "bearer" | "basic" | "header" | "query";
  /** The header or query parameter of the key. */
  readonly authName: string;
  readonly actions: readonly ActionDraft[];
}

export interface ActionDraft {
  readonly key: number;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly label: string;
  /** Names with commas between; one that ends in `?` is optional. */
  readonly fields: string;
}

type Place = "path" | "query" | "body";

/** The definition of the service that a draft describes, as the API takes it. */
export function toDefinition(draft: ServiceDraft) {
  const taken = new Set<string>();
  return {
    weftService: 1 as const,
    name: camelCase(draft.label) || "service",
    label: draft.label.trim(),
    baseUrl: draft.baseUrl.trim().replace(/\/+$/, ""),
    auth: toAuth(draft),
    actions: draft.actions.map((action) => toAction(action, taken)),
  };
}

function toAuth({ auth, authName }: ServiceDraft) {
  const name = authName.trim();
  if (auth === "header") return { type: auth, name };
  return auth === "query" ? { type: auth, name } : { type: auth };
}

function toAction({ method, path, label, fields }: ActionDraft, taken: Set<string>) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const place: Place = method === "GET" || method === "DELETE" ? "query" : "body";
  const named = fields
    .split(",")
    .map((field) => field.trim())
    .filter((field) => field !== "");
  const properties: Record<string, { readonly type: "string"; readonly "x-in": Place; readonly "x-name"?: string }> = {};
  const required: string[] = [];
  const add = (name: string, where: Place, isNeeded: boolean): void => {
    const key = camelCase(name) || "field";
    if (Object.hasOwn(properties, key)) return;
    properties[key] = { type: "string", "x-in": where, ...(key === name ? {} : { "x-name": name }) };
    if (isNeeded) required.push(key);
  };
  for (const name of inPath) add(name, "path", true);
  for (const field of named) add(field.replace(/\?$/, ""), place, !field.endsWith("?"));
  const hasBody = place === "body" && named.length > 0;
  return {
    name: freeName(camelCase(label) || method.toLowerCase(), taken),
    label: label.trim(),
    method,
    path: path.trim(),
    input: { type: "object" as const, properties, required },
    ...(hasBody ? { body: "json" as const } : {}),
  };
}

/** `List all orders` → `listAllOrders`; digits at the start are dropped, for a name begins with a letter. */
function camelCase(text: string): string {
  const words = text
    .normalize("NFKD")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  const joined = words
    .map((word, at) => (at === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  return joined.replace(/^[0-9]+/, "").replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}
