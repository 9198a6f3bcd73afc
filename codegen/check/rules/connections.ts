import type { CheckContext } from "../context.ts";
import { nearestName } from "../nearest-name.ts";

/** Only actions use connections, and only ones that exist. */
export function checkConnections(context: CheckContext): void {
  const { connections } = context.options;
  for (const { node, facts } of context.active) {
    const { connection } = node;
    if (connection === undefined) continue;
    if (!facts.takesConnection) {
      context.report("connection-not-supported", { node: node.id, kind: node.kind }, { node: node.id });
    } else if (connections && !connections.has(connection)) {
      const nearest = nearestName(connection, connections);
      context.report("missing-connection", { node: node.id, connection, nearest }, { node: node.id });
    }
  }
}
