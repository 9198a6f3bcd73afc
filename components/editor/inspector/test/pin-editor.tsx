"use client";
import { useEffect, useRef, useState } from "react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText } from "../../../text/inspector.ts";
import { Button } from "../../../ui/button.tsx";
import { Textarea } from "../../../ui/input.tsx";
import { Note } from "../value/field-notes.tsx";

const text = inspectorText.test;

/** A pinned output as JSON, to be changed. */
export function PinEditor({
  value,
  onSave,
  onCancel,
  isSaving,
}: {
  readonly value: unknown;
  readonly onSave: (value: Json) => void;
  readonly onCancel: () => void;
  readonly isSaving: boolean;
}) {
  const [draft, setDraft] = useState(() => JSON.stringify(value ?? {}, null, 2));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const read = readJson(draft);
  return (
    <div className="flex flex-col gap-2">
      <Textarea
        aria-label={text.pinValue}
        value={draft}
        spellCheck={false}
        rows={12}
        ref={field}
        className="font-mono text-xs!"
        {...(read ? {} : { "aria-invalid": true as const })}
        onChange={(event) => setDraft(event.target.value)}
      />
      {read ? null : <Note severity="error">{inspectorText.problems.json}</Note>}
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onCancel}>
          {text.cancel}
        </Button>
        <Button size="sm" look="solid" disabled={!read || isSaving} onClick={() => read && onSave(read.value)}>
          {text.savePin}
        </Button>
      </div>
    </div>
  );
}

function readJson(text: string): { readonly value: Json } | undefined {
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return undefined;
  }
}
