"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { renderSVG } from "uqr";
import { auth } from "../auth/auth-client.ts";
import { PasswordField } from "../auth/credential-fields.tsx";
import { settle } from "../auth/settle.ts";
import { settingsText } from "../text/settings.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { toast } from "../ui/toast.ts";
import { Part } from "./parts.tsx";

const { twoFactor: text } = settingsText.security;

/** Turns the second factor on or off; both ask for the password. */
export function TwoFactorPart({ isOn }: { readonly isOn: boolean }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const finish = (): void => {
    setOpen(false);
    void client.invalidateQueries({ queryKey: ["me"] });
  };
  return (
    <Part title={text.title} about={text.text} aside={isOn ? <Badge tone="good">{text.on}</Badge> : <Badge>{text.off}</Badge>}>
      <Button onClick={() => setOpen(true)}>{isOn ? text.disable : text.enable}</Button>
      <Dialog open={open} onOpenChange={setOpen} title={text.title} size="sm">
        {isOn ? <TurnOff onDone={finish} /> : <TurnOn onDone={finish} />}
      </Dialog>
    </Part>
  );
}

function TurnOn({ onDone }: { readonly onDone: () => void }) {
  const [code, setCode] = useState("");
  const enable = useMutation({ mutationFn: (password: string) => settle(auth.twoFactor.enable({ password })) });
  const verify = useMutation({ mutationFn: () => settle(auth.twoFactor.verifyTotp({ code: code.replace(/\s/g, "") })) });
  if (!enable.data || !("totpURI" in enable.data))
    return <PasswordStep error={enable.error} isPending={enable.isPending} onSubmit={(password) => enable.mutate(password)} />;
  const { totpURI, backupCodes } = enable.data;
  if (verify.isSuccess) return <RecoveryCodes codes={backupCodes} onDone={onDone} />;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate();
      }}
    >
      <p className="text-sm text-muted">{text.scan}</p>
      {/* Drawn here: there is nothing to load. */}
      {/* oxlint-disable-next-line next/no-img-element */}
      <img
        alt=""
        width={176}
        height={176}
        className="self-center rounded-md bg-white p-2"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(totpURI))}`}
      />
      <Field label={text.key}>
        {(attributes) => (
          <Input {...attributes} readOnly className="font-mono text-xs!" value={new URL(totpURI).searchParams.get("secret") ?? ""} />
        )}
      </Field>
      <Field label={text.code}>
        {(attributes) => (
          <Input
            {...attributes}
            required
            inputMode="numeric"
            autoComplete="one-time-code"
            className="font-mono"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      {verify.error ? <Problem error={verify.error} /> : null}
      <Button type="submit" look="solid" disabled={verify.isPending}>
        {text.verify}
      </Button>
    </form>
  );
}

function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const finish = (): void => {
    toast(text.enabled);
    onDone();
  };
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 className="text-sm font-semibold">{text.recovery}</h3>
        <p className="text-sm text-muted">{text.recoveryText}</p>
      </div>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-md bg-sunken p-3 font-mono text-xs">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex justify-end gap-2">
        <Button onClick={() => void navigator.clipboard.writeText(codes.join("\n"))}>{text.copy}</Button>
        <Button look="solid" onClick={finish}>
          {text.kept}
        </Button>
      </div>
    </div>
  );
}

function TurnOff({ onDone }: { readonly onDone: () => void }) {
  const disable = useMutation({
    mutationFn: (password: string) => settle(auth.twoFactor.disable({ password })),
    onSuccess: () => {
      toast(text.disabled);
      onDone();
    },
  });
  return <PasswordStep error={disable.error} isPending={disable.isPending} onSubmit={(password) => disable.mutate(password)} />;
}

function PasswordStep({
  error,
  isPending,
  onSubmit,
}: {
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onSubmit: (password: string) => void;
}) {
  const [password, setPassword] = useState("");
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(password);
      }}
    >
      <PasswordField label={text.confirmPassword} value={password} onChange={setPassword} />
      {error ? <Problem error={error} /> : null}
      <Button type="submit" look="solid" disabled={isPending}>
        {text.goOn}
      </Button>
    </form>
  );
}
