import { relatedBody } from "../google/related-body.ts";
import { decodeBase64 } from "../kit/base64.ts";
import { fatal } from "../kit/failure.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { drive, everyDrive } from "./api.ts";
import type { FileAnswer } from "./present-file.ts";
import { fileFields } from "./present-file.ts";

/** What Drive takes together with the metadata; larger files come in a call of their own. */
const LARGEST_MULTIPART = 5_000_000;
const UPLOAD_TIMEOUT = "5m";

/** A file to be: its name, type and folder, and what is in it. */
interface Upload {
  readonly method: "POST" | "PATCH";
  /** Below the service's own host. */
  readonly path: string;
  readonly metadata: object;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Sends metadata and content, in one call or, when it is much, in two. */
export async function upload({ method, path, metadata, type, bytes }: Upload, options: StepOptions): Promise<FileAnswer> {
  const query = { ...everyDrive, fields: fileFields };
  if (bytes.length <= LARGEST_MULTIPART) {
    const body = relatedBody(metadata, bytes, type);
    return drive.send({ method, path, query: { uploadType: "multipart", ...query }, bytes: body, timeout: UPLOAD_TIMEOUT }, options);
  }
  const headers = { "x-upload-content-type": type, "x-upload-content-length": String(bytes.length) };
  const session = await drive.call({ method, path, query: { uploadType: "resumable", ...query }, headers, json: metadata }, options);
  const place = URL.parse(session.headers["location"] ?? "");
  if (place === null) throw fatal("Google Drive did not say where to put the file.", { name: "HttpError", status: session.status });
  return drive.send(
    {
      method: "PUT",
      baseUrl: place.origin,
      path: place.pathname,
      query: place.searchParams,
      bytes: { content: bytes, type },
      timeout: UPLOAD_TIMEOUT,
    },
    options,
  );
}

/** The bytes of a form's content or text; undefined when it has neither. Throws a FatalError for both at once. */
export function readUpload(input: { content?: string | undefined; text?: string | undefined }): Uint8Array<ArrayBuffer> | undefined {
  if (input.content !== undefined && input.text !== undefined)
    throw fatal("Give the file's content or its text, not both.", { name: "InvalidInput" });
  if (input.text !== undefined) return new TextEncoder().encode(input.text);
  return input.content === undefined ? undefined : decodeBase64(input.content, "The content of the file");
}
