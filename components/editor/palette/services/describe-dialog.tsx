"use client";
import { useMutation } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { isApiError } from "../../../api/api-error.ts";
import { api } from "../../../api/client.ts";
import { paletteText } from "../../../text/palette.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Input } from "../../../ui/input.tsx";
import { Select } from "../../../ui/select.tsx";
import { toast } from "../../../ui/toast.ts";
import { useOpenDocument } from "../../document-context.tsx";
import type { ActionDraft, ServiceDraft } from "./to-definition.ts";
import { toDefinition } from "./to-definition.ts";

const text = paletteText.services.describe;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const AUTHS = ["none", "bearer", "basic", "header", "query"] as const;

const emptyAction = (key: number): ActionDraft => ({ key, method: "GET", path: "/", label: "", fields: "" });

/** Makes a service of what a person says of it. */
export function DescribeDialog({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: (label: string) => void }) {
  const { workspace } = useOpenDocument();
  const [draft, setDraft] = useState<ServiceDraft>({ label: "", baseUrl: "", auth: "none", authName: "", actions: [emptyAction(0)] });
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<ServiceDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const changeAction = (key: number, part: Partial<ActionDraft>): void =>
    change({ actions: draft.actions.map((action) => (action.key === key ? { ...action, ...part } : action)) });
  const save = useMutation({
    mutationFn: () => api("POST /api/services", { workspace, body: toDefinition(draft) }),
    onSuccess({ label }) {
      toast.success(text.saved(label));
      onAdded(label);
    },
  });
  const needsName = draft.auth === "header" || draft.auth === "query";
  const isAddress = /^https?:\/\/\S+$/.test(draft.baseUrl.trim());
  const missing = (value: string): string | undefined => (isTried && value.trim() === "" ? text.needed : undefined);
  const isWhole =
    draft.label.trim() !== "" &&
    isAddress &&
    (!needsName || draft.authName.trim() !== "") &&
    draft.actions.every((action) => action.label.trim() !== "" && action.path.startsWith("/"));
  const submit = (): void => {
    setTried(true);
    if (isWhole) save.mutate();
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={text.title}
      description={text.description}
      size="lg"
      footer={
        <Button look="solid" disabled={save.isPending} onClick={submit}>
          {text.save}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={text.label} help={text.labelHelp} problem={missing(draft.label)}>
            {(attributes) => (
              <Input {...attributes} value={draft.label} onChange={(event) => change({ label: event.currentTarget.value })} />
            )}
          </Field>
          <Field label={text.baseUrl} problem={isTried && !isAddress ? text.address : undefined}>
            {(attributes) => (
              <Input
                {...attributes}
                value={draft.baseUrl}
                inputMode="url"
                placeholder="https://api.example.com"
                onChange={(event) => change({ baseUrl: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={text.auth}>
            {(attributes) => (
              <Select
                {...attributes}
                value={draft.auth}
                onChange={(value) => change({ auth: AUTHS.find((auth) => auth === value) ?? "none" })}
                options={AUTHS.map((value) => ({ value, label: text.auths[value] }))}
              />
            )}
          </Field>
          {needsName ? (
            <Field label={text.authName} problem={missing(draft.authName)}>
              {(attributes) => (
                <Input
                  {...attributes}
                  value={draft.authName}
                  placeholder="X-API-Key"
                  onChange={(event) => change({ authName: event.currentTarget.value })}
                />
              )}
            </Field>
          ) : null}
        </div>
        <section className="flex flex-col gap-2">
          <h3 className="text-xs font-medium">{text.actions}</h3>
          {draft.actions.map((action) => (
            <div key={action.key} className="grid grid-cols-[6.5rem_1fr_auto] gap-2 rounded-lg border border-line p-3">
              <Select
                aria-label={text.method}
                value={action.method}
                onChange={(value) => changeAction(action.key, { method: METHODS.find((method) => method === value) ?? "GET" })}
                options={METHODS.map((value) => ({ value, label: value }))}
              />
              <Input
                aria-label={text.path}
                title={text.pathHelp}
                value={action.path}
                placeholder="/orders/{id}"
                className="font-mono"
                spellCheck={false}
                onChange={(event) => changeAction(action.key, { path: event.currentTarget.value })}
              />
              <IconButton
                label={text.remove}
                disabled={draft.actions.length === 1}
                onClick={() => change({ actions: draft.actions.filter(({ key }) => key !== action.key) })}
              >
                <Trash2 aria-hidden />
              </IconButton>
              <Field label={text.actionLabel} problem={missing(action.label)} className="col-span-full">
                {(attributes) => (
                  <Input
                    {...attributes}
                    value={action.label}
                    placeholder={text.actionPlaceholder}
                    onChange={(event) => changeAction(action.key, { label: event.currentTarget.value })}
                  />
                )}
              </Field>
              <Field label={text.fields} help={text.fieldsHelp} optional className="col-span-full">
                {(attributes) => (
                  <Input
                    {...attributes}
                    value={action.fields}
                    placeholder="status?, limit?"
                    spellCheck={false}
                    onChange={(event) => changeAction(action.key, { fields: event.currentTarget.value })}
                  />
                )}
              </Field>
            </div>
          ))}
          <Button
            className="self-start"
            size="sm"
            onClick={() => change({ actions: [...draft.actions, emptyAction(Math.max(...draft.actions.map(({ key }) => key)) + 1)] })}
          >
            <Plus aria-hidden />
            {text.add}
          </Button>
        </section>
        {save.error ? (
          <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
            {save.error.message} {isApiError(save.error) ? save.error.hint : ""}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
