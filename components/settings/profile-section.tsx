"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Me } from "../../lib/api/workspace-schemas.ts";
import { auth } from "../auth/auth-client.ts";
import { settle } from "../auth/settle.ts";
import { settingsText as text } from "../text/settings.ts";
import { shellText } from "../text/shell.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { setTheme, useTheme } from "../ui/theme.ts";
import { toast } from "../ui/toast.ts";
import { GuestNotice, Part } from "./parts.tsx";
import { useMe } from "./use-me.ts";

export function ProfileSection() {
  const me = useMe();
  return (
    <>
      {me.error ? <Problem error={me.error} onRetry={() => void me.refetch()} /> : null}
      {me.data ? me.data.user.isAnonymous ? <GuestNotice /> : <Person user={me.data.user} /> : null}
      <ThemePart />
    </>
  );
}

function Person({ user }: { readonly user: Me["user"] }) {
  const router = useRouter();
  const [name, setName] = useState(user.name);
  const save = useMutation({
    mutationFn: () => settle(auth.updateUser({ name: name.trim() })),
    onSuccess: () => {
      toast(text.saved);
      router.refresh();
    },
  });
  const verify = useMutation({
    mutationFn: () => settle(auth.sendVerificationEmail({ email: user.email, callbackURL: "/" })),
    onSuccess: () => toast(text.profile.sent),
  });
  return (
    <Part>
      <form
        className="flex max-w-sm flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Field label={text.profile.name}>
          {(attributes) => (
            <Input {...attributes} required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field
          label={text.profile.email}
          aside={
            user.emailVerified ? <Badge tone="good">{text.profile.verified}</Badge> : <Badge tone="warn">{text.profile.unverified}</Badge>
          }
        >
          {(attributes) => <Input {...attributes} readOnly value={user.email} />}
        </Field>
        {save.error ? <Problem error={save.error} /> : null}
        <div className="flex gap-2">
          <Button type="submit" look="solid" disabled={save.isPending || name.trim() === "" || name === user.name}>
            {text.save}
          </Button>
          {user.emailVerified ? null : (
            <Button disabled={verify.isPending} onClick={() => verify.mutate()}>
              {text.profile.resend}
            </Button>
          )}
        </div>
      </form>
    </Part>
  );
}

function ThemePart() {
  const { theme } = useTheme();
  return (
    <Part title={text.profile.theme}>
      <Segmented
        label={text.profile.theme}
        value={theme}
        onChange={setTheme}
        options={[
          { value: "system", label: shellText.theme.system },
          { value: "light", label: shellText.theme.light },
          { value: "dark", label: shellText.theme.dark },
        ]}
      />
    </Part>
  );
}
