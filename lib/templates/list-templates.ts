import type { Template } from "../api/document-schemas.ts";
import { selectConnections } from "../connections/store.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import type { CredentialType } from "../../plugins/kit/define-credential.ts";
import { readCredential } from "../../plugins/kit/define-credential.ts";
import { servicesOf } from "../workflows/outline.ts";
import { TEMPLATES } from "./catalogue.ts";
import { isUsable, templateGraph } from "./find-template.ts";

/** Workflows to start from, those first that work with what the workspace and the environment have. */
export async function listTemplates(server: Pick<Server, "database" | "plugins">, access: Access): Promise<{ templates: Template[] }> {
  const connections = await selectConnections(server.database, access.workspaceId);
  const connected = new Set(connections.map((connection) => connection.service));
  const isMissing = (name: string): boolean => {
    const credential = server.plugins.catalog.plugins.get(name)?.credential;
    // An HTTP call needs a credential only where its node names one, which no template does.
    return credential !== undefined && name !== "http" && !connected.has(credential.service) && !isInEnvironment(credential);
  };
  const templates = TEMPLATES.filter(isUsable).map((entry): Template => {
    const graph = templateGraph(entry);
    const services = servicesOf(graph);
    return {
      id: entry.id,
      title: graph.title ?? "",
      description: graph.description ?? "",
      tags: [...entry.tags],
      services,
      missing: services.filter(isMissing),
      // A graph is JSON, with interfaces in place of an index signature.
      graph: graph as unknown as Record<string, unknown>,
    };
  });
  return { templates: templates.sort((a, b) => Number(a.missing.length > 0) - Number(b.missing.length > 0)) };
}

/** Whether the environment has all that the service asks for, or, where nothing is always asked for, a secret of it. */
function isInEnvironment(credential: CredentialType): boolean {
  const values = readCredential(credential, undefined, process.env);
  const fields = Object.entries(credential.fields);
  const required = fields.filter(([, field]) => !field.optional);
  if (required.length > 0) return required.every(([name]) => values[name] !== undefined);
  return fields.some(([name, field]) => field.secret !== false && values[name] !== undefined);
}
