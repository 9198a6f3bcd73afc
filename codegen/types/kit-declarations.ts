const units = ["Years", "Year", "Yrs", "Yr", "Y", "Weeks", "Week", "W", "Days", "Day", "D", "Hours", "Hour", "Hrs", "Hr", "H"];
const smallUnits = ["Minutes", "Minute", "Mins", "Min", "M", "Seconds", "Second", "Secs", "Sec", "s", "Milliseconds", "Millisecond"];
const unitType = [...units, ...smallUnits, "Msecs", "Msec", "Ms"].map((unit) => `"${unit}"`).join(" | ");

/**
 * What emitted code imports besides steps, as declarations: the modules themselves need packages and files that a browser does not have.
 * A test holds each against the real module.
 */
export const kitDeclarations: ReadonlyMap<string, string> = new Map([
  [
    "workflow",
    `type Unit = ${unitType};
type StringValue = \`\${number}\` | \`\${number}\${Unit | Uppercase<Unit> | Lowercase<Unit>}\` | \`\${number} \${Unit | Uppercase<Unit> | Lowercase<Unit>}\`;
export declare function sleep(duration: StringValue): Promise<void>;
export declare function sleep(date: Date): Promise<void>;
export declare function sleep(durationMs: number): Promise<void>;
export interface Hook<T = any> {
  then: Promise<T>["then"];
  token: string;
}
export declare function createHook<T = any>(options?: { token?: string; metadata?: any; isWebhook?: boolean }): Hook<T>;
export declare class FatalError extends Error {
  fatal: boolean;
  constructor(message: string);
}
`,
  ],
  ["@/plugins/kit/loose", "export type Loose = any;\n"],
  [
    "@/plugins/kit/approval",
    `export interface Approval {
  approved: boolean;
  /** Who answered, as far as the link or the command knows. */
  by: string;
  comment?: string;
  /** ISO 8601. */
  at: string;
}
`,
  ],
  [
    "@/plugins/kit/step-error",
    `/** What a step failed with. */
export interface StepError {
  readonly name: string;
  readonly message: string;
  /** The HTTP status of the answer that made the step fail. */
  readonly status?: number;
  /** The service's own name for the call. */
  readonly requestId?: string;
}
export declare function stepError(error: unknown): StepError;
`,
  ],
  [
    "@/plugins/kit/respond",
    `export interface HttpResponse<T> {
  readonly $response: { readonly status: number; readonly headers: Record<string, string> };
  readonly body: T;
}
export declare function respond<T>(value: T, options?: { status?: number; headers?: Record<string, unknown> }): HttpResponse<T>;
`,
  ],
  ["@/plugins/kit/pick", "export declare function pick(object: any, key: unknown): any;\n"],
  [
    "@/plugins/kit/map-concurrently",
    `export declare function mapConcurrently<Items extends readonly any[], Result>(
  items: Items,
  limit: number,
  fn: (item: Items[number], index: number) => Promise<Result>,
): Promise<Result[]>;
`,
  ],
  [
    "@/plugins/kit/step-options",
    `export interface StepOptions {
  readonly connection?: string;
  readonly timeout?: string;
  readonly job?: unknown;
}
`,
  ],
  ["@/plugins/kit/pending", "export interface Pending {\n  readonly $pending: { readonly job: unknown; readonly after: string };\n}\n"],
  [
    "@/plugins/kit/until-done",
    `import type { Pending } from "@/plugins/kit/pending";
import type { StepOptions } from "@/plugins/kit/step-options";
export declare function untilDone<Input, Output>(
  step: (input: Input, options?: StepOptions) => Promise<Output | Pending>,
  input: Input,
  options?: StepOptions,
): Promise<Output>;
`,
  ],
  ["@/plugins/kit/env", "export declare const env: Readonly<Record<string, string>>;\n"],
]);
