import type { Loose } from "../kit/loose.ts";
import type { PageProperty } from "./flatten-properties.ts";
import { flattenProperties, titleOf } from "./flatten-properties.ts";

/** A page as Notion gives it. */
export interface PageAnswer {
  readonly id: string;
  readonly url: string;
  readonly public_url?: string | null;
  readonly created_time: string;
  readonly last_edited_time: string;
  readonly in_trash?: boolean;
  readonly parent: { readonly type: string; readonly [type: string]: string | boolean };
  readonly properties: Readonly<Record<string, PageProperty>>;
}

interface PresentedPage<T> {
  id: string;
  url: string;
  public_url: string | null;
  title: string;
  created_time: string;
  last_edited_time: string;
  in_trash: boolean;
  parent: { type: string; id: string | null };
  properties: T;
}

/** A page with its properties as plain values. */
export function presentPage<T = Loose>(page: PageAnswer): PresentedPage<T> {
  const parent = page.parent[page.parent.type];
  return {
    id: page.id,
    url: page.url,
    public_url: page.public_url ?? null,
    title: titleOf(page.properties),
    created_time: page.created_time,
    last_edited_time: page.last_edited_time,
    in_trash: page.in_trash ?? false,
    parent: { type: page.parent.type, id: typeof parent === "string" ? parent : null },
    // Which properties a page has is the user's to say.
    properties: flattenProperties(page.properties) as T,
  };
}

/** An icon of one character, as Notion takes it. */
export function emojiIcon(emoji: string | undefined): { type: "emoji"; emoji: string } | undefined {
  return emoji === undefined ? undefined : { type: "emoji", emoji };
}
