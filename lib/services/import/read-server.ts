import { isBaseUrl } from "../service-definition.ts";
import { listOf, objectOf, textOf } from "./loose-json.ts";
import type { OpenApiDocument } from "./open-api-document.ts";

/** The first http(s) address of a list of servers, its variables at their defaults, without a slash at its end; undefined when there is none. */
export function readServer(servers: unknown, document: OpenApiDocument): string | undefined {
  const bases = readServers(servers, document);
  const [first] = bases;
  const encrypted = first?.replace(/^http:/, "https:") ?? "";
  return bases.includes(encrypted) ? encrypted : first;
}

function readServers(servers: unknown, document: OpenApiDocument): string[] {
  const bases: string[] = [];
  for (const server of listOf(servers)) {
    const { url, variables } = objectOf(server);
    const filled = textOf(url).replace(/\{([^{}]*)\}/g, (_, name: string) => {
      const variable = objectOf(objectOf(variables)[name]);
      return encodeURI(textOf(variable["default"]) || textOf(listOf(variable["enum"])[0]) || name);
    });
    const address = URL.parse(filled, document.url);
    if (filled === "" || address === null || !/^https?:$/.test(address.protocol)) continue;
    const base = `${address.origin}${address.pathname}`.replace(/\/+$/, "");
    if (isBaseUrl(base)) bases.push(base);
  }
  return bases;
}
