"use client";
import { CircleUserRound, LogIn, LogOut, Monitor, Moon, Settings, Sun, UserPlus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { shellText } from "../text/shell.ts";
import { Button } from "../ui/button.tsx";
import type { MenuEntry } from "../ui/menu.tsx";
import { Menu } from "../ui/menu.tsx";
import type { Theme } from "../ui/theme.ts";
import { setTheme, useTheme } from "../ui/theme.ts";
import { useSession } from "./session-context.tsx";
import { signOut } from "./sign-out.ts";

const { account, theme: themeText } = shellText;
const THEMES = [
  { theme: "system", label: themeText.system, Icon: Monitor },
  { theme: "light", label: themeText.light, Icon: Sun },
  { theme: "dark", label: themeText.dark, Icon: Moon },
] as const;

/** Who is signed in, with what is theirs; a guest is asked to sign up. */
export function AccountMenu() {
  const { user, workspace } = useSession();
  const { theme } = useTheme();
  const router = useRouter();
  const own: MenuEntry[] = user.isAnonymous
    ? [
        { label: account.signUp, icon: <UserPlus aria-hidden />, onSelect: () => router.push("/sign-up") },
        { label: account.signIn, icon: <LogIn aria-hidden />, onSelect: () => router.push("/sign-in") },
      ]
    : [
        {
          label: account.profile,
          icon: <Settings aria-hidden />,
          onSelect: () => router.push(`/w/${workspace.id}/settings/profile`),
        },
        { label: account.signOut, icon: <LogOut aria-hidden />, onSelect: () => void signOut() },
      ];
  const themes = THEMES.map(({ theme: name, label }): MenuEntry => ({
    label,
    checked: theme === name,
    onSelect: () => setTheme(name satisfies Theme),
  }));
  return (
    <div className="flex flex-col gap-2">
      {user.isAnonymous ? (
        <div className="hidden rounded-lg border border-line bg-surface p-3 md:block">
          <p className="text-xs font-medium">{account.keep}</p>
          <p className="mt-0.5 text-xs text-muted">{account.keepHint}</p>
          <Button asChild size="sm" className="mt-2 w-full">
            <Link href="/sign-up">{account.signUp}</Link>
          </Button>
        </div>
      ) : null}
      <Menu entries={[...own, "divider", ...themes]} align="start">
        <button type="button" className="flex h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-left text-sm hover:bg-hover">
          <CircleUserRound aria-hidden className="size-4 text-muted" />
          <span className="min-w-0 flex-1 truncate">
            <span className="sr-only">{`${account.label}: `}</span>
            {user.isAnonymous ? account.guest : user.name || user.email}
          </span>
        </button>
      </Menu>
    </div>
  );
}
