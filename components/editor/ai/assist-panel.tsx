"use client";
import { useQuery } from "@tanstack/react-query";
import { Square, X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import type { AssistRequest } from "../../../lib/api/ai-schemas.ts";
import { isApiError } from "../../api/api-error.ts";
import { aiSettingsQuery } from "../../api/workspace-lists.ts";
import { assistText as text } from "../../text/assist.ts";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/cn.ts";
import { Field } from "../../ui/field.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Textarea } from "../../ui/input.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { NotReady } from "./not-ready.tsx";
import type { Assist } from "./use-assist.ts";

interface Words {
  readonly label: string;
  readonly prompt: string;
  readonly placeholder: string;
  readonly submit: string;
}

/** A small form that asks the model for one thing, with the answer below it. Enter asks, Escape stops or closes. */
export function AssistPanel<Task extends AssistRequest["task"]>({
  words,
  assist,
  onAsk,
  onClose,
  children,
  actions,
  needsPrompt = true,
  hidesPrompt = false,
  className,
}: {
  readonly words: Words;
  readonly assist: Assist<Task>;
  readonly onAsk: (prompt: string) => void;
  readonly onClose: () => void;
  /** The answer, once there is something of it. */
  readonly children: ReactNode;
  /** What can be done with a whole answer. */
  readonly actions: ReactNode;
  readonly needsPrompt?: boolean;
  /** Whether a whole answer takes the place of the question, where both have no room. */
  readonly hidesPrompt?: boolean;
  readonly className?: string;
}) {
  const { workspace } = useOpenDocument();
  const settings = useQuery(aiSettingsQuery(workspace));
  const [prompt, setPrompt] = useState("");
  const title = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { state } = assist;
  const isDone = state.phase === "done";
  const isReady = settings.data?.ready === true;
  const isAsking = state.phase === "asking";
  // The panel opens by a press that asks for it: what comes next is typing.
  useEffect(() => {
    if (isReady) field.current?.focus();
  }, [isReady]);
  // What can be done with the answer stands below it.
  useEffect(() => {
    if (isDone) end.current?.scrollIntoView({ block: "nearest" });
  }, [isDone]);
  const missing =
    settings.data?.missing ??
    (state.phase === "failed" && isApiError(state.error) && state.error.code === "not_configured" ? state.error.hint : undefined);
  const ask = (): void => {
    if (!isAsking && (prompt.trim() !== "" || !needsPrompt)) onAsk(prompt.trim());
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    // Neither the run of the workflow nor the inspector's own closing is meant.
    event.stopPropagation();
    if (event.key === "Escape") return isAsking ? assist.reset() : onClose();
    if (!(event.target instanceof HTMLTextAreaElement) || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    ask();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the field in it
    <section aria-labelledby={title} className={cn("flex min-w-0 flex-col gap-2.5", className)} onKeyDown={press}>
      <header className="flex items-center justify-between gap-2">
        <h3 id={title} className="text-xs font-semibold">
          {words.label}
        </h3>
        <IconButton label={text.close} size="sm" className="-my-1 -mr-1" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      {settings.isPending ? <Spinner label={text.loading} /> : null}
      {settings.error ? <Problem error={settings.error} onRetry={() => void settings.refetch()} /> : null}
      {missing === undefined ? null : <NotReady missing={missing} />}
      {isReady && !(hidesPrompt && isDone) ? (
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            ask();
          }}
        >
          <Field label={words.prompt} optional={!needsPrompt}>
            {(attributes) => (
              <Textarea
                {...attributes}
                ref={field}
                rows={2}
                maxLength={8_000}
                value={prompt}
                placeholder={words.placeholder}
                onChange={(event) => setPrompt(event.target.value)}
              />
            )}
          </Field>
          <div className="flex items-center gap-2">
            <p className="min-w-0 flex-1 truncate text-xs text-muted">{text.asks(settings.data?.model ?? "")}</p>
            {isAsking ? (
              <Button size="sm" onClick={() => assist.reset()}>
                <Square aria-hidden />
                {text.stop}
              </Button>
            ) : (
              <Button type="submit" size="sm" look={isDone ? "plain" : "solid"} disabled={needsPrompt && prompt.trim() === ""}>
                {words.submit}
              </Button>
            )}
          </div>
        </form>
      ) : null}
      {isAsking ? <Spinner label={state.text === "" ? text.asking : text.writing} /> : null}
      <output className="sr-only">{isDone ? text.answered : null}</output>
      {state.phase === "failed" && missing === undefined ? <Problem error={state.error} /> : null}
      {children}
      {state.phase === "done" ? (
        <div ref={end} className="flex scroll-mb-3 flex-wrap items-center justify-end gap-2">
          <p className="mr-auto text-xs text-muted">
            {text.usage(state.usage.inputTokens + state.usage.outputTokens, state.usage.dollars)}
          </p>
          {actions}
        </div>
      ) : null}
    </section>
  );
}
