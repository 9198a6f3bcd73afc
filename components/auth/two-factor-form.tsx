"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { authText } from "../text/auth.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { auth } from "./auth-client.ts";
import { AuthPage } from "./auth-page.tsx";
import { settle } from "./settle.ts";

const { twoFactor: text } = authText;

/** The second step of signing in: the app's code, or a recovery code. `next` is a path of ours to go on to. */
export function TwoFactorForm({ next }: { readonly next: string }) {
  const [recovers, setRecovers] = useState(false);
  const [code, setCode] = useState("");
  const [trustDevice, setTrustDevice] = useState(false);
  const verify = useMutation({
    mutationFn: async () => {
      const typed = code.trim();
      if (recovers) await settle(auth.twoFactor.verifyBackupCode({ code: typed, trustDevice }));
      else await settle(auth.twoFactor.verifyTotp({ code: typed.replace(/\s/g, ""), trustDevice }));
    },
    onSuccess: () => location.assign(next),
  });
  return (
    <AuthPage title={text.title} text={recovers ? text.recoveryText : text.text}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          verify.mutate();
        }}
      >
        <Field label={recovers ? text.recoveryCode : text.code}>
          {(attributes) => (
            <Input
              {...attributes}
              required
              autoComplete="one-time-code"
              inputMode={recovers ? "text" : "numeric"}
              className="font-mono"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <label className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={trustDevice}
            onChange={(event) => setTrustDevice(event.target.checked)}
            className="size-4 accent-accent-fill"
          />
          {text.trust}
        </label>
        {verify.error ? <Problem error={verify.error} /> : null}
        <Button type="submit" look="solid" size="lg" disabled={verify.isPending}>
          {text.submit}
        </Button>
      </form>
      <Button
        look="link"
        onClick={() => {
          setRecovers(!recovers);
          setCode("");
        }}
      >
        {recovers ? text.toApp : text.toRecovery}
      </Button>
    </AuthPage>
  );
}
