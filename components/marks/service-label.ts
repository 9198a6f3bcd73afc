import { registry } from "../../plugins/registry.generated.ts";

const labels = new Map(registry.map(({ name, label }) => [name, label]));

/** What people call a service: `Google Sheets` for `googleSheets`; its own name when the workspace describes it. */
export function serviceLabel(name: string): string {
  return labels.get(name) ?? name;
}
