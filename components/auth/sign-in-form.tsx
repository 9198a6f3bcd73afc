"use client";
import { useMutation } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { authText as text } from "../text/auth.ts";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { auth } from "./auth-client.ts";
import { AuthPage } from "./auth-page.tsx";
import type { SignInWays } from "./other-ways.tsx";
import { OtherWays } from "./other-ways.tsx";
import { EmailField, PasswordField } from "./credential-fields.tsx";
import { settle } from "./settle.ts";

/** `next` is a path of ours to go on to. */
export function SignInForm({ ways, next }: { readonly ways: SignInWays; readonly next: string }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const goOn = (): void => location.assign(next);
  const signIn = useMutation({
    mutationFn: () => settle(auth.signIn.email({ email, password })),
    onSuccess: (answer) => ("twoFactorRedirect" in answer ? location.assign(`/two-factor?next=${encodeURIComponent(next)}`) : goOn()),
  });
  const passkey = useMutation({ mutationFn: () => settle(auth.signIn.passkey()), onSuccess: goOn });
  return (
    <AuthPage
      title={text.signIn.title}
      below={
        <>
          {text.signIn.other}{" "}
          <Link href={`/sign-up?next=${encodeURIComponent(next)}`} className="text-accent underline underline-offset-2">
            {text.signIn.otherLink}
          </Link>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <EmailField value={email} onChange={setEmail} autoComplete="username webauthn" />
        <PasswordField
          value={password}
          onChange={setPassword}
          aside={
            <Link href="/forgot-password" className="text-xs text-accent underline underline-offset-2">
              {text.signIn.forgot}
            </Link>
          }
        />
        {signIn.error ? <Problem error={signIn.error} /> : null}
        <Button type="submit" look="solid" size="lg" disabled={signIn.isPending}>
          {text.signIn.submit}
        </Button>
      </form>
      <OtherWays ways={ways} next={next}>
        <Button size="lg" disabled={passkey.isPending} onClick={() => passkey.mutate()}>
          <KeyRound aria-hidden />
          {text.passkey}
        </Button>
      </OtherWays>
      {passkey.error ? <Problem error={passkey.error} /> : null}
    </AuthPage>
  );
}
