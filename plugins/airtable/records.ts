import type { Loose } from "../kit/loose.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { path } from "../kit/path.ts";
import { airtable } from "./api.ts";
import { baseIdOf } from "./base-id.ts";

/** A record as Airtable gives it: empty cells are left out of its fields. */
export interface RecordAnswer {
  readonly id: string;
  readonly createdTime: string;
  readonly fields: Loose;
}

/** Where records are. */
interface Place {
  readonly baseId: string;
  readonly table: string;
}

/** What Airtable takes at a time. */
const LARGEST_BATCH = 10;

/** The address of a table, or of a record in it. */
export function recordPath({ baseId, table }: Place, recordId?: string): string {
  const place = path`/v0/${baseIdOf(baseId)}/${table}`;
  return recordId === undefined ? place : place + path`/${recordId}`;
}

/** A record with its fields as the user knows them. */
export function presentRecord<T>({ id, createdTime, fields }: RecordAnswer): { id: string; createdTime: string; fields: T } {
  return { id, createdTime, fields };
}

/** Calls for ten things at a time, one call after the other, since Airtable takes five calls a second. */
export async function inBatches<Item, Answer>(
  items: readonly Item[],
  send: (batch: readonly Item[]) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < items.length; start += LARGEST_BATCH) answers.push(await send(items.slice(start, start + LARGEST_BATCH)));
  return answers;
}

/** Creates or changes records, ten at a time. */
export async function writeRecords<Answer extends { readonly records: readonly RecordAnswer[] }>(
  method: "POST" | "PATCH",
  place: Place,
  records: readonly object[],
  settings: object,
  options: StepOptions,
): Promise<Answer[]> {
  return inBatches(records, (batch) =>
    airtable.send<Answer>({ method, path: recordPath(place), json: { ...settings, records: batch } }, options),
  );
}
