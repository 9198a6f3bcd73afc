"use client";
import { useState } from "react";
import { savingText } from "../../text/saving.ts";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/cn.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { useEditor } from "../editor-context.tsx";
import type { Conflict } from "../model/merge/merge-graphs.ts";
import { useSaving } from "./autosave-context.tsx";
import { sayWhy } from "../../api/say-why.ts";
import { saveCopy } from "./save-copy.ts";

const { conflict: text } = savingText;
type Side = "mine" | "theirs";

/** Asks, field by field, whose word counts. Nothing is sent before it is answered; it can be put off, and the work goes on. */
export function ConflictDialog() {
  const { status } = useSaving();
  const [putOff, setPutOff] = useState<readonly Conflict[]>();
  if (status.state !== "conflict") return null;
  return (
    <Dialog
      open={putOff !== status.conflicts}
      onOpenChange={() => setPutOff(status.conflicts)}
      title={text.title}
      description={text.description(status.updatedBy?.name)}
      size="lg"
    >
      <Choices key={status.conflicts.map(keyOf).join()} conflicts={status.conflicts} />
    </Dialog>
  );
}

function Choices({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const { autosave } = useSaving();
  const { workspace } = useOpenDocument();
  const editor = useEditor();
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const sideOf = (conflict: Conflict): Side => chosen[keyOf(conflict)] ?? "mine";
  const copy = (): void => void saveCopy(editor.state.graph, workspace).then(() => autosave?.takeAllTheirs(), sayWhy);
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-3">
        {conflicts.map((conflict) => (
          <li key={keyOf(conflict)}>
            <fieldset className="grid grid-cols-2 gap-2">
              <legend className="mb-1 font-mono text-xs text-muted">{placeOf(conflict)}</legend>
              {(["mine", "theirs"] as const).map((side) => (
                <label
                  key={side}
                  className={cn(
                    "rounded-md border p-2.5 has-focus-visible:outline-2 has-focus-visible:outline-focus",
                    sideOf(conflict) === side ? "border-accent bg-accent-soft" : "border-line-strong hover:bg-hover",
                  )}
                >
                  <input
                    type="radio"
                    className="sr-only"
                    name={keyOf(conflict)}
                    checked={sideOf(conflict) === side}
                    onChange={() => setChosen({ ...chosen, [keyOf(conflict)]: side })}
                  />
                  <span className="text-xs font-medium">{text[side]}</span>
                  <span className="mt-1 block max-h-32 overflow-auto font-mono text-xs break-words whitespace-pre-wrap">
                    {show(conflict[side])}
                  </span>
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="ghost" onClick={copy}>
          {text.copy}
        </Button>
        <Button onClick={() => autosave?.takeAllTheirs()}>{text.allTheirs}</Button>
        <Button onClick={() => autosave?.resolve(() => "mine")}>{text.allMine}</Button>
        <Button look="solid" onClick={() => autosave?.resolve(sideOf)}>
          {text.keep}
        </Button>
      </div>
    </div>
  );
}

function keyOf({ node = "", field }: Conflict): string {
  return [node, ...field].join(".");
}

function placeOf({ node, field }: Conflict): string {
  return [node ?? text.workflow, ...field].join(" › ");
}

function show(value: unknown): string {
  if (value === undefined) return text.removed;
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
