import type { Json } from "../../../../codegen/schema/json.ts";

/** What a new node of a kind says before anybody has filled it in: only what has a sensible default; what is missing is shown as a problem. */
export function defaultConfig(kind: string): Record<string, Json> {
  switch (kind) {
    case "trigger":
      return { on: "manual" };
    case "code":
      return { source: "" };
    case "control.switch":
      return { cases: [{ port: "first", when: "" }] };
    case "control.forEach":
      return { as: "item" };
    case "control.repeat":
      return { max: 10 };
    case "control.sleep":
      return { for: "1m" };
    case "control.set":
      return { fields: {} };
    case "note":
      return { text: "" };
    default:
      return {};
  }
}
