import { CircleAlert, CircleCheck, KeyRound } from "lucide-react";
import type { ConnectionSummary } from "../../lib/api/schemas.ts";
import { connectionsText as text } from "../text/connections.ts";
import type { Tone } from "../ui/badge.tsx";
import { Badge } from "../ui/badge.tsx";

const LOOKS: Readonly<Record<ConnectionSummary["status"], { readonly tone: Tone; readonly Icon: typeof KeyRound }>> = {
  ready: { tone: "good", Icon: CircleCheck },
  unauthorized: { tone: "warn", Icon: KeyRound },
  needs_reauthorization: { tone: "warn", Icon: KeyRound },
  failing: { tone: "bad", Icon: CircleAlert },
};

/** Whether a connection can be used. */
export function ConnectionStatus({ status }: { readonly status: ConnectionSummary["status"] }) {
  const { tone, Icon } = LOOKS[status];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {text.status[status]}
    </Badge>
  );
}
