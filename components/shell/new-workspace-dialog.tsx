"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client.ts";
import { workspaceText as text } from "../text/workspace.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";

/** Makes a workspace and goes there. */
export function NewWorkspaceDialog({ open, onOpenChange }: { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }) {
  const [name, setName] = useState("");
  const create = useMutation({
    mutationFn: () => api("POST /api/workspaces", { body: { name: name.trim() } }),
    // A whole new page: everything this one keeps is of the former workspace.
    onSuccess: ({ id }) => location.assign(`/w/${id}`),
  });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={text.create.title} description={text.create.description} size="sm">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") create.mutate();
        }}
      >
        <Field label={text.create.name}>
          {(attributes) => (
            <Input {...attributes} value={name} maxLength={100} required onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        {create.error ? <Problem error={create.error} /> : null}
        <Button type="submit" look="solid" disabled={name.trim() === "" || create.isPending}>
          {text.create.submit}
        </Button>
      </form>
    </Dialog>
  );
}
