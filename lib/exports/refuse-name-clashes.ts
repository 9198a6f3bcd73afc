import { AppError } from "../errors.ts";
import { credentialVariable, renewalVariables } from "./template/plugins/kit/define-credential.ts";
import type { NeededCredential, ProjectWorkflow } from "./workflow-facts.ts";

/** What the project reads for itself; CRON_SECRET is the name that Vercel sends its crons' secret under. */
const OWN = /^(?:WORKFLOWS_.*|CRON_SECRET)$/;
/** What Node, Next, the Workflow SDK, Vercel or the system reads, so that a value means more there than in the workflow. */
const PLATFORM =
  /^(?:(?:LD|NEXT|NODE|NPM|OTEL|TURBOPACK|VERCEL|WORKFLOW)_.*|CI|DEBUG|HOME|HOST|HOSTNAME|LANG|NOW|PATH|PORT|PWD|SHELL|TMPDIR|TZ|USER|VERCEL)$/;

/** Throws `invalid_input` where one name of the environment would have two meanings, so that a value reaches what it is not for. */
export function refuseNameClashes(workflows: readonly ProjectWorkflow[], credentials: readonly NeededCredential[]): void {
  const owners = new Map<string, NeededCredential>();
  for (const credential of credentials) {
    for (const name of variablesOf(credential)) {
      const other = owners.get(name);
      if (other?.alias !== undefined && other.alias !== credential.alias) throw sameConnection(name, other, credential);
      if (OWN.test(name)) throw clash(name, `the project's own, and the credential of ${credential.label}`, "Rename the service.");
      owners.set(name, credential);
    }
  }
  for (const { graph, variables } of workflows) {
    for (const name of variables) {
      const credential = owners.get(name);
      const hint = `Rename the variable that ${graph.name} reads.`;
      if (credential) throw clash(name, `a variable, and the credential of ${credential.label}`, hint);
      if (OWN.test(name)) throw clash(name, "a variable, and what the project reads for itself", hint);
      if (PLATFORM.test(name)) throw clash(name, "a variable, and what the platform reads for itself", hint);
    }
  }
}

/** Every variable in which a credential is looked for. */
function variablesOf({ type, alias }: NeededCredential): string[] {
  const fields = Object.keys(type.fields).map((field) => credentialVariable(type, field, alias));
  return type.oauth === undefined ? fields : [...fields, ...Object.values(renewalVariables(type, alias))];
}

function clash(name: string, meanings: string, hint: string): AppError {
  return new AppError("invalid_input", `${name} would be two things in the project's environment: ${meanings}.`, { hint });
}

function sameConnection(name: string, one: NeededCredential, other: NeededCredential): AppError {
  const aliases = [one.alias, other.alias].map((alias) => JSON.stringify(alias)).join(" and ");
  return new AppError("invalid_input", `The connections ${aliases} would both be read from ${name}.`, {
    hint: "Rename one of them: only letters A to Z and digits tell aliases apart in the environment.",
  });
}
