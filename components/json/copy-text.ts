import { jsonText } from "../text/json.ts";
import { toast } from "../ui/toast.ts";

/** Copies a text and says so. */
export function copyText(text: string, said: string = jsonText.copied): void {
  navigator.clipboard.writeText(text).then(
    () => toast.success(said),
    () => toast.error(jsonText.cannotCopy),
  );
}

/** Copies a value: a text as it is, anything else as JSON a person can read. */
export function copyValue(value: unknown): void {
  copyText(typeof value === "string" ? value : JSON.stringify(value, null, 2));
}
