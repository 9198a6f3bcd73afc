"use client";
import { useState } from "react";
import type { FormEvent } from "react";
import type { AiSettings } from "../../../lib/api/ai-schemas.ts";
import { aiSettingsText } from "../../text/ai-settings.ts";
import { settingsText } from "../../text/settings.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Select } from "../../ui/select.tsx";
import { toast } from "../../ui/toast.ts";
import { KeyField } from "./key-field.tsx";
import { beginModelDraft, chooseProvider, dropsKey, modelChanges } from "./model-draft.ts";
import { TestModel } from "./test-model.tsx";
import { useChangeAiSettings } from "./use-change-ai-settings.ts";

const { model: text } = aiSettingsText;

/** Provider, model, address, key and price, and the button that tries them. */
export function ModelForm({ settings }: { readonly settings: AiSettings }) {
  // What others save meanwhile does not change what is being typed, nor does saving take it back.
  const [base, setBase] = useState(settings);
  const [draft, setDraft] = useState(() => beginModelDraft(settings));
  const change = useChangeAiSettings();
  const { changes, problems } = modelChanges(draft, base);
  const isDirty = Object.keys(changes).length > 0;
  const isWrong = Object.keys(problems).length > 0;
  const set = (changed: Partial<typeof draft>): void => setDraft((now) => ({ ...now, ...changed }));
  const choice = base.providers.find(({ name }) => name === draft.provider);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!isDirty || isWrong) return;
    change.mutate(changes, {
      onSuccess: (saved) => {
        setBase(saved);
        setDraft(beginModelDraft(saved));
        toast(settingsText.saved);
      },
    });
  };
  return (
    <form className="flex max-w-md flex-col gap-4" onSubmit={save}>
      <Field label={text.provider} {...(choice ? {} : { help: text.environmentHelp })}>
        {(attributes) => (
          <Select
            {...attributes}
            value={draft.provider}
            options={[
              { value: "environment", label: text.environment },
              ...base.providers.map(({ name, label }) => ({ value: name, label })),
            ]}
            onChange={(value) => {
              const chosen = base.providers.find(({ name }) => name === value);
              setDraft(chooseProvider(chosen?.name ?? "environment", base));
            }}
          />
        )}
      </Field>
      <Field label={text.model} help={text.modelHelp(choice?.exampleModel ?? "")}>
        {(attributes) => (
          <Input
            {...attributes}
            value={draft.model}
            placeholder={choice?.exampleModel}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-xs!"
            onChange={(event) => set({ model: event.target.value })}
          />
        )}
      </Field>
      {choice ? (
        <>
          <Field
            label={text.baseUrl}
            help={choice.baseUrl === null ? text.baseUrlWanted : text.baseUrlHelp}
            problem={problems.baseUrl}
            optional={choice.baseUrl !== null}
          >
            {(attributes) => (
              <Input
                {...attributes}
                value={draft.baseUrl}
                placeholder={choice.baseUrl ?? "http://127.0.0.1:1234/v1"}
                inputMode="url"
                maxLength={500}
                autoComplete="off"
                spellCheck={false}
                className="font-mono text-xs!"
                onChange={(event) => set({ baseUrl: event.target.value })}
              />
            )}
          </Field>
          <KeyField choice={choice} settings={base} isDropped={dropsKey(draft, base)} value={draft.key} onChange={(key) => set({ key })} />
        </>
      ) : null}
      <fieldset>
        <legend className="mb-1 text-xs font-medium">
          {text.price}
          <span className="ml-1 font-normal text-faint">optional</span>
        </legend>
        <div className="grid grid-cols-2 gap-3">
          {(["inputPrice", "outputPrice"] as const).map((name) => (
            <Field key={name} label={text[name]} problem={problems[name]}>
              {(attributes) => (
                <Input
                  {...attributes}
                  value={draft[name]}
                  inputMode="decimal"
                  autoComplete="off"
                  className="tabular-nums"
                  onChange={(event) => set({ [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
        <p className="mt-1 text-xs text-muted">{text.priceHelp}</p>
      </fieldset>
      {change.error ? <Problem error={change.error} /> : null}
      <TestModel isDirty={isDirty || isWrong} canTest={settings.ready}>
        <Button type="submit" look="solid" disabled={!isDirty || isWrong || change.isPending}>
          {text.save}
        </Button>
      </TestModel>
    </form>
  );
}
