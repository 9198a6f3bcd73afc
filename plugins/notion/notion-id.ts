import { fatal } from "../kit/failure.ts";

/** The id in the address of a page, database or block, written with dashes; a bare id is taken too. */
export function notionId(text: string): string {
  const path = text.trim().split(/[?#]/)[0] ?? "";
  const digits = /([0-9a-f]{32})$/i.exec(path.replaceAll("-", ""))?.[1]?.toLowerCase();
  if (digits === undefined)
    throw fatal(`"${text.slice(0, 100)}" is neither the id nor the address of something in Notion.`, { name: "InvalidInput" });
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
