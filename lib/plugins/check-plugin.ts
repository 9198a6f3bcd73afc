import { z } from "zod";
import { languageReservedWords } from "../../codegen/schema/identifiers.ts";
import type { ActionDefinition } from "../../plugins/kit/define-action.ts";
import type { Plugin } from "../../plugins/kit/define-plugin.ts";
import { describeThrown } from "./describe-thrown.ts";

/** A name that code and look-ups by name can use as it is. */
export function isPluginIdentifier(name: unknown): name is string {
  return typeof name === "string" && /^[a-z][A-Za-z0-9]*$/.test(name) && !languageReservedWords.has(name) && !(name in Object.prototype);
}

const credentialField = z.looseObject({ label: z.string(), env: z.string() });
const address = z.url({ protocol: /^https?$/ });
const credential = z.looseObject({
  service: z.string(),
  fields: z.record(z.string(), credentialField),
  oauth: z.looseObject({ authorizeUrl: address, tokenUrl: address, scopes: z.array(z.string()) }).optional(),
});

/**
 * What a module from outside exports as its plugin, read once and copied, so that nothing of it is asked again later. Throws an Error that
 * says what is wrong with it.
 */
export function checkPlugin(value: unknown, index: string): Plugin {
  if (!isObject(value)) throw new Error(`${index} exports no \`plugin\`; write \`export const plugin = definePlugin({ … })\``);
  // Looked at field by field below.
  const { name, label, description, docs, credential: type, actions } = value as Partial<Record<keyof Plugin, unknown>>;
  if (!isPluginIdentifier(name)) throw new Error(`its name ${quote(name)} must be a lower-camel identifier, and no word of the language`);
  if (!isText(label) || !isText(description)) throw new Error("it needs a label and a description");
  if (!Array.isArray(actions) || actions.length === 0) throw new Error("it has no actions");
  const checked = actions.map((action: unknown) => checkAction(action));
  const twice = checked.find((action, at) => checked.findIndex((other) => other.name === action.name) < at);
  if (twice) throw new Error(`it has two actions called ${twice.name}`);
  if (type !== undefined) checkCredential(type);
  return {
    name,
    label,
    description,
    actions: checked,
    ...(isText(docs) ? { docs } : {}),
    // Checked just above, as far as it is read.
    ...(type === undefined ? {} : { credential: type as NonNullable<Plugin["credential"]> }),
  };
}

function checkAction(value: unknown): ActionDefinition {
  if (!isObject(value)) throw new Error("one of its actions is no object; write `defineAction({ … })`");
  // Looked at field by field below.
  const { name, label, description, input, output, polls, examples } = value as Partial<Record<keyof ActionDefinition, unknown>>;
  if (!isPluginIdentifier(name)) {
    throw new Error(`the name of its action ${quote(name)} must be a lower-camel identifier, and no word of the language`);
  }
  if (!isText(label) || !isText(description)) throw new Error(`its action ${name} needs a label and a description`);
  return {
    name,
    label,
    description,
    input: checkSchema(input, "input", name),
    output: checkSchema(output, "output", name),
    ...(polls === true ? { polls } : {}),
    // Read by documentation and tests alone.
    ...(Array.isArray(examples) ? { examples: examples as NonNullable<ActionDefinition["examples"]> } : {}),
  };
}

/** Forms, types and documentation are made from the JSON Schema: one that cannot be made would break the lists it stands in. */
function checkSchema(schema: unknown, side: "input" | "output", action: string): z.ZodType {
  if (!isObject(schema) || !("_zod" in schema))
    throw new Error(`the ${side} of its action ${action} is no Zod 4 schema; take \`z\` from weftwork/kit`);
  // What is no schema after all, the next call shows.
  const type = schema as z.ZodType;
  let json: Record<string, unknown>;
  try {
    json = z.toJSONSchema(type, { io: side });
  } catch (error) {
    throw new Error(`the ${side} of its action ${action} cannot be written as JSON Schema: ${describeThrown(error)}`, { cause: error });
  }
  if (json["type"] !== "object") throw new Error(`the ${side} of its action ${action} must be an object`);
  return type;
}

function checkCredential(value: unknown): void {
  const issue = credential.safeParse(value).error?.issues[0];
  if (issue) throw new Error(`its credential is wrong${issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`}: ${issue.message}`);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function quote(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : `(${typeof value})`;
}
