import type { CredentialType } from "../../plugins/kit/define-credential.ts";
import type { Plugin } from "../../plugins/kit/define-plugin.ts";
import { linkedin } from "./providers/linkedin.ts";

/** A service without actions of its own: its connections serve HTTP calls, to these hosts only. */
interface HttpService {
  readonly label: string;
  readonly credential: CredentialType;
  /** Separated by commas. */
  readonly hosts: string;
}

const HTTP_SERVICES: readonly HttpService[] = [{ label: "LinkedIn", credential: linkedin, hosts: "api.linkedin.com" }];

/** A service that connections can be made for. */
export interface ConnectableService {
  readonly service: string;
  readonly label: string;
  readonly credential: CredentialType;
}

/** Which services there are to connect to, and what each needs. */
export interface CredentialTypes {
  find(service: string, workspaceId: string): Promise<ConnectableService | undefined>;
  list(workspaceId: string): Promise<readonly ConnectableService[]>;
}

/** Those of the plugins that need a credential, and those that only HTTP calls use. */
export function credentialTypesOf(plugins: Iterable<Plugin>): CredentialTypes {
  const services = new Map<string, ConnectableService>();
  for (const { name, label, credential } of plugins) if (credential) services.set(name, { service: name, label, credential });
  for (const { label, credential } of HTTP_SERVICES) services.set(credential.service, { service: credential.service, label, credential });
  return {
    find: async (service) => services.get(service),
    list: async () => [...services.values()].sort((a, b) => (a.label < b.label ? -1 : 1)),
  };
}

/** The hosts that HTTP calls may use a connection of this service for; undefined when they may not use it at all. */
export function httpHostsOf(service: string): string | undefined {
  return HTTP_SERVICES.find(({ credential }) => credential.service === service)?.hosts;
}
