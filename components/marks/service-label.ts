import { labels } from "../../plugins/labels.generated.ts";

/** What people call a service: `Google Sheets` for `googleSheets`; its own name when the workspace describes it. */
export function serviceLabel(name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name]?.label ?? name) : name;
}
