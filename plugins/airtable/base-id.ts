import { fatal } from "../kit/failure.ts";

/** The id of a base in the address of it or of something in it; a bare id is given back. */
export function baseIdOf(text: string): string {
  const id = /(?:^|\/)(app[A-Za-z0-9]+)/.exec(text.trim())?.[1];
  if (id === undefined)
    throw fatal(`"${text.slice(0, 100)}" is neither the id nor the address of an Airtable base.`, { name: "InvalidInput" });
  return id;
}
