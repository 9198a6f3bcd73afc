"use client";
import { Textarea } from "../../../ui/input.tsx";

/** Code as text. */
export function CodeField({
  value,
  onChange,
  ariaLabel,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly language: string;
  readonly ariaLabel: string;
  readonly extraLib?: string;
}) {
  return (
    <Textarea
      aria-label={ariaLabel}
      value={value}
      spellCheck={false}
      rows={12}
      className="font-mono text-xs"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
