import { decodeBase64 } from "../kit/base64.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { callBot, telegram } from "./api.ts";

/** A file that Telegram does not have yet. */
interface Upload {
  /** Base64. */
  readonly content: string;
  readonly filename: string;
  readonly type?: string | undefined;
}

/** Calls a method whose field `name` is a file: as JSON when it is an address or the id of a file, as a form when its content comes along. */
export async function sendFile<Result>(method: string, name: string, fields: object, options: StepOptions): Promise<Result> {
  const { [name]: file, ...others }: Record<string, unknown> = { ...fields };
  if (!isUpload(file)) return callBot(method, fields, options);
  const form = encodeParts(others);
  form.append(name, toBlob(file), file.filename);
  const { result } = await telegram.send<{ result: Result }>({ path: `/bot/${method}`, multipart: form, timeout: "2m" }, options);
  return result;
}

/** Sends an album: each file of it is an address, the id of a file, or content that comes along under a name of its own. */
export async function sendAlbum<Result>(
  fields: { readonly media: readonly { readonly media: string | Upload }[] },
  options: StepOptions,
): Promise<Result> {
  const uploads = fields.media.map(({ media }) => (isUpload(media) ? media : undefined));
  const media = fields.media.map((item, index) => (uploads[index] ? { ...item, media: `attach://file${index}` } : item));
  if (uploads.every((upload) => upload === undefined)) return callBot("sendMediaGroup", fields, options);
  const form = encodeParts({ ...fields, media });
  for (const [index, upload] of uploads.entries()) if (upload) form.append(`file${index}`, toBlob(upload), upload.filename);
  const { result } = await telegram.send<{ result: Result }>({ path: "/bot/sendMediaGroup", multipart: form, timeout: "2m" }, options);
  return result;
}

function isUpload(value: unknown): value is Upload {
  return typeof value === "object" && value !== null && "content" in value;
}

function toBlob({ content, filename, type }: Upload): Blob {
  return new Blob([decodeBase64(content, `The content of ${filename}`)], type === undefined ? {} : { type });
}

function encodeParts(fields: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries<unknown>({ ...fields })) {
    if (value !== undefined && value !== null) form.append(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  return form;
}
