"use client";
import { Command } from "cmdk";
import { Check, ChevronsUpDown } from "lucide-react";
import { Popover } from "radix-ui";
import type { ReactNode } from "react";
import { useState } from "react";
import { cn } from "./cn.ts";
import type { InputLook } from "./input.tsx";
import { inputStyle } from "./input.tsx";
import { itemStyle, menuStyle } from "./menu-style.ts";

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Found by these words too. */
  readonly keywords?: readonly string[];
}

/** A choice of one among many, by typing. `onSearch` hears what is typed, for options that are loaded. */
export function Combobox({
  value,
  onChange,
  options,
  placeholder,
  empty = "Nothing found",
  onSearch,
  onOpenChange,
  footer,
  className,
  look = "plain",
  ...attributes
}: {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly options: readonly ComboboxOption[];
  readonly placeholder: string;
  readonly empty?: ReactNode;
  readonly onSearch?: (text: string) => void;
  /** For options that are loaded when they are looked at. */
  readonly onOpenChange?: (open: boolean) => void;
  readonly footer?: ReactNode;
  readonly className?: string;
  readonly look?: InputLook;
  readonly id?: string;
  readonly "aria-label"?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}) {
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const show = (next: boolean): void => {
    setOpen(next);
    onOpenChange?.(next);
  };
  return (
    <Popover.Root open={open} onOpenChange={show}>
      <Popover.Trigger
        type="button"
        // Its text is what is chosen, not what it is called. Radix says whether it is open, and what it opens.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props
        role="combobox"
        aria-haspopup="listbox"
        className={cn(inputStyle({ look }), "flex h-8 items-center justify-between gap-2 text-left", className)}
        {...attributes}
      >
        <span className={cn("flex min-w-0 items-center gap-2 truncate", chosen || value ? "" : "text-faint")}>
          {chosen?.icon}
          {chosen?.label ?? (value || placeholder)}
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content align="start" sideOffset={4} className={cn(menuStyle, "w-(--radix-popover-trigger-width) min-w-56 p-0!")}>
          <Command loop>
            <Command.Input
              placeholder="Search"
              {...(onSearch ? { onValueChange: onSearch } : {})}
              className="h-9 w-full border-b border-line bg-transparent px-3 text-sm outline-none"
            />
            <Command.List className="max-h-64 overflow-y-auto p-1">
              <Command.Empty className="px-2 py-3 text-center text-sm text-muted">{empty}</Command.Empty>
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={`${option.label} ${option.value}`}
                  keywords={[...(option.keywords ?? [])]}
                  onSelect={() => {
                    onChange(option.value);
                    show(false);
                  }}
                  className={itemStyle}
                >
                  {option.icon}
                  <span className="flex-1 truncate">{option.label}</span>
                  {option.value === value ? <Check aria-hidden /> : null}
                </Command.Item>
              ))}
            </Command.List>
            {footer === undefined ? null : <div className="border-t border-line p-1">{footer}</div>}
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
