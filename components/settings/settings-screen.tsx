"use client";
import Link from "next/link";
import { useSession } from "../shell/session-context.tsx";
import { settingsText as text } from "../text/settings.ts";
import { cn } from "../ui/cn.ts";
import { AiSection } from "./ai/ai-section.tsx";
import { AuditSection } from "./audit-section.tsx";
import { ConnectionsSection } from "./connections-section.tsx";
import { KeysSection } from "./keys-section.tsx";
import { MembersSection } from "./members-section.tsx";
import { ProfileSection } from "./profile-section.tsx";
import type { SettingsSection } from "./sections.ts";
import { SETTINGS_SECTIONS } from "./sections.ts";
import { SecuritySection } from "./security-section.tsx";
import { VariablesSection } from "./variables-section.tsx";
import { WorkspaceSection } from "./workspace-section.tsx";

const CONTENT: Readonly<Record<SettingsSection, () => React.ReactNode>> = {
  profile: () => <ProfileSection />,
  security: () => <SecuritySection />,
  workspace: () => <WorkspaceSection />,
  members: () => <MembersSection />,
  keys: () => <KeysSection />,
  connections: () => <ConnectionsSection />,
  variables: () => <VariablesSection />,
  ai: () => <AiSection />,
  audit: () => <AuditSection />,
};

/** What a person and a workspace can set, a section at a time. */
export function SettingsScreen({ section }: { readonly section: SettingsSection }) {
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6 px-4 py-6 md:flex-row md:gap-10 md:px-8 md:py-8">
      <nav aria-label={text.title} className="flex shrink-0 gap-x-1 gap-y-0.5 max-md:flex-wrap md:w-40 md:flex-col">
        <Group title={text.groups.you} sections={["profile", "security"]} here={section} />
        <Group
          title={text.groups.workspace}
          sections={SETTINGS_SECTIONS.filter((name) => name !== "profile" && name !== "security")}
          here={section}
        />
      </nav>
      <div className="min-w-0 flex-1">
        <h1 className="mb-5 text-xl font-semibold">{text.sections[section]}</h1>
        {CONTENT[section]()}
      </div>
    </div>
  );
}

function Group({
  title,
  sections,
  here,
}: {
  readonly title: string;
  readonly sections: readonly SettingsSection[];
  readonly here: SettingsSection;
}) {
  const { workspace } = useSession();
  return (
    <>
      <p className="px-2.5 pt-3 pb-1 text-xs text-faint first:pt-0 max-md:hidden">{title}</p>
      {sections.map((section) => (
        <Link
          key={section}
          href={`/w/${workspace.id}/settings/${section}`}
          aria-current={section === here ? "page" : undefined}
          className={cn(
            "rounded-md px-2.5 py-1.5 text-sm font-medium hover:bg-hover hover:text-ink",
            section === here ? "bg-active text-ink" : "text-muted",
          )}
        >
          {text.sections[section]}
        </Link>
      ))}
    </>
  );
}
