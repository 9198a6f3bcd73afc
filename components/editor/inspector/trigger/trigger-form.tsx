"use client";
import { useId } from "react";
import { configOf } from "../../../../codegen/schema/node-facts.ts";
import { inspectorText } from "../../../text/inspector.ts";
import { Segmented } from "../../../ui/segmented.tsx";
import { Select } from "../../../ui/select.tsx";
import type { TriggerConfig } from "../../model/commands/set-trigger.ts";
import { setTrigger } from "../../model/commands/set-trigger.ts";
import { FieldFrame } from "../form/field-frame.tsx";
import { PlainField } from "../kinds/plain-field.tsx";
import { useNodeForm } from "../node-form.tsx";
import { SchemaEditor } from "../schema/schema-editor.tsx";
import { isSchema } from "../schema/schema-rows.ts";
import { Note } from "../value/field-notes.tsx";
import { ScheduleFields } from "./schedule-fields.tsx";

const text = inspectorText.trigger;
type On = TriggerConfig["on"];

/** How a workflow starts, and what a run is given. */
export function TriggerForm() {
  const { node, edit, readOnly, change } = useNodeForm();
  const config = configOf(node);
  const on = readOn(config["on"]);
  const input = isSchema(config["input"]) ? config["input"] : undefined;
  const start = (next: On): void => {
    if (next !== on && !readOnly)
      edit(inspectorText.edits.config(text.on.toLowerCase()), (graph) => setTrigger(graph, startWith(next)), "on");
  };
  return (
    <>
      <div className="self-start">
        <Segmented
          label={text.on}
          value={on}
          onChange={start}
          options={[
            { value: "manual", label: text.kinds.manual },
            { value: "http", label: text.kinds.http },
            { value: "schedule", label: text.kinds.schedule },
            { value: "event", label: text.kinds.event },
          ]}
        />
      </div>
      {on === "http" ? <HttpFields /> : null}
      {on === "schedule" ? <ScheduleFields /> : null}
      {on === "event" ? (
        <>
          <PlainField
            label={text.service}
            name="service"
            mono
            value={wordOf(config["service"])}
            onChange={(next) => change(["service"], next, text.service.toLowerCase())}
          />
          <PlainField
            label={text.event}
            name="event"
            mono
            value={wordOf(config["event"])}
            onChange={(next) => change(["event"], next, text.event.toLowerCase())}
          />
        </>
      ) : null}
      {on === "schedule" ? null : (
        <FieldFrame id="trigger-input" label={text.input} name="input" help={on === "http" ? text.bodyHelp : text.inputHelp}>
          <SchemaEditor
            schema={input}
            onChange={(next) => change(["input"], next && { ...next }, text.input.toLowerCase())}
            label={text.input}
          />
        </FieldFrame>
      )}
    </>
  );
}

function HttpFields() {
  const { node, change, readOnly } = useNodeForm();
  const id = useId();
  const config = configOf(node);
  const auth = wordOf(config["auth"]) === "none" ? "none" : "key";
  const respond = wordOf(config["respond"]) === "sync" ? "sync" : "async";
  return (
    <>
      <FieldFrame id={`${id}-respond`} label={text.respond} name="respond">
        <Select
          id={`${id}-respond`}
          aria-label={text.respond}
          value={respond}
          disabled={readOnly}
          onChange={(next) => change(["respond"], next, text.respond.toLowerCase())}
          options={[
            { value: "sync", label: text.sync },
            { value: "async", label: text.async },
          ]}
        />
      </FieldFrame>
      <FieldFrame id={`${id}-auth`} label={text.auth} name="auth">
        <Select
          id={`${id}-auth`}
          aria-label={text.auth}
          value={auth}
          disabled={readOnly}
          onChange={(next) => change(["auth"], next, text.auth.toLowerCase())}
          options={[
            { value: "key", label: text.key },
            { value: "none", label: text.none },
          ]}
        />
        {auth === "none" ? <Note severity="warning">{text.noneWarning}</Note> : null}
      </FieldFrame>
    </>
  );
}

function startWith(on: On): TriggerConfig {
  switch (on) {
    case "schedule":
      return { on, cron: "0 9 * * *", timezone: Intl.DateTimeFormat().resolvedOptions().timeZone };
    case "http":
      return { on, respond: "sync" };
    case "event":
      return { on, service: "", event: "" };
    case "manual":
      return { on };
  }
}

function readOn(value: unknown): On {
  return value === "http" || value === "schedule" || value === "event" ? value : "manual";
}

function wordOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
