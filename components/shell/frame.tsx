"use client";
import { History, LayoutTemplate, Menu as MenuIcon, Settings, Workflow } from "lucide-react";
import Link from "next/link";
import { usePathname, useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";
import { useState } from "react";
import { shellText } from "../text/shell.ts";
import { cn } from "../ui/cn.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { useSession } from "./session-context.tsx";
import { WorkspaceMenu } from "./workspace-menu.tsx";

const PLACES = [
  { segment: "", label: shellText.nav.workflows, Icon: Workflow },
  { segment: "runs", label: shellText.nav.runs, Icon: History },
  { segment: "templates", label: shellText.nav.templates, Icon: LayoutTemplate },
  { segment: "settings", label: shellText.nav.settings, Icon: Settings },
] as const;

/** The frame of a workspace's pages: where one is, where one can go, who one is. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const path = usePathname();
  // The menu of a small screen was opened on one page and closes with the next.
  const [openOn, setOpenOn] = useState<string>();
  return (
    <div className="flex h-full flex-col md:flex-row">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-surface px-3 py-2 focus-visible:not-sr-only focus-visible:absolute focus-visible:top-2 focus-visible:left-2"
      >
        {shellText.skip}
      </a>
      <header className="flex items-center gap-1 border-b border-line bg-sunken px-2 py-1.5 md:hidden">
        <IconButton label={shellText.menu} aria-expanded={openOn === path} onClick={() => setOpenOn(openOn === path ? undefined : path)}>
          <MenuIcon aria-hidden />
        </IconButton>
        <WorkspaceMenu />
      </header>
      <aside
        className={cn(
          "w-full shrink-0 flex-col border-r border-line bg-sunken p-2 md:flex md:w-56",
          openOn === path ? "flex border-b" : "hidden",
        )}
      >
        <div className="hidden md:block">
          <WorkspaceMenu />
        </div>
        <Places />
        <div className="mt-auto pt-4">
          <AccountMenu />
        </div>
      </aside>
      <main id="content" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto outline-none">
        {children}
      </main>
    </div>
  );
}

function Places() {
  const { workspace } = useSession();
  const here = useSelectedLayoutSegment() ?? "";
  return (
    <nav aria-label={shellText.nav.label} className="mt-2 flex flex-col gap-0.5">
      {PLACES.map(({ segment, label, Icon }) => (
        <Link
          key={segment}
          href={`/w/${workspace.id}${segment === "" ? "" : `/${segment}`}`}
          aria-current={here === segment ? "page" : undefined}
          className={cn(
            "flex h-8 items-center gap-2.5 rounded-md px-2.5 text-sm font-medium transition-colors hover:bg-hover hover:text-ink",
            here === segment ? "bg-active text-ink" : "text-muted",
          )}
        >
          <Icon aria-hidden className="size-4" />
          {label}
        </Link>
      ))}
    </nav>
  );
}
