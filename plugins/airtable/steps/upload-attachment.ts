import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { airtable } from "../api.ts";
import { baseIdOf } from "../base-id.ts";
import type { UploadAttachmentInput, UploadAttachmentOutput } from "../types.generated.ts";

/** What Airtable says of the record; its one field is named by its id. */
interface UploadAnswer {
  readonly id: string;
  readonly createdTime: string;
  readonly fields: Readonly<Record<string, UploadAttachmentOutput["attachments"]>>;
}

/** Adds a file to an attachment field of a record. */
export async function uploadAttachment(input: UploadAttachmentInput, options: StepOptions = {}): Promise<UploadAttachmentOutput> {
  "use step";
  const { baseId, recordId, field, ...json } = input;
  const place = path`/v0/${baseIdOf(baseId)}/${recordId}/${field}/uploadAttachment`;
  const { id, createdTime, fields } = await airtable.send<UploadAnswer>(
    { baseUrl: "https://content.airtable.com", path: place, json },
    options,
  );
  const attachments = Object.values(fields).flat();
  return {
    id,
    createdTime,
    attachments: attachments.map(({ id: file, url, filename, size, type }) => ({ id: file, url, filename, size, type })),
  };
}
