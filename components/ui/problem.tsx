import { CircleAlert } from "lucide-react";
import { isApiError } from "../api/api-error.ts";
import { Button } from "./button.tsx";

/** A failure in place: what happened, what to do, and a way to try again. */
export function Problem({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const hint = isApiError(error) ? error.hint : undefined;
  return (
    <div role="alert" className="flex items-start gap-2 rounded-md bg-bad-soft px-3 py-2 text-sm text-ink">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <div className="min-w-0 flex-1">
        <p>{error instanceof Error ? error.message : "Something went wrong."}</p>
        {hint === undefined ? null : <p className="text-muted">{hint}</p>}
      </div>
      {onRetry ? (
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}
