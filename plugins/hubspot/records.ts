import type { Loose } from "../kit/loose.ts";

/** A record as HubSpot gives it. */
export interface RecordAnswer {
  readonly id: string;
  readonly properties: Loose;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived?: boolean;
  readonly url?: string;
}

interface PresentedRecord<T> {
  id: string;
  properties: T;
  createdAt: string;
  updatedAt: string;
  archived: boolean;
  url: string | null;
}

/** A record with its properties as the user knows them. */
export function presentRecord<T>({ id, properties, createdAt, updatedAt, archived, url }: RecordAnswer): PresentedRecord<T> {
  return { id, properties, createdAt, updatedAt, archived: archived ?? false, url: url ?? null };
}

/** Properties as HubSpot takes them, all of them texts: several choices with semicolons between, null as nothing, what is undefined left out. */
export function encodeProperties(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, encodeProperty(value)]));
}

function encodeProperty(value: unknown): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(encodeProperty).join(";");
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
