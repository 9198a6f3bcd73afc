import { nearestName } from "../../codegen/check/nearest-name.ts";
import type { CredentialType } from "../../plugins/kit/define-credential.ts";
import { invalidInput } from "../api/parse-input.ts";
import type { FieldProblem } from "../api/parse-input.ts";
import { AppError } from "../errors.ts";
import { isPublicAddress, readAllowedPrivateHosts } from "../steps/egress-guard.ts";
import type { ConnectionSecrets } from "./connection-secrets.ts";
import { tokenField } from "./resolve-connection.ts";
import type { ConnectableService } from "./credential-types.ts";

/** Throws `invalid_input` naming every field that the service does not know or that is missing, and every address that tokens may not be asked of. */
export function checkSecrets(service: ConnectableService, secrets: ConnectionSecrets): void {
  const problems = [...fieldProblems(service.credential, secrets), ...oauthProblems(service, secrets)];
  if (problems.length > 0) throw invalidInput(problems);
}

/** The service, or `not_found` with those there are. */
export function requireService(
  service: string,
  known: ConnectableService | undefined,
  all: readonly ConnectableService[],
): ConnectableService {
  if (known) return known;
  const names = all.map((one) => one.service);
  const near = nearestName(service, names) ?? all.find(({ label }) => label.toLowerCase() === service.toLowerCase())?.service;
  throw new AppError("not_found", `There is no service "${service}" to connect to.`, {
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}There are: ${names.join(", ")}. For any other API use http.`,
  });
}

function fieldProblems(type: CredentialType, { fields, oauth }: ConnectionSecrets): FieldProblem[] {
  const names = Object.keys(type.fields);
  const unknown = Object.keys(fields)
    .filter((name) => !Object.hasOwn(type.fields, name))
    .map((name) => ({ path: `body.fields.${name}`, message: `is not a field of ${type.service}; it has ${names.join(", ")}.` }));
  const byToken = oauth ? tokenField(type) : undefined;
  const missing = names
    .filter((name) => type.fields[name]?.optional !== true && name !== byToken && fields[name] === undefined)
    .map((name) => ({ path: `body.fields.${name}`, message: `is missing: ${type.fields[name]?.label ?? name}.` }));
  const none = !oauth && names.length > 0 && Object.keys(fields).length === 0 && missing.length === 0;
  return [
    ...unknown,
    ...missing,
    ...(none ? [{ path: "body.fields", message: `is empty; ${type.service} takes ${names.join(", ")}.` }] : []),
  ];
}

function oauthProblems({ service, credential: type, described }: ConnectableService, { oauth }: ConnectionSecrets): FieldProblem[] {
  if (!oauth) return [];
  const at = "body.oauth";
  const { provider } = oauth;
  if (!provider)
    return type.oauth ? [] : [{ path: `${at}.provider`, message: `is missing: ${service} has no OAuth 2.0 definition of its own.` }];
  if (type.oauth && !described) return [{ path: `${at}.provider`, message: `is not taken: ${service} has its own.` }];
  const problems: FieldProblem[] = [];
  if (oauth.clientId === undefined) problems.push({ path: `${at}.clientId`, message: "is missing: it belongs to a provider of your own." });
  if (oauth.grant === "authorization_code" && provider.authorizeUrl === undefined) {
    problems.push({ path: `${at}.provider.authorizeUrl`, message: "is missing: it is where a person authorizes the connection." });
  }
  if (oauth.grant === "client_credentials" && oauth.clientSecret === undefined) {
    problems.push({ path: `${at}.clientSecret`, message: "is missing: it is what client credentials are." });
  }
  for (const name of ["authorizeUrl", "tokenUrl", "revokeUrl"] as const) {
    const problem = provider[name] === undefined ? undefined : addressProblem(provider[name]);
    if (problem !== undefined) problems.push({ path: `${at}.provider.${name}`, message: problem });
  }
  return problems;
}

/** https, or a host that the operator allowed although it is private; what a name resolves to is checked again when it is called. */
function addressProblem(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return "is not an https address.";
  if (url.username !== "" || url.password !== "") return "holds a user name or a password.";
  if (url.hash !== "") return "holds a fragment.";
  const pair = `${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`.toLowerCase();
  if (readAllowedPrivateHosts(process.env["WEFT_ALLOWED_PRIVATE_HOSTS"]).some((allowed) => allowed.toLowerCase() === pair))
    return undefined;
  if (url.protocol !== "https:") return `must be https, or ${pair} be in WEFT_ALLOWED_PRIVATE_HOSTS.`;
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (/^[\d.]+$|:/.test(literal) && !isPublicAddress(literal))
    return `is not a public address; ${pair} is not in WEFT_ALLOWED_PRIVATE_HOSTS.`;
  return undefined;
}
