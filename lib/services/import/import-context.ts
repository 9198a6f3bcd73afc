import type { Place } from "../service-operation.ts";
import type { JsonObject } from "./loose-json.ts";
import { ownOf, textOf } from "./loose-json.ts";
import type { OpenApiDocument } from "./open-api-document.ts";
import type { SchemaReader } from "./schema-reader.ts";

/** A field of an action's input while it is put together. */
export interface ImportedField {
  /** What the service calls it. */
  readonly wire: string;
  readonly place: Place;
  readonly required: boolean;
  readonly schema: JsonObject;
}

/** What the importer knows of the service as a whole. */
export interface ImportContext {
  readonly document: OpenApiDocument;
  readonly schemas: SchemaReader;
  /** Names of parameters that the connection stands for. */
  readonly credentialNames: ReadonlySet<string>;
  readonly serverOf: (servers: unknown) => string | undefined;
}

/** Whether a schema or one it refers to is a file: text of format `binary`. */
export function isFile(schema: unknown, context: ImportContext): boolean {
  const whole = context.document.resolve(schema);
  const items = context.document.resolve(ownOf(whole, "items"));
  return [whole, items].some((part) => {
    const format = textOf(ownOf(part, "format"));
    return (
      format === "binary" ||
      ownOf(part, "type") === "file" ||
      (ownOf(part, "contentMediaType") === "application/octet-stream" && ownOf(part, "contentEncoding") === undefined)
    );
  });
}
