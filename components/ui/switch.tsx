"use client";
import { Switch as Radix } from "radix-ui";

/** On or off, at once. */
export function Switch({
  checked,
  onChange,
  disabled = false,
  ...attributes
}: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly "aria-label"?: string;
  readonly "aria-describedby"?: string;
}) {
  return (
    <Radix.Root
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      className="inline-flex h-5 w-8.5 shrink-0 items-center rounded-full border border-control bg-sunken p-px transition-colors disabled:opacity-50 data-[state=checked]:border-accent-fill data-[state=checked]:bg-accent-fill"
      {...attributes}
    >
      <Radix.Thumb className="size-4 rounded-full bg-control transition-transform data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-on-accent" />
    </Radix.Root>
  );
}
