import type { CredentialType } from "./define-credential.ts";
import { credentialVariable, readCredential } from "./define-credential.ts";
import { fatal } from "./failure.ts";
import { stepContext } from "./step-context.ts";

/** The values of a credential, taken inside the step, never passed to it. Throws a FatalError that names what to set when one is missing. */
export async function credential<Field extends string>(
  type: CredentialType<Field>,
  alias?: string,
): Promise<Partial<Record<Field, string>>> {
  const resolve = stepContext()?.resolveCredential;
  const values: Record<string, string> = resolve ? await resolve(type, alias) : readCredential(type, alias, process.env);
  const missing = Object.keys(type.fields).filter((field) => type.fields[field as Field].optional !== true && values[field] === undefined);
  if (missing.length > 0) {
    const variables = missing.map((field) => credentialVariable(type, field, alias)).join(", ");
    const whose = alias === undefined ? `the ${type.service} credential` : `the connection "${alias}"`;
    throw fatal(`${variables} ${missing.length === 1 ? "is" : "are"} not set, which ${whose} needs.`, { name: "MissingCredential" });
  }
  // Keys come from `type.fields`, which is keyed by Field.
  return values as Partial<Record<Field, string>>;
}
