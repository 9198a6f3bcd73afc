/** The header that puts a reason into the server's audit log; Discord decodes it. */
export function giveReason(reason: string | undefined): { "x-audit-log-reason"?: string | undefined } {
  return { "x-audit-log-reason": reason === undefined ? undefined : encodeURIComponent(reason) };
}
