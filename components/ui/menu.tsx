"use client";
import { Check } from "lucide-react";
import { ContextMenu as RadixContext, DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { Kbd } from "./kbd.tsx";
import { itemStyle, menuStyle } from "./menu-style.ts";

/** One line of a menu, or a line between. */
export type MenuEntry =
  | "divider"
  | {
      readonly label: string;
      readonly icon?: ReactNode;
      readonly keys?: string;
      readonly onSelect: () => void;
      readonly disabled?: boolean;
      readonly danger?: boolean;
      /** Shown with a tick (or without), for what is on or off. */
      readonly checked?: boolean;
    };

/** A menu that opens from its child, a button. */
export function Menu({
  entries,
  children,
  align = "end",
  header,
}: {
  readonly entries: readonly MenuEntry[];
  readonly children: ReactNode;
  readonly align?: "start" | "center" | "end";
  readonly header?: ReactNode;
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} sideOffset={4} collisionPadding={8} className={cn(menuStyle, "min-w-44")}>
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

/** The menu of a right click (or the menu key) on its child. `entries` is asked when it opens. */
export function ContextMenu({ entries, children }: { readonly entries: readonly MenuEntry[]; readonly children: ReactNode }) {
  return (
    <RadixContext.Root modal={false}>
      <RadixContext.Trigger asChild>{children}</RadixContext.Trigger>
      <RadixContext.Portal>
        <RadixContext.Content collisionPadding={8} className={cn(menuStyle, "min-w-48")}>
          {entries.map((entry, at) =>
            entry === "divider" ? (
              <RadixContext.Separator key={`divider ${at}`} className="my-1 h-px bg-line" />
            ) : (
              <RadixContext.Item
                key={entry.label}
                className={itemClass(entry)}
                disabled={entry.disabled ?? false}
                onSelect={entry.onSelect}
              >
                <MenuLine entry={entry} />
              </RadixContext.Item>
            ),
          )}
        </RadixContext.Content>
      </RadixContext.Portal>
    </RadixContext.Root>
  );
}

type Line = Exclude<MenuEntry, "divider">;

function itemClass({ danger = false }: Line): string {
  return cn(itemStyle, danger ? "text-bad" : "");
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
