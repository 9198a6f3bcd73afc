"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { authText } from "../text/auth.ts";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { auth } from "./auth-client.ts";
import { AuthPage } from "./auth-page.tsx";
import { EmailField } from "./credential-fields.tsx";
import { settle } from "./settle.ts";

const { forgot: text } = authText;

/** Asks for a link; says the same whether there is such an account or not. */
export function ForgotPasswordForm() {
  const [email, setEmail] = useState("");
  const ask = useMutation({ mutationFn: () => settle(auth.requestPasswordReset({ email, redirectTo: "/reset-password" })) });
  return (
    <AuthPage
      title={text.title}
      text={text.text}
      below={
        <Link href="/sign-in" className="text-accent underline underline-offset-2">
          {text.back}
        </Link>
      }
    >
      {ask.isSuccess ? (
        <output className="rounded-md bg-good-soft px-3 py-2 text-sm text-good">{text.sent}</output>
      ) : (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate();
          }}
        >
          <EmailField value={email} onChange={setEmail} autoComplete="email" />
          {ask.error ? <Problem error={ask.error} /> : null}
          <Button type="submit" look="solid" size="lg" disabled={ask.isPending}>
            {text.submit}
          </Button>
        </form>
      )}
    </AuthPage>
  );
}
