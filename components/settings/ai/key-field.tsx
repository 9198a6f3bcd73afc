"use client";
import type { AiSettings } from "../../../lib/api/ai-schemas.ts";
import { aiSettingsText } from "../../text/ai-settings.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";

const { model: text } = aiSettingsText;

/** The provider's key, which is typed and never read: kept, replaced or taken away. */
export function KeyField({
  choice,
  settings,
  isDropped,
  value,
  onChange,
}: {
  readonly choice: AiSettings["providers"][number];
  readonly settings: AiSettings;
  /** Whether saving takes the present key away whatever is typed. */
  readonly isDropped: boolean;
  /** As a draft holds it: undefined keeps, null takes away. */
  readonly value: string | null | undefined;
  readonly onChange: (value: string | null | undefined) => void;
}) {
  const isOwn = settings.credentialSource === "workspace";
  const isKept = settings.hasKey && !isDropped;
  if (isKept && (value === undefined || value === null)) {
    const words = value === null ? text.keyGoes : isOwn ? text.keyKept : text.keyFromEnvironment(choice.keyVariable);
    return (
      <fieldset>
        <legend className="mb-1 text-xs font-medium">{text.key}</legend>
        <div className="flex flex-wrap items-center gap-2">
          <p className="min-w-0 flex-1 text-sm text-muted">{words}</p>
          {value === null ? (
            <Button size="sm" onClick={() => onChange(undefined)}>
              {text.keep}
            </Button>
          ) : (
            <>
              <Button size="sm" onClick={() => onChange("")}>
                {text.replace}
              </Button>
              {isOwn ? (
                <Button size="sm" onClick={() => onChange(null)}>
                  {text.remove}
                </Button>
              ) : null}
            </>
          )}
        </div>
      </fieldset>
    );
  }
  return (
    <Field
      label={text.key}
      optional={!choice.needsKey}
      help={isDropped && settings.hasKey && isOwn ? text.keyAgain : text.keyHelp(choice.keyVariable)}
      aside={
        isKept ? (
          <Button look="link" size="sm" onClick={() => onChange(undefined)}>
            {text.keep}
          </Button>
        ) : undefined
      }
    >
      {(attributes) => (
        <Input
          {...attributes}
          type="password"
          value={value ?? ""}
          autoComplete="off"
          spellCheck={false}
          maxLength={5_000}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
