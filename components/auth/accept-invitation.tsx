"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { api } from "../api/client.ts";
import { authText } from "../text/auth.ts";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { AuthPage } from "./auth-page.tsx";

const { invitation: text } = authText;

/** Joins the workspace of an invitation; who has no account is asked to make one first and comes back here. */
export function AcceptInvitation({ token, hasAccount }: { readonly token: string; readonly hasAccount: boolean }) {
  const accept = useMutation({
    mutationFn: () => api("POST /api/invitations/accept", { body: { token } }),
    onSuccess: ({ id }) => location.assign(`/w/${id}`),
  });
  const back = encodeURIComponent(`/invitations/${token}`);
  return (
    <AuthPage title={text.title} text={hasAccount ? text.text : text.needsAccount}>
      {hasAccount ? (
        <Button look="solid" size="lg" disabled={accept.isPending} onClick={() => accept.mutate()}>
          {text.accept}
        </Button>
      ) : (
        <>
          <Button asChild look="solid" size="lg">
            <Link href={`/sign-up?next=${back}`}>{authText.signUp.submit}</Link>
          </Button>
          <Button asChild size="lg">
            <Link href={`/sign-in?next=${back}`}>{authText.signIn.submit}</Link>
          </Button>
        </>
      )}
      {accept.error ? <Problem error={accept.error} /> : null}
    </AuthPage>
  );
}
