import { toast } from "../ui/toast.ts";
import { isApiError } from "./api-error.ts";

/** A refusal in the server's words: what is wrong, and what to do. */
export function sayWhy(error: Error): void {
  const hint = isApiError(error) ? error.hint : undefined;
  toast.error(error.message, hint === undefined ? {} : { description: hint });
}
