import { useId } from "react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface FieldProps {
  readonly label: ReactNode;
  /** Below the control: what it is for. */
  readonly help?: ReactNode;
  /** What is wrong with it; read out when it appears. */
  readonly problem?: string | undefined;
  readonly optional?: boolean;
  readonly className?: string;
  /** Beside the label, at the right. */
  readonly aside?: ReactNode;
  /** Draws the control with these attributes on it. */
  readonly children: (attributes: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}

/** A labelled control with its help and its problem. */
export function Field({ label, help, problem, optional = false, className, aside, children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  const hasNote = help !== undefined || problem !== undefined;
  return (
    <div className={cn("flex flex-col gap-1", className)}>
      <div className="flex items-center justify-between gap-2">
        <label htmlFor={id} className="text-xs font-medium text-ink">
          {label}
          {optional ? <span className="ml-1 font-normal text-faint">optional</span> : null}
        </label>
        {aside}
      </div>
      {children({ id, ...(hasNote ? { "aria-describedby": note } : {}), ...(problem === undefined ? {} : { "aria-invalid": true }) })}
      {hasNote ? (
        <p id={note} aria-live="polite" className={cn("text-xs", problem === undefined ? "text-muted" : "text-bad")}>
          {problem ?? help}
        </p>
      ) : null}
    </div>
  );
}
