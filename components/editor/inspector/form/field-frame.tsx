import type { ReactNode } from "react";
import { inspectorText } from "../../../text/inspector.ts";

/** A label above a control, what may be done with it beside, what it is for below. A press on the label goes to the control. */
export function FieldFrame({
  id,
  label,
  name,
  help,
  isOptional = false,
  aside,
  children,
}: {
  readonly id: string;
  readonly label: string;
  /** As the configuration calls it; shown on hover. */
  readonly name?: string;
  readonly help?: ReactNode;
  readonly isOptional?: boolean;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="group/field flex min-w-0 flex-col gap-1" data-field={name}>
      <div className="flex min-h-5 items-center justify-between gap-2">
        {/* What takes the focus is found by its id, since a text field is no form control. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <span className="min-w-0 truncate text-xs font-medium text-ink" title={name} onClick={() => document.getElementById(id)?.focus()}>
          {label}
          {isOptional ? <span className="ml-1.5 font-normal text-faint">{inspectorText.fields.optionalMark}</span> : null}
        </span>
        <span className="flex shrink-0 items-center">{aside}</span>
      </div>
      {children}
      {help === undefined || help === "" ? null : <p className="text-xs text-muted">{help}</p>}
    </div>
  );
}
