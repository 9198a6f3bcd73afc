import { DURATION } from "../../../../codegen/schema/patterns.ts";
import { inspectorText } from "../../../text/inspector.ts";
import type { FormField, FormShape } from "../form/form-description.ts";

const text = inspectorText.control;

const textShape: FormShape = {
  kind: "text",
  multiline: false,
  code: undefined,
  secret: false,
  live: false,
  minLength: undefined,
  maxLength: undefined,
  pattern: undefined,
};
const longText: FormShape = { ...textShape, multiline: true };
const duration: FormShape = { ...textShape, pattern: DURATION.source };
const anything: FormShape = { kind: "json", multiline: false };
const expression: FormShape = { kind: "expression" };

function field(name: string, label: string, help: string, shape: FormShape, more: Partial<FormField> = {}): FormField {
  return { name, label, help, shape, example: undefined, fallback: undefined, required: false, shownWhen: undefined, ...more };
}

const needed = { required: true } as const;

/** The fields of the built-in kinds that a form of their own would not make better. */
export const controlForms: ReadonlyMap<string, readonly FormField[]> = new Map<string, readonly FormField[]>([
  [
    "control.if",
    [field("when", text.when, text.whenHelp, expression, { ...needed, example: 'order.total > 100 && customer.plan === "vip"' })],
  ],
  [
    "control.forEach",
    [
      field("items", text.items, text.itemsHelp, anything, { ...needed, example: "{{ order.items }}" }),
      field(
        "concurrency",
        text.concurrency,
        text.concurrencyHelp,
        { kind: "number", whole: true, min: 1, max: undefined },
        { fallback: 1 },
      ),
      field("collect", text.collect, text.collectHelp, anything),
    ],
  ],
  [
    "control.repeat",
    [
      field("until", text.until, text.untilHelp, expression, { ...needed, example: 'job.status === "done"' }),
      field("max", text.max, text.maxHelp, { kind: "number", whole: true, min: 1, max: undefined }, { ...needed, example: 10 }),
      field("every", text.every, text.everyHelp, duration, { example: "30s" }),
    ],
  ],
  [
    "control.approval",
    [
      field("message", text.message, text.approvalHelp, longText, { ...needed, example: "Refund {{ order.total }}?" }),
      field("timeout", text.timeout, text.timeoutHelp, duration, { example: "2d" }),
      field("notify", text.notify, text.notifyHelp, anything),
    ],
  ],
  ["control.waitForEvent", [field("timeout", text.timeout, text.timeoutHelp, duration, { example: "2d" })]],
  ["control.fail", [field("message", text.message, text.failHelp, longText, { ...needed, example: "No such order: {{ input.orderId }}" })]],
]);

/** The two ways to wait; a node has one of them. */
export const sleepFields = {
  for: field("for", text.sleepFor, text.sleepForHelp, duration, { ...needed, example: "10m" }),
  until: field("until", text.sleepUntil, text.sleepUntilHelp, textShape, { ...needed, example: "2026-12-24T18:00" }),
};

export const callInput: FormField = field("input", text.input, "", { kind: "json", multiline: true });
export const returnFields = {
  value: field("value", text.value, text.valueHelp, { kind: "json", multiline: true }),
  status: field("status", text.status, "", { kind: "number", whole: true, min: 200, max: 599 }, { fallback: 200 }),
  headers: field("headers", text.headers, "", { kind: "record", value: textShape, code: undefined }),
};
export const anyRecord: Extract<FormShape, { kind: "record" }> = { kind: "record", value: anything, code: undefined };
