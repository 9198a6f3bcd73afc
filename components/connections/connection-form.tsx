"use client";
import { useState } from "react";
import type { ConnectionDetails, ConnectionTypeView } from "../../lib/api/schemas.ts";
import { connectionsText } from "../text/connections.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Problem } from "../ui/problem.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Switch } from "../ui/switch.tsx";
import type { ConnectionDraft } from "./connection-draft.ts";
import { ALIAS, beginDraft, changesOf, isComplete, newConnectionOf } from "./connection-draft.ts";
import { useSaveConnection } from "./use-connections.ts";

const text = connectionsText.dialog;

/** What a service asks for, to fill in. */
export function ConnectionForm({
  workspace,
  type,
  existing,
  taken,
  onCancel,
  beforeSave,
  onSaved,
}: {
  readonly workspace: string;
  readonly type: ConnectionTypeView;
  readonly existing: ConnectionDetails | undefined;
  readonly taken: ReadonlySet<string>;
  readonly onCancel: () => void;
  /** Called within the press of the button, where a window may still be opened. */
  readonly beforeSave: (isOAuth: boolean) => Window | null;
  readonly onSaved: (connection: ConnectionDetails, opened: Window | null) => void;
}) {
  const [draft, setDraft] = useState(() => beginDraft(type, existing, taken));
  const save = useSaveConnection(workspace);
  const set = (changes: Partial<ConnectionDraft>): void => setDraft((now) => ({ ...now, ...changes }));
  const isOAuth = draft.method === "oauth";
  const submit = (): void => {
    const opened = beforeSave(isOAuth && existing?.status !== "ready");
    save.mutate(
      existing ? { alias: existing.alias, changes: changesOf(draft, existing) } : { made: newConnectionOf(draft, type.service) },
      {
        onSuccess: (connection) => onSaved(connection, opened),
        onError: () => opened?.close(),
      },
    );
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {!existing && type.oauth && type.fields.length > 0 ? (
        <div className="self-start">
          <Segmented
            label={text.method}
            value={draft.method}
            onChange={(method) => set({ method })}
            options={[
              { value: "oauth", label: text.oauth },
              { value: "fields", label: text.fields },
            ]}
          />
        </div>
      ) : null}
      {isOAuth ? (
        <Application type={type} draft={draft} set={set} existing={existing} />
      ) : (
        <Fields type={type} draft={draft} set={set} existing={existing} />
      )}
      <Field label={text.alias} help={text.aliasHelp} problem={ALIAS.test(draft.alias) ? undefined : text.aliasProblem}>
        {(attributes) => (
          <Input
            {...attributes}
            value={draft.alias}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-xs!"
            onChange={(event) => set({ alias: event.target.value })}
          />
        )}
      </Field>
      <Field label={text.label} help={text.labelHelp} optional>
        {(attributes) => (
          <Input {...attributes} value={draft.label} maxLength={200} onChange={(event) => set({ label: event.target.value })} />
        )}
      </Field>
      {existing?.default ? null : (
        <label className="flex items-center gap-2 text-sm" htmlFor="connection-default">
          <Switch id="connection-default" checked={draft.isDefault} onChange={(isDefault) => set({ isDefault })} />
          {text.default}
        </label>
      )}
      {save.error ? <Problem error={save.error} /> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button look="solid" type="submit" disabled={save.isPending || !isComplete(draft, type, existing)}>
          {isOAuth && existing?.status !== "ready" ? text.connect : text.save}
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly type: ConnectionTypeView;
  readonly draft: ConnectionDraft;
  readonly set: (changes: Partial<ConnectionDraft>) => void;
  readonly existing: ConnectionDetails | undefined;
}

function Fields({ type, draft, set, existing }: PartProps) {
  return type.fields.map((field) => {
    const was = existing?.fields.find(({ name }) => name === field.name);
    return (
      <Field key={field.name} label={field.label} optional={field.optional} help={field.help ?? text.variable(field.variable)}>
        {(attributes) => (
          <Input
            {...attributes}
            type={field.secret ? "password" : "text"}
            autoComplete="off"
            spellCheck={false}
            value={draft.fields[field.name] ?? ""}
            placeholder={was?.set && field.secret ? `${text.keep} ${was.hint ?? ""}` : ""}
            onChange={(event) => set({ fields: { ...draft.fields, [field.name]: event.target.value } })}
          />
        )}
      </Field>
    );
  });
}

function Application({ type, draft, set, existing }: PartProps) {
  if (!type.oauth) return null;
  const { redirectUri, scopes, serverClient } = type.oauth;
  return (
    <>
      {serverClient ? (
        <label className="flex items-center gap-2 text-sm" htmlFor="connection-own">
          <Switch id="connection-own" checked={draft.ownApplication} onChange={(ownApplication) => set({ ownApplication })} />
          {text.ownApplication}
        </label>
      ) : null}
      {draft.ownApplication ? (
        <>
          <Field label={text.clientId}>
            {(attributes) => (
              <Input
                {...attributes}
                value={draft.clientId}
                autoComplete="off"
                onChange={(event) => set({ clientId: event.target.value })}
              />
            )}
          </Field>
          <Field label={text.clientSecret}>
            {(attributes) => (
              <Input
                {...attributes}
                type="password"
                value={draft.clientSecret}
                autoComplete="off"
                placeholder={existing?.oauth?.clientSecretSet ? text.keep : ""}
                onChange={(event) => set({ clientSecret: event.target.value })}
              />
            )}
          </Field>
          <p className="text-xs text-muted">
            {text.redirect}
            <code className="mt-1 block rounded-md bg-sunken px-2 py-1 font-mono text-2xs break-all text-ink select-all">
              {redirectUri}
            </code>
          </p>
        </>
      ) : null}
      {scopes.length === 0 ? null : <p className="text-xs text-muted">{text.scopes(scopes)}</p>}
    </>
  );
}
