"use client";
import { Command } from "cmdk";
import { useSetAtom, useStore } from "jotai";
import { ChevronLeft, Search } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { paletteText } from "../../text/palette.ts";
import { canvasApiAtom } from "../canvas/canvas-api.ts";
import { titleById } from "../canvas/title-by-id.ts";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import type { PaletteRequest } from "../screen.ts";
import { openAskAtom } from "../screen.ts";
import { PaletteDetails } from "./palette-details.tsx";
import { PaletteRow } from "./palette-row.tsx";
import type { PaletteEntry } from "./palette-sections.ts";
import { makeSections } from "./palette-sections.ts";
import { readRecents } from "./recents.ts";
import { useAddNode } from "./use-add-node.ts";
import { useCommands } from "./use-commands.ts";
import { usePaletteItems } from "./use-palette-items.ts";

interface PaletteListProps {
  readonly request: PaletteRequest;
  readonly initialService?: string;
  readonly onClose: () => void;
  readonly onDialog: (dialog: "import" | "describe") => void;
  /** Called while an item is dragged out. */
  readonly onHide: (hidden: boolean) => void;
}

/** The field, what it finds, and what the chosen one does. */
export function PaletteList({ request, initialService, onClose, onDialog, onHide }: PaletteListProps) {
  const editor = useEditor();
  const atoms = useStore();
  const { canEdit } = useOpenDocument();
  const items = usePaletteItems();
  const commands = useCommands();
  const addNode = useAddNode();
  const openAsk = useSetAtom(openAskAtom);
  const [query, setQuery] = useState("");
  const [service, setService] = useState(initialService);
  const [chosen, setChosen] = useState("");
  const [recents] = useState(readRecents);
  // The field answers every key at once; the list may follow a moment later.
  const search = useDeferredValue(query);
  const sections = useMemo(
    () =>
      makeSections({
        items: canEdit ? items : [],
        commands: request.at ? [] : commands,
        query: search,
        service,
        recents,
        canEdit,
        canAsk: canEdit && !request.at,
      }),
    [canEdit, commands, items, recents, request.at, search, service],
  );
  const entries = useMemo(
    () => new Map(sections.flatMap((section) => section.entries.map((entry) => [entry.id, entry] as const))),
    [sections],
  );
  const current = entries.get(chosen) ?? entries.values().next().value;

  const choose = (entry: PaletteEntry): void => {
    switch (entry.type) {
      case "kind":
        onClose();
        return addNode(entry.item.kind, request.at);
      case "service":
        setQuery("");
        setChosen("");
        return setService(entry.service);
      case "ask":
        onClose();
        return openAsk({ kind: "change", prompt: entry.words, send: true });
      case "dialog":
        return onDialog(entry.dialog);
      case "command":
        onClose();
        // What closes gives the focus back first.
        return void requestAnimationFrame(() => {
          atoms.get(canvasApiAtom)?.focus();
          entry.command.run();
        });
    }
  };
  const where = describePlace(editor.state.graph, request.at);
  return (
    <Command
      shouldFilter={false}
      loop
      value={current?.id ?? ""}
      onValueChange={setChosen}
      label={paletteText.title}
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={(event) => {
        if (event.key === "Backspace" && query === "" && service !== undefined) {
          event.preventDefault();
          setService(undefined);
        }
        if (event.key === "Escape" && service !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          setService(undefined);
        }
        if (event.key === "Tab") event.preventDefault();
      }}
    >
      <div className="flex items-center gap-2 border-b border-line px-3">
        {service === undefined ? (
          <Search aria-hidden className="size-4 shrink-0 text-muted" />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            onClick={() => setService(undefined)}
            className="-ml-1 flex h-7 shrink-0 items-center gap-1 rounded-md bg-active pr-2 pl-1 text-xs font-medium"
            aria-label={paletteText.back}
          >
            <ChevronLeft aria-hidden className="size-3.5" />
            {service}
          </button>
        )}
        <Command.Input
          value={query}
          onValueChange={(value) => {
            setQuery(value);
            setChosen("");
          }}
          placeholder={placeholderFor(request, service, canEdit)}
          className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none"
        />
        {where === undefined ? null : (
          <span className="shrink-0 truncate rounded-sm bg-accent-soft px-2 py-0.5 text-xs text-accent max-sm:hidden">{where}</span>
        )}
      </div>
      <div className="flex min-h-0 flex-1">
        <Command.List className="min-h-0 flex-1 scroll-py-2 overflow-y-auto p-1.5">
          {sections.length === 0 ? (
            <div className="px-3 py-8 text-center text-sm">
              <p>{paletteText.none(search)}</p>
              <p className="mx-auto mt-1 max-w-80 text-xs text-muted">{paletteText.noneHint}</p>
            </div>
          ) : null}
          {sections.map((section) => (
            <Command.Group
              key={section.heading}
              heading={section.heading}
              className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint"
            >
              {section.entries.map((entry) => (
                <PaletteRow key={entry.id} entry={entry} onChoose={choose} onHide={onHide} onDropped={onClose} />
              ))}
            </Command.Group>
          ))}
        </Command.List>
        <PaletteDetails entry={current} />
      </div>
    </Command>
  );
}

function placeholderFor({ at }: PaletteRequest, service: string | undefined, canEdit: boolean): string {
  if (service !== undefined) return paletteText.placeholderIn(service);
  if (!canEdit) return paletteText.placeholderRead;
  return at ? paletteText.placeholderAdd : paletteText.placeholder;
}

/** Where what is chosen will stand. */
function describePlace(graph: Parameters<typeof titleById>[0], at: PaletteRequest["at"]): string | undefined {
  if (at?.kind === "port") return paletteText.where.port(titleById(graph, at.node), at.port);
  if (at?.kind === "edge") return paletteText.where.edge;
  return at?.parent === undefined ? undefined : paletteText.where.inside(titleById(graph, at.parent));
}
