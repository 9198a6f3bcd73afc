import { ApiError } from "../api/api-error.ts";

/** Ends this browser's session, forgets what it kept of unsent edits, and leads to the sign-in page. */
export async function signOut(): Promise<void> {
  const response = await fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  if (!response.ok) throw new ApiError(response.status, { code: "internal", message: "You could not be signed out.", hint: "Try again." });
  indexedDB.deleteDatabase("weft");
  location.assign("/sign-in");
}
