import type { ServiceAuth, ServiceDefinition } from "../service-definition.ts";
import { isBaseUrl, isHeaderName } from "../service-definition.ts";
import type { JsonObject } from "./loose-json.ts";
import { listOf, objectOf, textOf } from "./loose-json.ts";
import { camelCase, NameGiver } from "./names.ts";
import type { OpenApiDocument } from "./open-api-document.ts";
import { humanize } from "./plain-text.ts";

interface ImportedAuth {
  readonly auth: ServiceAuth;
  /** What must go with it. */
  readonly extraKeys: ServiceDefinition["extraKeys"];
  /** Names, in lower case, of parameters that carry what the connection holds. */
  readonly names: ReadonlySet<string>;
}

/** How the service authenticates: the security scheme that most operations accept and that asks the least of a person. */
export function readAuth(document: OpenApiDocument, operations: readonly JsonObject[]): ImportedAuth {
  const schemes = objectOf(objectOf(document.root["components"])["securitySchemes"]);
  const uses = countUses(document.root["security"], operations);
  const names = new Set<string>();
  const choices = Object.entries(schemes).flatMap(([name, raw]) => {
    const scheme = objectOf(document.resolve(raw));
    if (scheme["type"] === "apiKey") names.add(textOf(scheme["name"]).toLowerCase());
    const auth = readScheme(scheme, scopesOf(name, document.root["security"], operations), document);
    return auth === undefined ? [] : [{ auth, uses: uses.get(name) ?? 0, rank: RANKS.indexOf(auth.type), name }];
  });
  // One that nobody asks for still beats none: some documents declare a scheme and forget to require it.
  const [best] = choices.toSorted((a, b) => Number(b.uses > 0) - Number(a.uses > 0) || b.uses - a.uses || a.rank - b.rank);
  if (best === undefined) return { auth: { type: "none" }, extraKeys: [], names: new Set() };
  if (best.auth.type === "bearer" || best.auth.type === "oauth2") names.add("authorization");
  return { auth: best.auth, extraKeys: readExtraKeys(best.name, schemes, document, operations), names };
}

/** The keys that operations require together with the chosen scheme. */
function readExtraKeys(
  chosen: string,
  schemes: JsonObject,
  document: OpenApiDocument,
  operations: readonly JsonObject[],
): ServiceDefinition["extraKeys"] {
  const all = operations.flatMap((operation) => requirements(operation["security"] ?? document.root["security"]));
  // Where it is enough alone, nothing goes with it.
  const together = all.filter((requirement) => Object.hasOwn(requirement, chosen));
  const [first] = together.toSorted((a, b) => Object.keys(a).length - Object.keys(b).length);
  const names = new NameGiver(["token", "username", "password", "key", "baseUrl"]);
  return Object.keys(first ?? {}).flatMap((other) => {
    const scheme = objectOf(document.resolve(schemes[other]));
    const name = textOf(scheme["name"]);
    const place = scheme["in"];
    if (other === chosen || scheme["type"] !== "apiKey" || name === "" || name.length > 100) return [];
    if (place !== "query" && !(place === "header" && isHeaderName(name))) return [];
    return [{ field: names.give(camelCase(name) || "key"), label: humanize(name), in: place, name }];
  });
}

const RANKS: readonly ServiceAuth["type"][] = ["bearer", "oauth2", "header", "query", "basic"];

function readScheme(scheme: JsonObject, scopes: readonly string[], document: OpenApiDocument): ServiceAuth | undefined {
  switch (scheme["type"]) {
    case "http":
      return /^basic$/i.test(textOf(scheme["scheme"]))
        ? { type: "basic" }
        : /^bearer$/i.test(textOf(scheme["scheme"]))
          ? { type: "bearer" }
          : undefined;
    case "apiKey": {
      const name = textOf(scheme["name"]);
      if (scheme["in"] === "query" && name !== "" && name.length <= 100) return { type: "query", name };
      if (scheme["in"] === "cookie" && /^[\w.~-]{1,100}$/.test(name)) return { type: "header", name: "Cookie", prefix: `${name}=` };
      // What documents wrote before there was a word for it.
      if (/^authorization$/i.test(name) && /\bbearer\b/i.test(textOf(scheme["description"]))) return { type: "bearer" };
      return scheme["in"] === "header" && isHeaderName(name) ? { type: "header", name } : undefined;
    }
    case "oauth2":
      return readFlows(objectOf(scheme["flows"]), scopes, document);
    case "openIdConnect":
      return { type: "bearer" };
    default:
      return undefined;
  }
}

function readFlows(flows: JsonObject, asked: readonly string[], document: OpenApiDocument): ServiceAuth {
  const code = objectOf(flows["authorizationCode"]);
  const own = objectOf(flows["clientCredentials"]);
  const absolute = (text: unknown): string | undefined => {
    const url = URL.parse(textOf(text), document.url);
    return url !== null && isBaseUrl(url.href) ? url.href : undefined;
  };
  const codeToken = absolute(code["tokenUrl"]);
  const authorizeUrl = absolute(code["authorizationUrl"]);
  const known = (flow: JsonObject): string[] =>
    asked.filter((scope) => Object.hasOwn(objectOf(flow["scopes"]), scope) && /^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/.test(scope));
  if (codeToken !== undefined && authorizeUrl !== undefined)
    return { type: "oauth2", authorizeUrl, tokenUrl: codeToken, scopes: known(code) };
  const ownToken = absolute(own["tokenUrl"]);
  return ownToken === undefined ? { type: "bearer" } : { type: "oauth2", tokenUrl: ownToken, scopes: known(own) };
}

function requirements(security: unknown): JsonObject[] {
  return listOf(security).map(objectOf);
}

function countUses(security: unknown, operations: readonly JsonObject[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const operation of operations) {
    for (const requirement of requirements(operation["security"] ?? security)) {
      for (const name of Object.keys(requirement)) uses.set(name, (uses.get(name) ?? 0) + 1);
    }
  }
  return uses;
}

function scopesOf(name: string, security: unknown, operations: readonly JsonObject[]): string[] {
  const all = operations.flatMap((operation) =>
    requirements(operation["security"] ?? security).flatMap((requirement) => listOf(requirement[name]).map(textOf)),
  );
  return [...new Set(all)].filter((scope) => scope !== "");
}
