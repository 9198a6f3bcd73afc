"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Play } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { isContainer } from "../../json/json-path.ts";
import { JsonView } from "../../json/json-view.tsx";
import { formatDuration } from "../../runs/format.ts";
import { runAddress } from "../../runs/run-address.ts";
import { runKeys } from "../../runs/timeline/run-keys.ts";
import { publishText } from "../../text/publish.ts";
import { runsText } from "../../text/runs.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/input.tsx";
import { Problem } from "../../ui/problem.tsx";
import { useOpenDocument } from "../document-context.tsx";
import { parsePayload, readPayload } from "../runs/payload.ts";

interface TriggerAnswer {
  readonly status: number;
  readonly ms: number;
  /** JSON where it is some, text otherwise. */
  readonly body: unknown;
}

/** A call of the published trigger from here, with what it answers. */
export function TriggerTest() {
  const { details, workspace, canRun } = useOpenDocument();
  const [text, setText] = useState(() => readPayload(details.id, details.sampleInput));
  const client = useQueryClient();
  const call = useMutation({
    mutationFn: (body: string) => callTrigger(details.triggerUrl, workspace, body),
    onSettled: () => void client.invalidateQueries({ queryKey: runKeys.lists }),
  });
  const parsed = parsePayload(text);
  const problem = "line" in parsed ? publishText.trigger.notJson(parsed.line) : undefined;
  const words = publishText.trigger;
  if (!canRun) return null;
  return (
    <section aria-label={words.test} className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <div>
        <h3 className="text-sm font-medium">{words.test}</h3>
        <p className="text-xs text-muted">
          {words.testHelp} {details.live?.lags ? words.lags : ""}
        </p>
      </div>
      <Field label={words.payload} problem={problem}>
        {(attributes) => (
          <Textarea
            {...attributes}
            rows={4}
            spellCheck={false}
            value={text}
            className="font-mono text-xs!"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button className="self-end" size="sm" disabled={problem !== undefined || call.isPending} onClick={() => call.mutate(text)}>
        <Play aria-hidden />
        {call.isPending ? words.sending : words.send}
      </Button>
      {call.error ? <Problem error={call.error} /> : null}
      {call.data ? <Answer answer={call.data} workspace={workspace} /> : null}
    </section>
  );
}

function Answer({ answer, workspace }: { readonly answer: TriggerAnswer; readonly workspace: string }) {
  const { status, ms, body } = answer;
  const run = runIn(body);
  return (
    <div className="flex flex-col overflow-hidden rounded-md border border-line">
      <p className="flex items-center gap-2 border-b border-line bg-sunken px-2.5 py-1.5 text-xs text-muted">
        <Badge tone={status < 300 ? "good" : status < 500 ? "warn" : "bad"}>{runsText.step.httpStatus(status)}</Badge>
        {publishText.trigger.took(formatDuration(ms))}
        {run === undefined ? null : (
          <Link href={runAddress(workspace, run)} className="ml-auto text-accent hover:underline">
            {publishText.trigger.openRun}
          </Link>
        )}
      </p>
      <JsonView value={body} label={publishText.trigger.answer} className="h-56" />
    </div>
  );
}

/** The trigger is called as anybody would call it, at this page's own server; what it answers is shown as it is, refusals included. */
async function callTrigger(url: string, workspace: string, body: string): Promise<TriggerAnswer> {
  const begun = performance.now();
  const response = await fetch(new URL(new URL(url, location.href).pathname, location.href), {
    method: "POST",
    headers: { "content-type": "application/json", "x-weft-workspace": workspace },
    ...(body.trim() === "" ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, ms: performance.now() - begun, body: readBody(text) };
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The run that an answer names: a started one's, or that of a failure. */
function runIn(body: unknown): string | undefined {
  if (!isContainer(body) || Array.isArray(body)) return undefined;
  const { run, error } = body;
  if (isContainer(run) && !Array.isArray(run) && typeof run["id"] === "string") return run["id"];
  if (!isContainer(error) || Array.isArray(error) || !isContainer(error["details"]) || Array.isArray(error["details"])) return undefined;
  const failed = error["details"]["run"];
  return typeof failed === "string" ? failed : undefined;
}
