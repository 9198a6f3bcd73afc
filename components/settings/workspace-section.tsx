"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "../api/client.ts";
import { useSession } from "../shell/session-context.tsx";
import { settingsText } from "../text/settings.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { Select } from "../ui/select.tsx";
import { toast } from "../ui/toast.ts";
import { Part } from "./parts.tsx";

const { workspace: text } = settingsText;

/** The workspace itself: its name, how strictly it publishes, and its ends. */
export function WorkspaceSection() {
  const { workspace } = useSession();
  const isOwner = workspace.role === "owner";
  return (
    <>
      {isOwner ? <NamePart /> : null}
      <StrictnessPart canChange={isOwner} />
      <LeavePart />
      {isOwner ? <DeletePart /> : null}
    </>
  );
}

function NamePart() {
  const { workspace } = useSession();
  const router = useRouter();
  const [name, setName] = useState(workspace.name);
  const rename = useMutation({
    mutationFn: () => api("PATCH /api/workspaces/current", { body: { name } }),
    onSuccess: () => {
      toast(settingsText.saved);
      router.refresh();
    },
  });
  return (
    <Part>
      <form
        className="flex max-w-sm flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate();
        }}
      >
        <Field label={text.name}>
          {(attributes) => <Input {...attributes} required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        {rename.error ? <Problem error={rename.error} /> : null}
        <Button
          type="submit"
          look="solid"
          className="self-start"
          disabled={rename.isPending || name.trim() === "" || name === workspace.name}
        >
          {settingsText.save}
        </Button>
      </form>
    </Part>
  );
}

function StrictnessPart({ canChange }: { readonly canChange: boolean }) {
  const client = useQueryClient();
  const settings = useQuery({ queryKey: ["settings"], queryFn: ({ signal }) => api("GET /api/settings", { signal }) });
  const change = useMutation({
    mutationFn: (looseData: "warn" | "error") => api("PATCH /api/settings", { body: { looseData } }),
    onSuccess: (saved) => client.setQueryData(["settings"], saved),
  });
  const error = settings.error ?? change.error;
  return (
    <Part>
      <Field label={text.looseData} help={text.looseDataHelp} className="max-w-sm">
        {(attributes) => (
          <Select
            {...attributes}
            disabled={!canChange}
            value={settings.data?.looseData}
            options={[
              { value: "warn", label: text.warn },
              { value: "error", label: text.error },
            ]}
            onChange={(value) => change.mutate(value === "error" ? "error" : "warn")}
          />
        )}
      </Field>
      {error ? <Problem error={error} /> : null}
    </Part>
  );
}

function LeavePart() {
  const { user } = useSession();
  const leave = useMutation({
    mutationFn: () => api("DELETE /api/members/{user}", { params: { user: user.id } }),
    onSuccess: () => location.assign("/"),
  });
  return (
    <Part title={text.leave.title} about={text.leave.text}>
      {leave.error ? <Problem error={leave.error} /> : null}
      <Button disabled={leave.isPending} onClick={() => leave.mutate()}>
        {text.leave.submit}
      </Button>
    </Part>
  );
}

function DeletePart() {
  const { workspace } = useSession();
  const [typed, setTyped] = useState("");
  const remove = useMutation({
    mutationFn: () => api("DELETE /api/workspaces/current", { query: { name: typed } }),
    onSuccess: () => location.assign("/"),
  });
  return (
    <Part title={text.remove.title} about={text.remove.text}>
      <form
        className="flex max-w-sm flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed === workspace.name) remove.mutate();
        }}
      >
        <Field label={text.remove.confirm(workspace.name)}>
          {(attributes) => <Input {...attributes} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        {remove.error ? <Problem error={remove.error} /> : null}
        <Button type="submit" look="danger" className="self-start" disabled={typed !== workspace.name || remove.isPending}>
          {text.remove.submit}
        </Button>
      </form>
    </Part>
  );
}
