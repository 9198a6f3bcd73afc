"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { authText } from "../text/auth.ts";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { auth } from "./auth-client.ts";
import { AuthPage } from "./auth-page.tsx";
import { NewPasswordField } from "./credential-fields.tsx";
import { settle } from "./settle.ts";

const { reset: text } = authText;

/** `token` is of the link that was mailed; undefined when that is no longer valid. */
export function ResetPasswordForm({ token }: { readonly token: string | undefined }) {
  const [password, setPassword] = useState("");
  const reset = useMutation({
    mutationFn: () => settle(auth.resetPassword({ newPassword: password, ...(token === undefined ? {} : { token }) })),
  });
  const below = (
    <Link href={token === undefined ? "/forgot-password" : "/sign-in"} className="text-accent underline underline-offset-2">
      {token === undefined ? authText.forgot.title : authText.forgot.back}
    </Link>
  );
  if (token === undefined) {
    return (
      <AuthPage title={text.title} below={below}>
        <p className="text-sm text-bad">{text.invalid}</p>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={text.title} below={below}>
      {reset.isSuccess ? (
        <output className="rounded-md bg-good-soft px-3 py-2 text-sm text-good">{text.done}</output>
      ) : (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            reset.mutate();
          }}
        >
          <NewPasswordField label={authText.newPassword} value={password} onChange={setPassword} />
          {reset.error ? <Problem error={reset.error} /> : null}
          <Button type="submit" look="solid" size="lg" disabled={reset.isPending}>
            {text.submit}
          </Button>
        </form>
      )}
    </AuthPage>
  );
}
