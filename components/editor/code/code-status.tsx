import { Check, CircleAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { codeText as text } from "../../text/code.ts";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/cn.ts";
import type { CodeSession } from "./code-session.ts";
import type { CodeState } from "./sync.ts";

/** The line below the code: how code and canvas stand to each other, and what can be done about it. */
export function CodeStatus({
  state,
  session,
  canEdit,
}: {
  readonly state: CodeState;
  readonly session: CodeSession | undefined;
  readonly canEdit: boolean;
}) {
  const { icon, words, actions, isLoud } = describe(state, session);
  return (
    <footer
      className={cn(
        "flex min-h-8 shrink-0 items-center gap-2 border-t border-line px-3 py-1 text-xs [&_svg]:size-3.5 [&_svg]:shrink-0",
        isLoud ? "bg-bad-soft text-ink" : "text-muted",
      )}
    >
      {icon}
      <output className="min-w-0 flex-1">{canEdit || isLoud ? words : text.readOnly}</output>
      {actions}
    </footer>
  );
}

interface Status {
  readonly icon?: ReactNode;
  readonly words: string;
  readonly actions?: ReactNode;
  readonly isLoud?: boolean;
}

function describe(state: CodeState, session: CodeSession | undefined): Status {
  switch (state.kind) {
    case "loading":
      return { words: text.status.loading };
    case "typing":
      return { words: text.status.typing };
    case "inStep": {
      const errors = state.diagnostics.filter(({ severity }) => severity === "error").length;
      if (errors === 0) return { icon: <Check aria-hidden className="text-good" />, words: text.status.inStep };
      return { icon: <TriangleAlert aria-hidden className="text-warn" />, words: text.status.problems(errors) };
    }
    case "stale":
      return { icon: <CircleAlert aria-hidden className="text-bad" />, words: text.stale, isLoud: true };
    case "failed":
      return {
        icon: <CircleAlert aria-hidden className="text-bad" />,
        words: text.status.failed(state.message),
        isLoud: true,
        actions: (
          <Button size="sm" onClick={() => session?.sync.retry()}>
            {text.tryAgain}
          </Button>
        ),
      };
    case "unreadable": {
      const [first] = state.diagnostics;
      const line = first?.span?.line;
      const message = first?.message ?? "";
      return {
        icon: <CircleAlert aria-hidden className="text-bad" />,
        words: line === undefined ? text.status.unreadableSomewhere(message) : text.status.unreadable(line, message),
        isLoud: true,
        actions: (
          <>
            {line === undefined ? null : (
              <Button size="sm" look="ghost" onClick={() => session?.goTo(line)}>
                {text.goToLine}
              </Button>
            )}
            <Button size="sm" onClick={() => session?.sync.discard()}>
              {text.discard}
            </Button>
          </>
        ),
      };
    }
  }
}
