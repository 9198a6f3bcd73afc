"use client";
import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, FocusEvent, ReactNode } from "react";
import { useEffect, useRef } from "react";
import { cn } from "./cn.ts";
import { Kbd } from "./kbd.tsx";
import { Lent } from "./lent.tsx";
import type { MenuEntry } from "./menu-entry.ts";
import { itemStyle, menuStyle } from "./menu-style.ts";

interface MenuListProps extends Omit<ComponentProps<typeof Radix.Content>, "children"> {
  readonly entries: readonly MenuEntry[];
  readonly header?: ReactNode;
  readonly open: boolean;
  /** Whether a key opened it, which then leads to the first entry. */
  readonly isByKey?: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Beside which it stands, and which has the focus again afterwards. */
  readonly anchor: HTMLElement;
}

/** The open part of a menu; loaded when the page is idle or a menu is wanted. */
export function MenuList({ entries, header, open, isByKey = false, onOpenChange, anchor, className, ...content }: MenuListProps) {
  const isLed = useRef(false);
  useEffect(() => {
    if (!open) isLed.current = false;
  }, [open]);
  // Radix leads to the first entry itself, but only when it was loaded before the key was pressed.
  const lead = ({ target, currentTarget }: FocusEvent<HTMLElement>): void => {
    if (isLed.current || target !== currentTarget) return;
    isLed.current = true;
    if (isByKey) currentTarget.querySelector<HTMLElement>("[role=menuitem]:not([data-disabled])")?.focus();
  };
  return (
    <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <Lent element={anchor} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content onFocus={lead} collisionPadding={8} className={cn(menuStyle, className)} {...content}>
          {header}
          {entries.map((entry, at) =>
            entry === "divider" ? (
              <Radix.Separator key={`divider ${at}`} className="my-1 h-px bg-line" />
            ) : (
              <Radix.Item key={entry.label} className={itemClass(entry)} disabled={entry.disabled ?? false} onSelect={entry.onSelect}>
                <MenuLine entry={entry} />
              </Radix.Item>
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type Line = Exclude<MenuEntry, "divider">;

function itemClass({ danger = false }: Line): string {
  return cn(itemStyle, danger ? "text-bad!" : "");
}

function MenuLine({ entry }: { readonly entry: Line }) {
  return (
    <>
      {entry.checked === undefined ? entry.icon : <Check aria-hidden className={entry.checked ? "" : "invisible"} />}
      <span className="flex-1 pr-4">{entry.label}</span>
      {entry.checked === undefined ? null : <span className="sr-only">{entry.checked ? "on" : "off"}</span>}
      {entry.keys === undefined ? null : <Kbd keys={entry.keys} />}
    </>
  );
}
