import type { ReactNode } from "react";
import { authText as text } from "../text/auth.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

interface Typed {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** An address; `autoComplete` as browsers and password managers know it. */
export function EmailField({ value, onChange, autoComplete }: Typed & { readonly autoComplete: string }) {
  return (
    <Field label={text.email}>
      {(attributes) => (
        <Input
          {...attributes}
          type="email"
          autoComplete={autoComplete}
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** The password that somebody has. */
export function PasswordField({
  label = text.password,
  aside,
  value,
  onChange,
}: Typed & { readonly label?: string; readonly aside?: ReactNode }) {
  return (
    <Field label={label} aside={aside}>
      {(attributes) => (
        <Input
          {...attributes}
          type="password"
          autoComplete="current-password"
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A password that is chosen; the server has the last word on whether it is good. */
export function NewPasswordField({ label, value, onChange }: Typed & { readonly label: string }) {
  return (
    <Field label={label} help={text.passwordHelp}>
      {(attributes) => (
        <Input
          {...attributes}
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          maxLength={128}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
