"use client";
import { useAtom } from "jotai";
import { useState } from "react";
import { shortcutText as text } from "../../text/shortcuts.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Input } from "../../ui/input.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { shortcutsAtom } from "../screen.ts";
import type { Shortcut, ShortcutGroup } from "./shortcuts.ts";
import { shortcuts } from "./shortcuts.ts";

const GROUPS: readonly ShortcutGroup[] = ["add", "select", "edit", "move", "view", "workflow"];

/** Every key there is, searched by typing. */
export function ShortcutSheet() {
  const [isOpen, setOpen] = useAtom(shortcutsAtom);
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLowerCase();
  const fits = ({ id, keys }: Shortcut): boolean =>
    text.labels[id].toLowerCase().includes(wanted) || keys.some((each) => each.toLowerCase() === wanted);
  const groups = GROUPS.map((group) => ({
    group,
    found: shortcuts.filter((shortcut) => shortcut.group === group && fits(shortcut)),
  })).filter(({ found }) => found.length > 0);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen} title={text.title} description={text.description} size="lg">
      <Input
        // The dialog would give the focus to its closing button.
        ref={(field) => field?.focus()}
        aria-label={text.search}
        placeholder={text.search}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {groups.length === 0 ? <p className="py-8 text-center text-sm text-muted">{text.none}</p> : null}
      <div className="mt-4 columns-1 gap-8 sm:columns-2">
        {groups.map(({ group, found }) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-muted">{text.groups[group]}</h3>
            <dl>
              {found.map(({ id, keys: [keys = ""] }) => (
                <Line key={id} keys={keys} label={text.labels[id]} />
              ))}
            </dl>
          </section>
        ))}
        {wanted === "" ? (
          <section className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-muted">{text.gesturesTitle}</h3>
            <dl>
              {text.gestures.map(({ keys, label }) => (
                <Line key={keys} keys={keys} label={label} />
              ))}
            </dl>
          </section>
        ) : null}
      </div>
    </Dialog>
  );
}

function Line({ keys, label }: { readonly keys: string; readonly label: string }) {
  return (
    <div className="flex min-h-7 items-center justify-between gap-3 border-b border-line/60 py-0.5 text-sm last:border-0">
      <dt className="text-ink">{label}</dt>
      <dd className="shrink-0">
        <Kbd keys={keys} />
      </dd>
    </div>
  );
}
