"use client";
import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import { cn } from "./cn.ts";
import type { InputLook } from "./input.tsx";
import { inputStyle } from "./input.tsx";
import { itemStyle, menuStyle } from "./menu-style.ts";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

/** A choice of one among few; for many use `Combobox`. */
export function Select({
  value,
  onChange,
  options,
  placeholder,
  className,
  look = "plain",
  disabled,
  ...attributes
}: {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly options: readonly SelectOption[];
  readonly placeholder?: string;
  readonly className?: string;
  readonly look?: InputLook;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly "aria-label"?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}) {
  return (
    <Radix.Root value={value ?? ""} onValueChange={onChange} disabled={disabled ?? false}>
      <Radix.Trigger
        className={cn(inputStyle({ look }), "flex h-8 items-center justify-between gap-2 text-left", className)}
        {...attributes}
      >
        <span className={cn("truncate", value === undefined || value === "" ? "text-faint" : "")}>
          <Radix.Value placeholder={placeholder ?? ""} />
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content position="popper" sideOffset={4} className={cn(menuStyle, "max-h-72 min-w-(--radix-select-trigger-width)")}>
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item key={option.value} value={option.value} className={cn(itemStyle, "pr-8")}>
                <div className="min-w-0">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.help === undefined ? null : <div className="text-xs text-muted">{option.help}</div>}
                </div>
                <Radix.ItemIndicator className="absolute right-2">
                  <Check aria-hidden className="size-4" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
