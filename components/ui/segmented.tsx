import type { ReactNode } from "react";
import { useId } from "react";

/** A choice of one among two to four, all in sight. */
export function Segmented<Value extends string>({
  value,
  onChange,
  options,
  label,
}: {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly name?: string }[];
  readonly label: string;
}) {
  const group = useId();
  return (
    <fieldset aria-label={label} className="inline-flex h-8 items-center rounded-md border border-line-strong bg-sunken p-0.5">
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex h-full items-center gap-1.5 rounded-sm px-2.5 text-xs font-medium text-muted transition-colors hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-low has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus [&_svg]:size-4"
        >
          <input
            type="radio"
            name={group}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            aria-label={option.name}
            className="absolute inset-0 appearance-none rounded-sm outline-none"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
