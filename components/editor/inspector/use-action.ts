"use client";
import { useQuery } from "@tanstack/react-query";
import { actionSchema } from "../../../plugins/kit/action-schema.ts";
import { registry } from "../../../plugins/registry.generated.ts";
import { api } from "../../api/client.ts";
import { useOpenDocument } from "../document-context.tsx";
import type { FormField, FormSchema } from "./form/form-description.ts";
import { describeForm } from "./form/form-description.ts";

/** What the inspector knows of an action. */
export interface ActionForm {
  readonly fields: readonly FormField[];
  readonly output: FormSchema;
  readonly service: string;
  readonly serviceLabel: string;
  /** Whether connections can be made for it, and whether nothing can be done without one. */
  readonly credential: "none" | "possible" | "needed";
  readonly docs: string | undefined;
}

/** The form of an action: from the services that come with Weft, else as the server describes it. */
export function useAction(kind: string) {
  const { workspace } = useOpenDocument();
  return useQuery({
    queryKey: ["action", workspace, kind],
    queryFn: ({ signal }) => loadAction(kind, workspace, signal),
    enabled: isAction(kind),
    staleTime: Infinity,
  });
}

/** Whether a kind is an action of a service, rather than built in. */
export function isAction(kind: string): boolean {
  return kind.includes(".") && !kind.startsWith("control.");
}

async function loadAction(kind: string, workspace: string, signal: AbortSignal): Promise<ActionForm> {
  const [service = "", name = ""] = kind.split(".");
  const plugin = await registry.find((entry) => entry.name === service)?.load();
  const action = plugin?.actions.find((one) => one.name === name);
  if (plugin && action) {
    const { input, output } = actionSchema(action);
    const wanted = Object.values(plugin.credential?.fields ?? {});
    return {
      fields: describeForm(input),
      output,
      service,
      serviceLabel: plugin.label,
      credential:
        plugin.credential === undefined
          ? "none"
          : wanted.every(({ optional }) => optional) && !plugin.credential.oauth
            ? "possible"
            : "needed",
      docs: plugin.docs,
    };
  }
  const told = await api("GET /api/actions/{kind}", { workspace, signal, params: { kind } });
  return {
    fields: describeForm(told.input),
    output: told.output,
    service,
    serviceLabel: told.service,
    credential: told.credential === null ? "none" : "needed",
    docs: undefined,
  };
}
