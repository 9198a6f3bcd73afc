/** Takes an answer made by `respond(…)` apart; anything else is the body of a 200. */
export function splitResponse(result: unknown): { status: number; headers: Record<string, string>; body: unknown } {
  if (typeof result === "object" && result !== null && "$response" in result && "body" in result) {
    // `respond` has checked the status and made texts of the headers.
    const { status, headers } = result.$response as { status: number; headers: Record<string, string> };
    return { status, headers, body: result.body };
  }
  return { status: 200, headers: {}, body: result };
}
