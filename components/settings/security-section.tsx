"use client";
import { Problem } from "../ui/problem.tsx";
import { GuestNotice } from "./parts.tsx";
import { PasskeysPart } from "./passkeys-part.tsx";
import { PasswordPart } from "./password-part.tsx";
import { SessionsPart } from "./sessions-part.tsx";
import { TwoFactorPart } from "./two-factor-part.tsx";
import { useMe } from "./use-me.ts";

/** How a person proves who they are, and where they have. */
export function SecuritySection() {
  const me = useMe();
  if (me.error) return <Problem error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data) return null;
  if (me.data.user.isAnonymous) return <GuestNotice />;
  return (
    <>
      <PasswordPart />
      <TwoFactorPart isOn={me.data.user.twoFactorEnabled} />
      <PasskeysPart />
      <SessionsPart />
    </>
  );
}
