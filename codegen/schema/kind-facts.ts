import type { Json } from "./json.ts";

/** How a string in a config is read: a value that may hold `{{ }}`, a bare expression, or text as it stands. */
export type FieldForm = "template" | "expression" | "verbatim";

/** A path in a config, `*` standing for any index or key, and the form of every string at or below it. */
interface FieldRule {
  readonly path: readonly string[];
  readonly form: FieldForm;
}

/** What a kind of node is to the compiler, apart from its config's shape. */
export interface KindFacts {
  /** `trigger`; `step`: durable, can fail; `container`; `choice`: decides by a condition; `wait`; `pure`; `end`; `note`. */
  readonly role: "trigger" | "step" | "container" | "choice" | "wait" | "pure" | "end" | "note";
  /** In the order the emitter and the canvas show them. Reads any config, valid or not. */
  readonly ports: (config: Readonly<Record<string, Json>>) => readonly string[];
  /** Whether the node's id names a value that later expressions can read. */
  readonly binds: (config: Readonly<Record<string, Json>>) => boolean;
  /** Forms that are not `template`, the form of every other string. */
  readonly fields: readonly FieldRule[];
  readonly takesPolicy: boolean;
  readonly takesConnection: boolean;
}

const always = (): boolean => true;
const never = (): boolean => false;
const outOnly = (): readonly string[] => ["out"];
const outAndError = (): readonly string[] => ["out", "error"];
const noPorts = (): readonly string[] => [];

const plain = { fields: [], takesPolicy: false, takesConnection: false };

/** What every plugin action shares. */
export const actionFacts: KindFacts = {
  role: "step",
  ports: outAndError,
  binds: always,
  fields: [],
  takesPolicy: true,
  takesConnection: true,
};

/** The built-in kinds. A `Map`, so that a kind called `__proto__` is simply unknown. */
export const builtInKinds: ReadonlyMap<string, KindFacts> = new Map<string, KindFacts>([
  ["trigger", { ...plain, role: "trigger", ports: outOnly, binds: always, fields: [{ path: [], form: "verbatim" }] }],
  [
    "code",
    {
      role: "step",
      ports: outAndError,
      binds: always,
      fields: [{ path: ["source"], form: "verbatim" }],
      takesPolicy: true,
      takesConnection: false,
    },
  ],
  [
    "control.if",
    {
      ...plain,
      role: "choice",
      ports: () => ["true", "false"],
      binds: never,
      fields: [{ path: ["when"], form: "expression" }],
    },
  ],
  [
    "control.switch",
    {
      ...plain,
      role: "choice",
      ports: (config) => [...new Set([...readCasePorts(config), "default"])],
      binds: never,
      fields: [
        { path: ["cases", "*", "when"], form: "expression" },
        { path: ["cases", "*", "port"], form: "verbatim" },
      ],
    },
  ],
  [
    "control.forEach",
    {
      ...plain,
      role: "container",
      ports: outAndError,
      binds: (config) => config["collect"] !== undefined,
      fields: [{ path: ["as"], form: "verbatim" }],
    },
  ],
  [
    "control.repeat",
    {
      ...plain,
      role: "container",
      ports: outAndError,
      binds: always,
      fields: [{ path: ["until"], form: "expression" }],
    },
  ],
  ["control.sleep", { ...plain, role: "wait", ports: outOnly, binds: never }],
  [
    "control.approval",
    {
      ...plain,
      role: "wait",
      ports: () => ["approved", "rejected", "timeout"],
      binds: always,
    },
  ],
  [
    "control.waitForEvent",
    {
      ...plain,
      role: "wait",
      ports: () => ["out", "timeout"],
      binds: always,
    },
  ],
  [
    "control.call",
    {
      role: "step",
      ports: outAndError,
      binds: always,
      fields: [{ path: ["workflow"], form: "verbatim" }],
      takesPolicy: true,
      takesConnection: false,
    },
  ],
  ["control.set", { ...plain, role: "pure", ports: outOnly, binds: always }],
  [
    "control.return",
    {
      ...plain,
      role: "end",
      ports: noPorts,
      binds: never,
    },
  ],
  ["control.fail", { ...plain, role: "end", ports: noPorts, binds: never }],
  [
    "note",
    {
      ...plain,
      role: "note",
      ports: noPorts,
      binds: never,
      fields: [{ path: [], form: "verbatim" }],
    },
  ],
]);

function readCasePorts(config: Readonly<Record<string, Json>>): string[] {
  const cases = config["cases"];
  if (!Array.isArray(cases)) return [];
  return cases.flatMap((item) => {
    const port = item !== null && typeof item === "object" && !Array.isArray(item) ? item["port"] : undefined;
    return typeof port === "string" ? [port] : [];
  });
}
