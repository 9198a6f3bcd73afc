import { decodeBase64 } from "./base64.ts";
import type { FieldStyle } from "./encode-fields.ts";
import { encodeFields } from "./encode-fields.ts";

/** A file in an input: its bytes as base64. */
export interface FilePart {
  readonly content: string;
  /** Default: the field's name. */
  readonly name?: string | undefined;
  readonly type?: string | undefined;
}

/** Fields as `multipart/form-data`; those of style `file` are files or lists of them. Throws a FatalError for a content that is not base64. */
export function encodeMultipart(fields: Readonly<Record<string, unknown>>, styles: Readonly<Record<string, FieldStyle>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
    if (style !== "file")
      for (const pair of encodeFields({ [name]: value }, style === undefined ? {} : { [name]: style })) form.append(...pair);
    else for (const file of Array.isArray(value) ? value : [value]) appendFile(form, name, file);
  }
  return form;
}

function appendFile(form: FormData, name: string, value: unknown): void {
  const { content, name: fileName, type }: Partial<FilePart> = typeof value === "object" && value !== null ? value : {};
  const bytes = decodeBase64(content, `${name}.content`);
  form.append(name, new File([bytes], fileName ?? name, { type: type ?? "application/octet-stream" }));
}
