"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { authText as text } from "../text/auth.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { auth } from "./auth-client.ts";
import { AuthPage } from "./auth-page.tsx";
import type { SignInWays } from "./other-ways.tsx";
import { OtherWays } from "./other-ways.tsx";
import { EmailField, NewPasswordField } from "./credential-fields.tsx";
import { settle } from "./settle.ts";

/** `isGuest`: somebody without an account has made things here, which they keep. */
export function SignUpForm({ ways, next, isGuest }: { readonly ways: SignInWays; readonly next: string; readonly isGuest: boolean }) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signUp = useMutation({
    mutationFn: () => settle(auth.signUp.email({ name: name.trim(), email, password, callbackURL: "/" })),
    onSuccess: () => location.assign(next),
  });
  return (
    <AuthPage
      title={text.signUp.title}
      {...(isGuest ? { text: text.signUp.guest } : {})}
      below={
        <>
          {text.signUp.other}{" "}
          <Link href={`/sign-in?next=${encodeURIComponent(next)}`} className="text-accent underline underline-offset-2">
            {text.signUp.otherLink}
          </Link>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          signUp.mutate();
        }}
      >
        <Field label={text.name}>
          {(attributes) => (
            <Input
              {...attributes}
              autoComplete="name"
              required
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <EmailField value={email} onChange={setEmail} autoComplete="email" />
        <NewPasswordField label={text.password} value={password} onChange={setPassword} />
        {signUp.error ? <Problem error={signUp.error} /> : null}
        <Button type="submit" look="solid" size="lg" disabled={signUp.isPending}>
          {text.signUp.submit}
        </Button>
      </form>
      <OtherWays ways={ways} next={next} />
    </AuthPage>
  );
}
