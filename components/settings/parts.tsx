import { Lock } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { settingsText as text } from "../text/settings.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** A part of a section under a title of its own. */
export function Part({
  title,
  about,
  aside,
  children,
}: {
  readonly title?: string;
  readonly about?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="mb-6 rounded-lg border border-line bg-surface p-5">
      {title === undefined ? null : (
        <header className="mb-4 flex items-start justify-between gap-4">
          <div>
            <h2 className="text-base font-semibold">{title}</h2>
            {about === undefined ? null : <p className="text-sm text-muted">{about}</p>}
          </div>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}

/** A line above a list: what it is for, and the button that adds to it. */
export function Lead({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <p className="max-w-prose text-muted">{children}</p>
      {action}
    </div>
  );
}

/** The look of a settings table. */
export const tableStyle =
  "w-full border-collapse text-sm [&_td]:border-t [&_td]:py-2.5 [&_td]:pr-3 [&_th]:pr-3 [&_th]:pb-2 [&_th]:text-left [&_th]:text-xs [&_th]:font-medium [&_th]:text-muted";

export function OwnersOnly() {
  return (
    <EmptyState icon={<Lock aria-hidden />} title={text.ownersOnly}>
      {null}
    </EmptyState>
  );
}

export function GuestNotice() {
  return (
    <EmptyState
      title={text.guest.title}
      actions={
        <Button asChild look="solid">
          <Link href="/sign-up">{text.guest.action}</Link>
        </Button>
      }
    >
      {text.guest.text}
    </EmptyState>
  );
}
