import type { JsonObject } from "./loose-json.ts";
import { isObject, listOf, objectOf, textOf } from "./loose-json.ts";
import type { OpenApiDocument } from "./open-api-document.ts";

/** A base of more types than this says nothing that anybody could choose from: Microsoft Graph's `entity` has hundreds. */
const MOST_SUBTYPES = 30;

/** Which schemas of a document are put together from a base type, one that has a discriminator and names no choices itself. */
export class Subtypes {
  readonly #document: OpenApiDocument;
  #children: ReadonlyMap<unknown, readonly JsonObject[]> | undefined;

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  /** References to them, those of subtypes too; empty for what is no base type. */
  of(schema: unknown): readonly JsonObject[] {
    if (!isObject(schema) || schema["discriminator"] === undefined || "oneOf" in schema || "anyOf" in schema) return [];
    this.#children ??= this.#readChildren();
    const found = new Map<unknown, JsonObject>();
    const visit = (base: unknown): void => {
      for (const reference of this.#children?.get(base) ?? []) {
        const target = this.#document.resolve(reference);
        if (target === schema || found.has(target)) continue;
        found.set(target, reference);
        visit(target);
      }
    };
    visit(schema);
    return found.size > MOST_SUBTYPES ? [] : [...found.values()];
  }

  #readChildren(): Map<unknown, JsonObject[]> {
    const children = new Map<unknown, JsonObject[]>();
    const { root } = this.#document;
    const places = { "#/components/schemas/": objectOf(root["components"])["schemas"], "#/definitions/": root["definitions"] };
    for (const [place, schemas] of Object.entries(places)) {
      for (const [name, schema] of Object.entries(objectOf(schemas))) {
        for (const part of listOf(objectOf(schema)["allOf"])) {
          const { $ref: reference } = objectOf(part);
          if (!textOf(reference).startsWith(place)) continue;
          const base = this.#document.resolve(part);
          const pointer = `${place}${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
          children.set(base, [...(children.get(base) ?? []), { $ref: pointer }]);
        }
      }
    }
    return children;
  }
}
