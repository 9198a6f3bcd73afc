"use client";
import { Bell, Check, Copy, Hourglass, Moon, X } from "lucide-react";
import { useState } from "react";
import type { TimelineStep } from "../../../lib/api/run-schemas.ts";
import { copyText } from "../../json/copy-text.ts";
import { runsText } from "../../text/runs.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input, Textarea } from "../../ui/input.tsx";
import { formatExact, formatRelative } from "../format.ts";
import { useNow } from "../use-now.ts";
import type { RunActions } from "./use-run-actions.ts";

interface WaitCardProps {
  readonly step: TimelineStep;
  readonly actions: RunActions;
  /** False for who may only look. */
  readonly canAnswer: boolean;
}

/** What a run waits for, and the way to go on: approve or reject, send an event, end a sleep. */
export function WaitCard({ step, actions, canAnswer }: WaitCardProps) {
  const now = useNow(1_000);
  const text = runsText.wait;
  const kind = step.type === "approval" ? "approval" : step.type === "event" ? "event" : "sleep";
  const Icon = { approval: Hourglass, event: Bell, sleep: Moon }[kind];
  return (
    <section
      aria-label={text[kind]}
      className="flex w-full max-w-3xl flex-col gap-2.5 rounded-lg border border-line bg-busy-soft px-3 py-2.5"
    >
      <header className="flex items-start gap-2">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-busy" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">
            {step.label || step.node}
            <span className="font-normal text-muted"> · {text[kind]}</span>
          </p>
          {step.wait?.message ? <p className="mt-0.5 break-words whitespace-pre-wrap">{step.wait.message}</p> : null}
          {step.until === null ? null : (
            <p className="text-xs text-muted" title={formatExact(step.until)}>
              {kind === "sleep" ? text.wakes(formatRelative(step.until, now)) : text.timeout(formatRelative(step.until, now))}
            </p>
          )}
        </div>
        {kind === "sleep" && canAnswer ? (
          <Button size="sm" disabled={actions.wake.isPending} onClick={() => actions.wake.mutate(step.id)}>
            {text.wake}
          </Button>
        ) : null}
      </header>
      {kind === "approval" && canAnswer ? <Decision step={step} actions={actions} /> : null}
      {kind === "event" && canAnswer ? <EventForm step={step} actions={actions} /> : null}
    </section>
  );
}

function Decision({ step, actions }: Pick<WaitCardProps, "step" | "actions">) {
  const [comment, setComment] = useState("");
  const text = runsText.wait;
  const decide = (approved: boolean): void => {
    const body = { approved, ...(comment.trim() === "" ? {} : { comment: comment.trim() }) };
    actions.answer.mutate({ node: step.node, body, said: approved ? text.approved : text.rejected });
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        aria-label={text.comment}
        placeholder={text.commentPlaceholder}
        className="min-w-40 flex-1"
      />
      <div className="flex gap-2 max-[30rem]:w-full max-[30rem]:*:h-10 max-[30rem]:*:flex-1">
        <Button disabled={actions.answer.isPending} onClick={() => decide(false)}>
          <X aria-hidden />
          {text.reject}
        </Button>
        <Button look="solid" disabled={actions.answer.isPending} onClick={() => decide(true)}>
          <Check aria-hidden />
          {text.approve}
        </Button>
      </div>
    </div>
  );
}

function EventForm({ step, actions }: Pick<WaitCardProps, "step" | "actions">) {
  const [body, setBody] = useState<string>();
  const text = runsText.wait;
  const parsed = body === undefined ? undefined : readJson(body);
  const url = step.wait?.url;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        {url === undefined ? (
          <span />
        ) : (
          <span className="flex min-w-0 items-center gap-1 text-xs text-muted" title={text.addressHelp}>
            <span className="truncate font-mono">{url}</span>
            <IconButton label={text.copyAddress} size="xs" onClick={() => copyText(url)}>
              <Copy aria-hidden />
            </IconButton>
          </span>
        )}
        {body === undefined ? (
          <Button size="sm" onClick={() => setBody("{}")}>
            {text.sendEvent}
          </Button>
        ) : null}
      </div>
      {body === undefined ? null : (
        <Field label={text.body} problem={parsed ? undefined : text.notJson}>
          {(attributes) => (
            <div className="flex items-end gap-2">
              <Textarea
                {...attributes}
                value={body}
                onChange={(event) => setBody(event.target.value)}
                spellCheck={false}
                rows={3}
                className="font-mono text-xs!"
              />
              <Button
                look="solid"
                disabled={!parsed || actions.answer.isPending}
                onClick={() => parsed && actions.answer.mutate({ node: step.node, body: parsed.value, said: text.sent })}
              >
                {text.send}
              </Button>
            </div>
          )}
        </Field>
      )}
    </div>
  );
}

function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
