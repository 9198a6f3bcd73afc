"use client";
import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import { cn } from "./cn.ts";
import { inputStyle } from "./input.tsx";

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
  disabled,
  ...attributes
}: {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly options: readonly SelectOption[];
  readonly placeholder?: string;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly "aria-label"?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}) {
  return (
    <Radix.Root value={value ?? ""} onValueChange={onChange} disabled={disabled ?? false}>
      <Radix.Trigger className={cn(inputStyle, "flex h-8 items-center justify-between gap-2 text-left", className)} {...attributes}>
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

/** The look of what opens over the page with a list in it. */
export const menuStyle = "z-50 animate-appear overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-high outline-none";
/** The look of one entry of a list. */
export const itemStyle =
  "relative flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 text-sm text-ink outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0";
