import type { ActionDefinition, ServiceDefinition } from "../service-definition.ts";
import { listOf, objectOf } from "./loose-json.ts";

/** Slack, Telegram and their like answer 200 and say in a field `ok` whether it went well: found where every answer has that field. */
export function findRefusal(actions: readonly ActionDefinition[]): ServiceDefinition["refusal"] {
  const answers = actions.flatMap(({ output }) => (output === undefined ? [] : [objectOf(output)]));
  const saysOk = answers.filter((output) => listOf(output["required"]).includes("ok") && isFlag(objectOf(output["properties"])["ok"]));
  if (saysOk.length === 0 || saysOk.length < answers.length * 0.9) return undefined;
  return { field: "ok", is: false, message: "error" };
}

function isFlag(schema: unknown): boolean {
  const { type, enum: values, const: value } = objectOf(schema);
  return type === "boolean" || value === true || listOf(values).includes(true);
}
