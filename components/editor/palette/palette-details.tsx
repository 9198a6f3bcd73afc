import { registry } from "../../../plugins/registry.generated.ts";
import { Mark } from "../../marks/mark.tsx";
import { canvasText } from "../../text/canvas.ts";
import { paletteText } from "../../text/palette.ts";
import { Kbd } from "../../ui/kbd.tsx";
import type { PaletteEntry } from "./palette-sections.ts";

const serviceTexts = new Map(registry.map(({ label, description }) => [label, description]));

/** What the chosen line is, beside the list. */
export function PaletteDetails({ entry }: { readonly entry: PaletteEntry | undefined }) {
  const shown = entry && describe(entry);
  return (
    <div aria-live="polite" className="flex w-60 shrink-0 flex-col border-l border-line bg-sunken/50 p-4 max-sm:hidden">
      {shown ? (
        <>
          {shown.kind === undefined ? null : (
            <span className="mb-3 flex size-10 items-center justify-center rounded-lg border border-line bg-surface">
              <Mark kind={shown.kind} size={20} />
            </span>
          )}
          <p className="text-sm font-medium">{shown.label}</p>
          {shown.group === "" ? null : <p className="mt-0.5 text-xs text-faint">{shown.group}</p>}
          <p className="mt-2 text-xs text-muted">{shown.description}</p>
          {entry.type === "kind" ? <code className="mt-3 font-mono text-2xs break-all text-faint">{entry.item.kind}</code> : null}
        </>
      ) : null}
      <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 pt-4 text-2xs text-faint">
        <span className="flex items-center gap-1">
          <Kbd keys="ArrowUp" />
          <Kbd keys="ArrowDown" />
          {paletteText.hints.choose}
        </span>
        <span className="flex items-center gap-1">
          <Kbd keys="Enter" />
          {paletteText.hints.add}
        </span>
        {entry?.type === "kind" ? <span className="w-full">{paletteText.hints.drag}</span> : null}
      </div>
    </div>
  );
}

function describe(entry: PaletteEntry): {
  readonly kind?: string;
  readonly label: string;
  readonly group: string;
  readonly description: string;
} {
  switch (entry.type) {
    case "kind":
      return {
        kind: entry.item.kind,
        label: entry.item.label,
        group: entry.item.group === canvasText.flow ? "" : entry.item.group,
        description: entry.item.description,
      };
    case "service":
      return {
        kind: entry.kind,
        label: entry.service,
        group: paletteText.count(entry.count),
        description: serviceTexts.get(entry.service) ?? "",
      };
    case "command":
      return { label: entry.command.label, group: entry.command.group, description: entry.command.description };
    case "ask":
      return {
        label: paletteText.commands.askFor(entry.words),
        group: paletteText.groups.ask,
        description: paletteText.commands.askForText,
      };
    case "dialog":
      return { label: entry.item.label, group: "", description: entry.item.description };
  }
}
