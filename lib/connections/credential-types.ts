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

/** Something that connections can be made to: a plugin's service, or what several plugins share, such as Google. */
export interface ConnectableService {
  readonly service: string;
  readonly label: string;
  readonly credential: CredentialType;
  /** The names of the plugins whose actions take it; the service's own when left out. */
  readonly plugins?: readonly string[];
  /** True of one that the workspace describes itself: it says where it answers, so it gets no credential but those made for it. */
  readonly described?: boolean;
  /** Of a described one: every origin that it calls. */
  readonly origins?: readonly string[];
}

/** Which services there are to connect to, and what each needs. */
export interface CredentialTypes {
  /** By the service's name, or that of a plugin which takes its credential. */
  find(service: string, workspaceId: string): Promise<ConnectableService | undefined>;
  list(workspaceId: string): Promise<readonly ConnectableService[]>;
}

/** Those of the plugins that need a credential, and those that only HTTP calls use. */
export function credentialTypesOf(plugins: Iterable<Plugin>): CredentialTypes {
  const services = new Map<string, ConnectableService>();
  const byPlugin = new Map<string, string>();
  for (const { label, credential } of HTTP_SERVICES) {
    services.set(credential.service, { service: credential.service, label, credential, plugins: [] });
  }
  for (const { name, label, credential } of plugins) {
    if (!credential) continue;
    const { service } = credential;
    const known = services.get(service);
    byPlugin.set(name, service);
    services.set(service, {
      service,
      label: name === service ? label : (known?.label ?? capitalize(service)),
      credential,
      plugins: [...(known?.plugins ?? []), name],
    });
  }
  return {
    find: async (service) => services.get(service) ?? services.get(byPlugin.get(service) ?? ""),
    list: async () => [...services.values()].sort((a, b) => (a.label < b.label ? -1 : 1)),
  };
}

/** The hosts that HTTP calls may use a connection of this service for; undefined when they may not use it at all. */
export function httpHostsOf(service: string): string | undefined {
  return HTTP_SERVICES.find(({ credential }) => credential.service === service)?.hosts;
}

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
