import type { JsonObject } from "./loose-json.ts";
import { isObject, listOf, objectOf, textOf } from "./loose-json.ts";
import { camelCase, isReserved, NameGiver, pascalCase } from "./names.ts";
import type { OpenApiDocument } from "./open-api-document.ts";
import { firstParagraph, humanize, plainText } from "./plain-text.ts";

export const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** An operation as a person chooses it from a list. */
export interface OperationSummary {
  /** What its action will be called. */
  readonly name: string;
  /** The document's own name for it; empty when it has none. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly label: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
}

/** An operation with its place in the document. */
export interface FoundOperation extends OperationSummary {
  readonly operation: JsonObject;
  readonly pathItem: JsonObject;
}

/** Every operation in the document's order, each with a name of its own. */
export function listOperations(document: OpenApiDocument): FoundOperation[] {
  const names = new NameGiver();
  const found: FoundOperation[] = [];
  for (const [path, item] of Object.entries(objectOf(document.root["paths"]))) {
    if (path.startsWith("x-")) continue;
    const pathItem = objectOf(document.resolve(item));
    for (const method of METHODS) {
      const operation = document.resolve(pathItem[method]);
      if (!isObject(operation)) continue;
      const id = textOf(operation["operationId"]);
      const name = names.give(nameOperation(id, method, path));
      const summary = plainText(textOf(operation["summary"]), 120);
      const said = textOf(operation["description"]);
      const label = (summary === "" ? firstSentence(said) : summary.replace(/\.$/, "")) || humanize(id || `${method} ${path}`);
      const description = firstParagraph(said, 600) || summary;
      const tags = listOf(operation["tags"]).filter((tag) => typeof tag === "string");
      found.push({
        name,
        id,
        method: method.toUpperCase(),
        path,
        label,
        description,
        tags,
        deprecated: operation["deprecated"] === true,
        operation,
        pathItem,
      });
    }
  }
  return found;
}

/** Its own id as an identifier; without a usable one, its method and path: `getOrdersByOrderId`. */
function nameOperation(id: string, method: string, path: string): string {
  const parts = path.split("/").filter((part) => part !== "");
  const fromId = camelCase(id);
  if (fromId.length > 1 && !isReserved(fromId)) return fromId;
  const resource = pascalCase(parts.findLast((part) => !part.includes("{")) ?? "");
  if (fromId !== "" && resource !== "") return `${fromId}${resource}`;
  const words = parts.map((part) => pascalCase(part.replace(/\{([^{}]*)\}/g, " by $1 "))).join("");
  return camelCase(`${method} ${words === "" ? "root" : words}`);
}

function firstSentence(text: string): string {
  const plain = plainText(text, 400);
  const sentence = /^(.{3,100}?)[.!?](?:\s|$)/.exec(plain)?.[1] ?? plain;
  return sentence.length <= 100 ? sentence : "";
}
