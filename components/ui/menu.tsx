"use client";
import dynamic from "next/dynamic";
import { Slot } from "radix-ui";
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { useId, useState } from "react";
import type { MenuEntry } from "./menu-entry.ts";
import { useIdle } from "./when-idle.ts";

export type { MenuEntry } from "./menu-entry.ts";

const MenuList = dynamic(async () => (await import("./menu-list.tsx")).MenuList, { ssr: false });

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
  const [open, setOpen] = useState(false);
  const [isByKey, setByKey] = useState(false);
  const isIdle = useIdle();
  const [trigger, setTrigger] = useState<HTMLElement | null>(null);
  const id = useId();
  const press = (event: PointerEvent): void => {
    if (event.button !== 0 || event.ctrlKey) return;
    // The list takes the focus; the press must not bring it back.
    if (!open) event.preventDefault();
    setByKey(false);
    setOpen(!open);
  };
  const type = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " " && event.key !== "ArrowDown") return;
    event.preventDefault();
    setByKey(true);
    setOpen(event.key === "ArrowDown" || !open);
  };
  return (
    <>
      <Slot.Root
        ref={setTrigger}
        id={`${id}trigger`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-state={open ? "open" : "closed"}
        onPointerDown={press}
        onKeyDown={type}
      >
        {children}
      </Slot.Root>
      {trigger && (isIdle || open) ? (
        <MenuList
          id={id}
          aria-labelledby={trigger.id}
          className="min-w-44"
          entries={entries}
          header={header}
          open={open}
          isByKey={isByKey}
          onOpenChange={setOpen}
          anchor={trigger}
          align={align}
          sideOffset={4}
        />
      ) : null}
    </>
  );
}
