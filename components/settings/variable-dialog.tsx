"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { VariableSummary } from "../../lib/api/schemas.ts";
import { api } from "../api/client.ts";
import { settingsText } from "../text/settings.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input, Textarea } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { Switch } from "../ui/switch.tsx";

const { variables: text } = settingsText;

/** Makes or changes a variable; the value of a secret one is written anew, since nobody can read it. */
export function VariableDialog({ variable, onClose }: { readonly variable: VariableSummary | undefined; readonly onClose: () => void }) {
  const [name, setName] = useState(variable?.name ?? "");
  const [value, setValue] = useState(variable?.value ?? "");
  const [secret, setSecret] = useState(variable?.secret ?? false);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => api("PUT /api/variables/{name}", { params: { name }, body: secret ? { value, secret } : { value } }),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: ["variables"] });
    },
  });
  return (
    <Dialog open onOpenChange={onClose} title={variable ? variable.name : text.create} size="sm">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {variable ? null : (
          <Field label={text.name} help={text.nameHelp}>
            {(attributes) => (
              <Input
                {...attributes}
                required
                pattern="[A-Z][A-Z0-9_]*"
                className="font-mono"
                value={name}
                onChange={(event) => setName(event.target.value.toUpperCase())}
              />
            )}
          </Field>
        )}
        <Field label={text.value}>
          {(attributes) =>
            secret ? (
              <Input
                {...attributes}
                type="password"
                autoComplete="off"
                required
                value={value}
                onChange={(event) => setValue(event.target.value)}
              />
            ) : (
              <Textarea {...attributes} className="font-mono text-xs!" value={value} onChange={(event) => setValue(event.target.value)} />
            )
          }
        </Field>
        <Field label={text.secret}>
          {(attributes) => <Switch {...attributes} checked={secret} disabled={variable?.secret === true} onChange={setSecret} />}
        </Field>
        {save.error ? <Problem error={save.error} /> : null}
        <Button type="submit" look="solid" disabled={save.isPending}>
          {settingsText.save}
        </Button>
      </form>
    </Dialog>
  );
}
