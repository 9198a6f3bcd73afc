import type { ConnectionDetails } from "../lib/api/schemas.ts";
import { mark } from "./print.ts";
import { isOpen, readSecret } from "./read-secret.ts";
import { UsageError } from "./usage-error.ts";

/** What `weft connections add` and `update` have in common. */
export interface ConnectionOptions {
  readonly label?: string;
  readonly field?: readonly string[];
  readonly oauth?: boolean;
  readonly grant?: "authorization_code" | "client_credentials";
  readonly clientId?: string;
  readonly clientSecret?: string | true;
  readonly scope?: readonly string[];
  readonly authorizeUrl?: string;
  readonly tokenUrl?: string;
  readonly revokeUrl?: string;
  readonly issuer?: string;
  readonly clientAuth?: "basic" | "post";
  readonly pkce?: boolean;
  readonly authorizeParam?: readonly string[];
  readonly tokenParam?: readonly string[];
  readonly default?: boolean;
  readonly json?: boolean;
}

/** `name=value`, `name=@file`, `name=@-`, or `name` alone to be asked. */
export async function readFields(given: readonly string[]): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  if (given.filter((one) => one.endsWith("=@-")).length > 1) {
    throw new UsageError("two fields would be read from standard input", "Read one of them from a file: --field name=@file");
  }
  for (const one of given) {
    const at = one.indexOf("=");
    const name = at < 0 ? one : one.slice(0, at);
    const value = at < 0 ? undefined : one.slice(at + 1);
    fields[name] = await readSecret(value, name);
  }
  return fields;
}

/** The OAuth settings that were given; undefined when none was. */
export async function readOAuth(options: ConnectionOptions): Promise<object | undefined> {
  const { grant, clientId, clientSecret, scope, tokenUrl } = options;
  const isAsked = [options.oauth, grant, clientId, clientSecret, scope, tokenUrl].some((value) => value !== undefined);
  if (!isAsked) return undefined;
  if (typeof clientSecret === "string" && isOpen(clientSecret)) warnOfHistory("--client-secret");
  const secret =
    clientSecret === undefined ? undefined : await readSecret(clientSecret === true ? undefined : clientSecret, "Client secret");
  const provider = {
    tokenUrl,
    authorizeUrl: options.authorizeUrl,
    revokeUrl: options.revokeUrl,
    issuer: options.issuer,
    clientAuth: options.clientAuth,
    ...(options.pkce === false ? { pkce: false } : {}),
    ...(options.authorizeParam ? { authorizeParams: pairs(options.authorizeParam) } : {}),
    ...(options.tokenParam ? { tokenParams: pairs(options.tokenParam) } : {}),
  };
  return defined({
    grant,
    clientId,
    clientSecret: secret,
    scopes: scope?.flatMap((list) => list.split(",")).filter((one) => one !== ""),
    provider: tokenUrl === undefined ? undefined : defined(provider),
  });
}

/** `name=value` as an object. */
function pairs(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [name, value.join("=")];
    }),
  );
}

function defined(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Says which secrets stood in the command itself. */
export function warnOfOpenFields(given: readonly string[] = [], { fields }: ConnectionDetails): void {
  for (const { name, secret } of fields) {
    const value = given.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
    if (secret && isOpen(value)) warnOfHistory(`--field ${name}`);
  }
}

function warnOfHistory(option: string): void {
  const name = option.startsWith("--field ") ? `${option}=@-` : `${option} @-`;
  console.error(
    mark(
      "yellow",
      `A secret in the command stays in the shell's history. Better: ${name} (standard input), or the option without a value to be asked.`,
    ),
  );
}
