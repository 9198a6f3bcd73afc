"use client";
import { Sparkles } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { assistText } from "../../../text/assist.ts";
import { Popover } from "../../../ui/popover.tsx";
import { Spinner } from "../../../ui/spinner.tsx";
import type { ConfigPath } from "../node-form.tsx";
import type { TextMode } from "./segments.ts";

const WriteExpression = dynamic(async () => (await import("../../ai/write-expression.tsx")).WriteExpression, {
  ssr: false,
  loading: () => <Spinner label={assistText.loading} />,
});

const { expression: text } = assistText;

/** Beside a field, seen while the field is looked at: opens the panel in which the model writes the field's text. */
export function WriteButton({
  path,
  mode,
  label,
  onAccept,
}: {
  readonly path: ConfigPath;
  readonly mode: TextMode;
  readonly label: string;
  readonly onAccept: (value: string) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  // A form has many fields: most never need more than the button.
  const [wasOpened, setWasOpened] = useState(false);
  const button = (
    <button
      type="button"
      aria-label={text.open(label)}
      title={text.open(label)}
      className="absolute top-1 right-1 grid size-6 place-items-center rounded-sm text-muted opacity-0 transition-opacity group-focus-within/value:opacity-100 group-hover/value:opacity-100 hover:bg-hover hover:text-ink focus-visible:opacity-100 data-[state=open]:opacity-100"
      onClick={() => {
        if (wasOpened) return;
        setWasOpened(true);
        setOpen(true);
      }}
    >
      <Sparkles aria-hidden className="size-3.5" />
    </button>
  );
  if (!wasOpened) return button;
  return (
    <Popover label={text.label} trigger={button} open={isOpen} onOpenChange={setOpen} className="w-88 max-w-[calc(100vw-1rem)]">
      <WriteExpression path={path} mode={mode} onAccept={onAccept} onClose={() => setOpen(false)} />
    </Popover>
  );
}
