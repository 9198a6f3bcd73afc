import { credential } from "../kit/credentials.ts";
import { credentialVariable } from "../kit/define-credential.ts";
import { fatal } from "../kit/failure.ts";
import { aiCredential, credentialOf } from "./credential.ts";
import type { Provider, ProviderName } from "./providers.ts";
import { PROVIDER_NAMES, PROVIDERS } from "./providers.ts";

/** A provider with the address and the key to call it with. */
export interface Connection {
  readonly name: ProviderName;
  readonly provider: Provider;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
}

/** The provider that an action asks for, else the connection's own, else the gateway. Throws a FatalError when its key or address is missing. */
export async function connect(asked: ProviderName | undefined, alias: string | undefined): Promise<Connection> {
  const own = await credential(aiCredential, alias);
  const name = asked ?? readName(own.provider);
  const provider: Provider = PROVIDERS[name];
  const type = credentialOf(provider);
  const values = name === "gateway" ? own : await credential(type, alias);
  // The environment has a key for each provider, a stored connection one for all: that one must not go elsewhere.
  if (own.provider !== undefined && own.provider !== name && own.apiKey !== undefined && own.apiKey === values.apiKey) {
    const whose = alias === undefined ? "The workspace's AI connection" : `The connection "${alias}"`;
    throw fatal(`${whose} is for ${own.provider}, the step asks for ${name}: choose a connection for ${name}.`, { name: "InvalidInput" });
  }
  const missing = values.apiKey === undefined && provider.keyless !== true ? "apiKey" : "baseUrl";
  const baseUrl = values.baseUrl ?? provider.baseUrl;
  if (missing === "apiKey" || baseUrl === undefined) {
    throw fatal(`${credentialVariable(type, missing, alias)} is not set, which ${provider.label} needs.`, { name: "MissingCredential" });
  }
  return { name, provider, baseUrl: baseUrl.replace(/\/+$/, ""), apiKey: values.apiKey };
}

function readName(text: string | undefined): ProviderName {
  const name = PROVIDER_NAMES.find((known) => known === (text ?? "gateway").trim().toLowerCase());
  if (name) return name;
  throw fatal(`The connection's provider is "${text ?? ""}"; it must be one of ${PROVIDER_NAMES.join(", ")}.`, { name: "InvalidInput" });
}
