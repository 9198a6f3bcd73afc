import type { ConnectionDetails, ConnectionTypeView } from "../../lib/api/schemas.ts";
import type { ConnectionChanges, NewConnection } from "../../lib/connections/connection-input.ts";

/** A connection as it is being filled in. */
export interface ConnectionDraft {
  readonly alias: string;
  readonly label: string;
  readonly method: "fields" | "oauth";
  readonly fields: Readonly<Record<string, string>>;
  readonly ownApplication: boolean;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly isDefault: boolean;
}

export const ALIAS = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;

/** What a form begins with: the connection as it is, or a free name and the easiest way. */
export function beginDraft(type: ConnectionTypeView, existing: ConnectionDetails | undefined, taken: ReadonlySet<string>): ConnectionDraft {
  const hasServerClient = type.oauth?.serverClient === true;
  const isOAuth = existing ? existing.kind === "oauth2" : type.oauth !== null && (hasServerClient || type.fields.length === 0);
  return {
    alias: existing?.alias ?? freeAlias(type.service, taken),
    label: existing?.label ?? "",
    method: isOAuth ? "oauth" : "fields",
    fields: Object.fromEntries((existing?.fields ?? []).flatMap(({ name, value }) => (value === null ? [] : [[name, value]]))),
    ownApplication: !hasServerClient || (existing?.oauth ?? null)?.clientId != null,
    clientId: existing?.oauth?.clientId ?? "",
    clientSecret: "",
    isDefault: existing?.default ?? false,
  };
}

/** Whether everything that is needed is there. */
export function isComplete(draft: ConnectionDraft, type: ConnectionTypeView, existing: ConnectionDetails | undefined): boolean {
  if (!ALIAS.test(draft.alias)) return false;
  if (draft.method === "oauth") return !draft.ownApplication || draft.clientId !== "";
  const isSet = (name: string): boolean => existing?.fields.some((field) => field.name === name && field.set) ?? false;
  return type.fields.every(({ name, optional }) => optional || (draft.fields[name] ?? "") !== "" || isSet(name));
}

/** What is sent to make it. */
export function newConnectionOf(draft: ConnectionDraft, service: string): NewConnection {
  const fields = Object.fromEntries(Object.entries(draft.fields).filter(([, value]) => value !== ""));
  return {
    alias: draft.alias,
    service,
    ...(draft.label === "" ? {} : { label: draft.label }),
    ...(draft.method === "fields" ? { fields } : { oauth: applicationOf(draft) }),
    ...(draft.isDefault ? { default: true } : {}),
  };
}

/** What is sent to change it: what differs from how it is. */
export function changesOf(draft: ConnectionDraft, existing: ConnectionDetails): ConnectionChanges {
  const before = new Map(existing.fields.map((field) => [field.name, field]));
  const fields = Object.fromEntries(
    Object.entries(draft.fields).flatMap(([name, value]): [string, string | null][] => {
      const was = before.get(name);
      if (value === "") return was?.set && !was.secret ? [[name, null]] : [];
      return value === was?.value ? [] : [[name, value]];
    }),
  );
  const application = draft.method === "oauth" ? applicationOf(draft) : {};
  const isOther = application.clientSecret !== undefined || (application.clientId ?? null) !== (existing.oauth?.clientId ?? null);
  return {
    ...(draft.alias === existing.alias ? {} : { alias: draft.alias }),
    ...(draft.label === existing.label ? {} : { label: draft.label }),
    ...(draft.method === "fields" && Object.keys(fields).length > 0 ? { fields } : {}),
    ...(draft.method === "oauth" && isOther ? { oauth: application } : {}),
    ...(draft.isDefault && !existing.default ? { default: true } : {}),
  };
}

function applicationOf({ ownApplication, clientId, clientSecret }: ConnectionDraft): { clientId?: string; clientSecret?: string } {
  if (!ownApplication) return {};
  return { ...(clientId === "" ? {} : { clientId }), ...(clientSecret === "" ? {} : { clientSecret }) };
}

function freeAlias(service: string, taken: ReadonlySet<string>): string {
  if (!taken.has(service)) return service;
  for (let number = 2; ; number++) if (!taken.has(`${service}-${number}`)) return `${service}-${number}`;
}
