import { canvasText } from "../../text/canvas.ts";
import { paletteText } from "../../text/palette.ts";
import type { PaletteCommand } from "./commands.ts";
import type { KindItem } from "./palette-items.ts";
import type { Findable } from "./score.ts";
import { findItems } from "./score.ts";

/** One line of the palette. */
export type PaletteEntry =
  | { readonly type: "kind"; readonly id: string; readonly item: KindItem }
  | { readonly type: "service"; readonly id: string; readonly service: string; readonly kind: string; readonly count: number }
  | { readonly type: "command"; readonly id: string; readonly command: PaletteCommand }
  | { readonly type: "ask"; readonly id: string; readonly words: string }
  | { readonly type: "dialog"; readonly id: string; readonly dialog: "import" | "describe"; readonly item: Findable };

interface Section {
  readonly heading: string;
  readonly entries: readonly PaletteEntry[];
}

/** Lines shown for a search; more than anybody reads. */
const MOST = 40;
const RECENT = 5;
/** From so many words on a search is taken for a sentence: it is offered to a model. */
const SENTENCE = 3;

const dialogs: readonly Extract<PaletteEntry, { type: "dialog" }>[] = [
  {
    type: "dialog",
    id: "dialog describe",
    dialog: "describe",
    item: {
      label: paletteText.commands.describe,
      group: paletteText.groups.more,
      keywords: "api custom service new",
      description: paletteText.commands.describeText,
    },
  },
  {
    type: "dialog",
    id: "dialog import",
    dialog: "import",
    item: {
      label: paletteText.commands.import,
      group: paletteText.groups.more,
      keywords: "api swagger service new",
      description: paletteText.commands.importText,
    },
  },
];

/** What the palette lists: without a search what was used lately, the flow and the services; with one what answers it best. */
export function makeSections({
  items,
  commands,
  query,
  service,
  recents,
  canEdit,
  canAsk = false,
}: {
  readonly items: readonly KindItem[];
  readonly commands: readonly PaletteCommand[];
  readonly query: string;
  readonly service: string | undefined;
  readonly recents: readonly string[];
  readonly canEdit: boolean;
  /** Whether what is typed may be asked of a model. */
  readonly canAsk?: boolean;
}): readonly Section[] {
  const { groups } = paletteText;
  const lately = new Map(recents.map((kind, at) => [kind, 0.6 - at * 0.04]));
  const within = service === undefined ? items : items.filter((item) => item.group === service);
  if (query.trim() !== "") {
    const found = findItems(within, query, (item) => lately.get(item.kind) ?? 0, MOST).map(kindEntry);
    const done = service === undefined ? findItems(commands, query, () => 0, 8).map(commandEntry) : [];
    const opened = service === undefined && canEdit ? dialogs.filter(({ item }) => findItems([item], query, () => 0, 1).length > 0) : [];
    const words = query.trim();
    const isSentence = words.split(/\s+/).length >= SENTENCE;
    const asked: PaletteEntry[] = canAsk && service === undefined && isSentence ? [{ type: "ask", id: "ask", words }] : [];
    return withoutEmpty([
      { heading: groups.ask, entries: asked },
      { heading: groups.results, entries: found },
      { heading: groups.commands, entries: done },
      { heading: groups.more, entries: opened },
    ]);
  }
  if (service !== undefined) return withoutEmpty([{ heading: service, entries: within.map(kindEntry) }]);
  const byKind = new Map(items.map((item) => [item.kind, item]));
  const used = recents.flatMap((kind) => byKind.get(kind) ?? []).slice(0, RECENT);
  const shown = new Set(used);
  return withoutEmpty([
    { heading: groups.recent, entries: used.map(kindEntry) },
    ...(canEdit ? [] : [{ heading: groups.commands, entries: commands.map(commandEntry) }]),
    { heading: groups.flow, entries: items.filter((item) => item.group === canvasText.flow && !shown.has(item)).map(kindEntry) },
    { heading: groups.services, entries: serviceEntries(items) },
    { heading: groups.more, entries: canEdit ? dialogs : [] },
    { heading: groups.commands, entries: canEdit ? commands.map(commandEntry) : [] },
  ]);
}

function serviceEntries(items: readonly KindItem[]): PaletteEntry[] {
  const services = Map.groupBy(
    items.filter((item) => item.group !== canvasText.flow),
    (item) => item.group,
  );
  return [...services].map(([service, actions]): PaletteEntry => {
    const [only] = actions;
    if (only && actions.length === 1) return kindEntry(only);
    return { type: "service", id: `service ${service}`, service, kind: only?.kind ?? "", count: actions.length };
  });
}

function kindEntry(item: KindItem): PaletteEntry {
  return { type: "kind", id: `kind ${item.kind}`, item };
}

function commandEntry(command: PaletteCommand): PaletteEntry {
  return { type: "command", id: `command ${command.id}`, command };
}

function withoutEmpty(sections: readonly Section[]): readonly Section[] {
  return sections.filter(({ entries }) => entries.length > 0);
}
