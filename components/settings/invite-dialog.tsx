"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Role } from "../../lib/api/workspace-schemas.ts";
import { api } from "../api/client.ts";
import { settingsText } from "../text/settings.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { Select } from "../ui/select.tsx";
import { ROLE_OPTIONS } from "./role-options.ts";

const { members: text } = settingsText;

/** Asks whom to invite; shows the link where the server sends no mail. */
export function InviteDialog({ open, onOpenChange }: { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={text.inviteTitle} size="sm">
      <Form />
    </Dialog>
  );
}

function Form() {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: () => api("POST /api/invitations", { body: { email: email.trim(), role } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["invitations"] }),
  });
  if (invite.data) {
    const { url } = invite.data;
    return url === null ? (
      <p className="text-sm">{text.mailed(invite.data.email)}</p>
    ) : (
      <Field label={text.link}>
        {(attributes) => (
          <Input {...attributes} readOnly value={url} className="font-mono text-xs!" onFocus={(event) => event.target.select()} />
        )}
      </Field>
    );
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate();
      }}
    >
      <Field label={text.email}>
        {(attributes) => <Input {...attributes} type="email" required value={email} onChange={(event) => setEmail(event.target.value)} />}
      </Field>
      <Field label={text.inviteRole}>
        {(attributes) => (
          <Select
            {...attributes}
            value={role}
            options={ROLE_OPTIONS}
            onChange={(value) => setRole(ROLE_OPTIONS.find((option) => option.value === value)?.value ?? "editor")}
          />
        )}
      </Field>
      {invite.error ? <Problem error={invite.error} /> : null}
      <Button type="submit" look="solid" disabled={invite.isPending}>
        {text.send}
      </Button>
    </form>
  );
}
